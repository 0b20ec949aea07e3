/** The room “My settings”: what a person may decide for themselves. Everything is stored at once. */
import { useEffect, useState } from 'preact/hooks';
import type { Settings } from '../../../src/policy/settings-changes.ts';
import { validSettings } from '../../../src/policy/settings-file.ts';
import { text } from '../../texts.ts';
import { Drawing } from '../../verdict/drawing.tsx';
import { FaultView } from '../../verdict/policy-note.tsx';
import { counted } from '../../wording.ts';
import type { RoomProps } from '../index.tsx';
import { type Desk, isLocked } from '../settings/desk.ts';
import { AllSettings, Paths, Reset } from '../settings/file.tsx';
import { KnownMeetings } from '../settings/known.tsx';
import { Labels } from '../settings/labels.tsx';
import { LanguageChoice } from '../settings/language.tsx';
import { Levels } from '../settings/levels.tsx';
import { Schemes } from '../settings/schemes.tsx';
import { Terms } from '../settings/terms.tsx';
import { type Said, useDesk } from '../settings/use-desk.ts';

export function Room({ drawAgain }: RoomProps) {
  const { reading, said, replace, tell, readAgain } = useDesk();
  return (
    <div class="settings">
      {reading === 'policy-damaged' && (
        <Problem heading={text('settings_unreadable')} next={text('settings_unreadable_next')}>
          <button type="button" onClick={readAgain}>
            {text('settings_again')}
          </button>
        </Problem>
      )}
      {reading === 'settings-damaged' && (
        <Problem heading={text('settings_damaged')} next={text('settings_damaged_next')}>
          <Reset replace={replace} />
        </Problem>
      )}
      {typeof reading !== 'string' && <Whose desk={reading} replace={replace} />}
      {reading !== 'reading' && <LanguageChoice drawAgain={drawAgain} tell={tell} />}
      <KnownMeetings />
      {typeof reading !== 'string' && (
        <>
          <Levels desk={reading} />
          <Schemes desk={reading} />
          <Labels desk={reading} />
          <Terms desk={reading} />
          <Others desk={reading} />
          <AllSettings desk={reading} replace={replace} />
        </>
      )}
      <Outcome said={said} />
    </div>
  );
}

function Problem({
  heading,
  next,
  children,
}: {
  heading: string;
  next: string;
  children: preact.ComponentChildren;
}) {
  return (
    <section class="problem failed">
      <Drawing sign="broken-page" />
      <div>
        <h3>{heading}</h3>
        <p>{next}</p>
        {children}
      </div>
    </section>
  );
}

/** Whose rules these settings stand over, and what is wrong with the settings themselves. */
function Whose({ desk, replace }: { desk: Desk; replace(settings: Settings): Promise<boolean> }) {
  const { organisation, settings } = desk;
  const hasPolicy = organisation.note.source !== 'default';
  const key = isLocked(desk) ? 'settings_locked' : hasPolicy ? 'settings_unlocked' : 'settings_no_policy';
  const { settings: valid, faults } = validSettings(settings, organisation);
  return (
    <>
      <p class="settings-whose">
        {isLocked(desk) && <Drawing sign="lock" />}
        <span>{text(key)}</span>
      </p>
      {faults.length > 0 && (
        <section class="faults">
          <h3>{counted('settings_faults', faults.length)}</h3>
          <p>{text('settings_faults_more')}</p>
          <ul>
            {faults.map((fault) => (
              <FaultView key={`${fault.path} ${fault.problem} ${fault.value}`} fault={fault} />
            ))}
          </ul>
          <button type="button" onClick={() => void replace(valid)}>
            {text('settings_faults_remove')}
          </button>
        </section>
      )}
    </>
  );
}

/** What this room has a control for. */
const HERE = /^(?:rules\[.*|schemes|labels|titles\.forbiddenTerms)$/;

/** Settings that came with a file, and that no other part of the room shows. */
function Others({ desk: { inForce } }: { desk: Desk }) {
  const others = inForce.note.ownSettings.filter((path) => !HERE.test(path));
  if (others.length === 0) return null;
  return (
    <section>
      <h3>{text('settings_others')}</h3>
      <p>{text('settings_others_about')}</p>
      <Paths paths={others} />
      <p>
        <a href="#applies">{text('options_applies')}</a>
      </p>
    </section>
  );
}

/** Long enough to be read; that it failed stays until the next change. */
const SHOWN_MS = 6000;

function Outcome({ said: { what, count } }: { said: Said }) {
  // Emptied first, so that a screen reader hears the same words again.
  const [shown, setShown] = useState<Said['what']>('nothing');
  useEffect(() => {
    setShown('nothing');
    const timers = [setTimeout(() => setShown(what), 50)];
    if (what !== 'failed') timers.push(setTimeout(() => setShown('nothing'), SHOWN_MS));
    return () => timers.forEach(clearTimeout);
  }, [what, count]);
  return (
    <p role="status" class="settings-said" data-said={shown}>
      {shown !== 'nothing' && text(`settings_said_${shown}`)}
    </p>
  );
}
