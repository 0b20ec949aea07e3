/** A person's own settings as a file, to keep or to take to another computer. */
import type { PolicyFault } from '../model.ts';
import { isRecord } from '../record.ts';
import type { PolicyInForce } from './in-force.ts';
import { withOwnSettings, withoutOrganisationKeys, withoutUseless } from './own-settings.ts';
import { parsePolicy } from './parse.ts';
import type { Settings } from './settings-changes.ts';

export interface SettingsRead {
  /** What of the file is valid. */
  settings: Settings;
  /** What of it counts here, as paths (PolicyNote.ownSettings): under a lock only what is stricter. */
  counts: readonly string[];
  faults: readonly PolicyFault[];
}

/** From a file. Never throws. */
export function settingsFromText(source: string, organisation: PolicyInForce): SettingsRead {
  let given: unknown;
  try {
    given = JSON.parse(source.replace(/^\ufeff/, ''));
  } catch (error) {
    const value = error instanceof Error ? error.message.slice(0, 60) : '';
    return { settings: {}, counts: [], faults: [{ path: '', problem: 'not-json', value, lost: '' }] };
  }
  return validSettings(given, organisation);
}

/** What is valid is taken, each fault is named. */
export function validSettings(given: unknown, organisation: PolicyInForce): SettingsRead {
  const own = isRecord(given) ? withoutOrganisationKeys(given) : given;
  const { policy, note } = parsePolicy(own, 'local', organisation.policy);
  // A list of which nothing is valid must not be stored as an empty one, which would replace the organisation's.
  const useful = Object.entries(isRecord(own) ? withoutUseless(policy, own) : {});
  const settings: Settings = Object.fromEntries(
    useful.filter(([, value]) => !(isRecord(value) && Object.keys(value).length === 0)),
  );
  const { ownSettings } = withOwnSettings(organisation, settings).note;
  return { settings, counts: ownSettings, faults: note.faults.filter(({ problem }) => problem !== 'empty') };
}

/** Null: no file can be made of what is stored (Firefox keeps what JSON cannot say). */
export function settingsText(settings: Settings): string | null {
  try {
    return `${JSON.stringify(settings, null, 2)}\n`;
  } catch {
    return null;
  }
}
