/** All of a person's own settings at once: as a file, out of a file, or gone. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { PolicyInForce } from '../../../src/policy/in-force.ts';
import type { Settings } from '../../../src/policy/settings-changes.ts';
import { type SettingsRead, settingsFromText, settingsText } from '../../../src/policy/settings-file.ts';
import { download } from '../../download.ts';
import { text } from '../../texts.ts';
import { FaultView } from '../../verdict/policy-note.tsx';
import { counted } from '../../wording.ts';
import { Confirmed } from './confirm.tsx';
import type { Desk } from './desk.ts';

/** No settings are longer; the browser must not stop while it reads a film. */
const MOST_BYTES = 2_000_000;

type Replace = (settings: Settings) => Promise<boolean>;

export function AllSettings({ desk, replace }: { desk: Desk; replace: Replace }) {
  return (
    <section>
      <h3>{text('settings_all')}</h3>
      <Export settings={desk.settings} />
      <Import organisation={desk.organisation} replace={replace} />
      <Reset replace={replace} />
    </section>
  );
}

export function Reset({ replace }: { replace: Replace }) {
  return (
    <Confirmed
      name={text('settings_reset')}
      question={<p>{text('settings_reset_question')}</p>}
      yes={text('settings_reset_yes')}
      act={() => replace({})}
    />
  );
}

function Export({ settings }: { settings: Settings }) {
  const [failed, setFailed] = useState(false);
  if (Object.keys(settings).length === 0) return <p class="soft">{text('settings_none')}</p>;
  const save = (): void => {
    const content = settingsText(settings);
    setFailed(content === null);
    if (content !== null) download('in-camera-settings.json', 'application/json', content);
  };
  return (
    <>
      <button type="button" onClick={save}>
        {text('settings_export')}
      </button>
      {failed && (
        <p role="alert" class="settings-fault">
          {text('settings_export_failed')}
        </p>
      )}
    </>
  );
}

type Opened = SettingsRead | 'too-large' | 'unreadable';

function Import({ organisation, replace }: { organisation: PolicyInForce; replace: Replace }) {
  const [opened, setOpened] = useState<Opened | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const result = useRef<HTMLFieldSetElement>(null);
  useLayoutEffect(() => {
    if (opened !== null) result.current?.focus();
  }, [opened]);
  const open = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    setOpened(await read(file, organisation));
    // The same file can be chosen again.
    if (input.current !== null) input.current.value = '';
  };
  const done = (): void => {
    setOpened(null);
    input.current?.focus();
  };
  return (
    <>
      <label class="settings-field">
        {text('settings_import')}
        <input
          ref={input}
          type="file"
          accept=".json,application/json"
          onChange={(event) => void open(event.currentTarget.files?.[0])}
        />
      </label>
      {opened !== null && (
        <fieldset ref={result} tabIndex={-1} class="settings-form" aria-label={text('settings_import')}>
          {typeof opened === 'string' ? (
            <p>{text(opened === 'too-large' ? 'settings_import_too_large' : 'settings_import_unreadable')}</p>
          ) : (
            <Found read={opened} />
          )}
          <div class="settings-buttons">
            {typeof opened !== 'string' && opened.counts.length > 0 && (
              <button
                type="button"
                onClick={() =>
                  void replace(opened.settings).then((saved) => {
                    if (saved) done();
                  })
                }
              >
                {text('settings_import_yes')}
              </button>
            )}
            <button type="button" onClick={done}>
              {text('settings_cancel')}
            </button>
          </div>
        </fieldset>
      )}
    </>
  );
}

function Found({ read: { counts, settings, faults } }: { read: SettingsRead }) {
  const isValid = Object.keys(settings).length > 0;
  return (
    <>
      {counts.length > 0 ? (
        <>
          <p>{text('settings_import_question')}</p>
          <Paths paths={counts} />
        </>
      ) : (
        <p>{text(isValid ? 'settings_import_locked' : 'settings_import_nothing')}</p>
      )}
      {faults.length > 0 && (
        <div class="faults">
          <h4>{counted('settings_faults', faults.length)}</h4>
          <ul>
            {faults.map((fault) => (
              <FaultView key={`${fault.path} ${fault.problem} ${fault.value}`} fault={fault} />
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

/** By the names that they have in a policy. */
export function Paths({ paths }: { paths: readonly string[] }) {
  return (
    <ul>
      {paths.map((path) => (
        <li key={path}>
          <code>{path}</code>
        </li>
      ))}
    </ul>
  );
}

async function read(file: File, organisation: PolicyInForce): Promise<Opened> {
  if (file.size > MOST_BYTES) return 'too-large';
  try {
    return settingsFromText(await file.text(), organisation);
  } catch {
    return 'unreadable';
  }
}
