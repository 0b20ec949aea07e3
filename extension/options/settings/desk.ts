/** What every part of the room works with. */
import type { PolicyInForce } from '../../../src/policy/in-force.ts';
import type { Change, Settings } from '../../../src/policy/settings-changes.ts';

export interface Desk {
  inForce: PolicyInForce;
  /** Without the person's own settings. */
  organisation: PolicyInForce;
  settings: Settings;
  /** Stores the changed settings. Resolves to whether they were, after it was said. */
  save(change: Change): Promise<boolean>;
}

export const isLocked = ({ organisation }: Desk): boolean => organisation.policy.locked === true;

/** Whose settings are in force where the person has none: the key of the words for it. */
export const asUsual = ({ organisation }: Desk, key: 'schemes' | 'labels'): string =>
  organisation.policy[key] === undefined ? 'settings_back_built_in' : 'settings_back_organisation';
