/** The policy in force, out of storage.local alone: for the worker, and for pages that do not wait for it. */
import browser from 'webextension-polyfill';
import { DEFAULT_POLICY } from '../src/policy/defaults.ts';
import { type PolicyInForce, withExpiry } from '../src/policy/in-force.ts';
import { withOwnSettings } from '../src/policy/own-settings.ts';
import { parsePolicy } from '../src/policy/parse.ts';
import { isRecord } from '../src/record.ts';
import { isPolicyNote, POLICY_NOTE_KEY } from './popup/stored.ts';

/** In storage.local: the last good policy as delivered, and the person's own settings. */
export const LAST_GOOD_POLICY_KEY = 'last-good-policy';
export const OWN_SETTINGS_KEY = 'own-settings';

const KEYS = [LAST_GOOD_POLICY_KEY, OWN_SETTINGS_KEY, POLICY_NOTE_KEY];

export interface PolicyHere {
  inForce: PolicyInForce;
  /** Without the person's own settings. */
  organisation: PolicyInForce;
  /** The person's own settings, as stored. */
  settings: unknown;
  /** What is stored could not be read, or is no policy; the built-in advice is in force until it can. */
  damaged: boolean;
}

/** Never rejects. */
export async function policyHere(): Promise<PolicyHere> {
  let stored: Record<string, unknown>;
  try {
    stored = await browser.storage.local.get(KEYS);
  } catch {
    return { inForce: DEFAULT_POLICY, organisation: DEFAULT_POLICY, settings: undefined, damaged: true };
  }
  const saved = stored[LAST_GOOD_POLICY_KEY];
  const organisation =
    isRecord(saved) && Object.keys(saved).length > 0 ? parsePolicy(saved, 'managed') : DEFAULT_POLICY;
  const settings = stored[OWN_SETTINGS_KEY];
  const inForce = withOwnSettings(organisation, settings);
  return {
    organisation,
    settings,
    inForce: withExpiry(withFaultsOf(inForce, stored[POLICY_NOTE_KEY]), new Date()),
    damaged: saved !== undefined && !isRecord(saved),
  };
}

/**
 * Of what the browser delivered, the worker keeps only what is good; what was wrong with the rest stands in its note alone. So does that
 * there is a policy of which nothing was good.
 */
function withFaultsOf(inForce: PolicyInForce, stored: unknown): PolicyInForce {
  if (!isPolicyNote(stored)) return inForce;
  const source = stored.source === 'managed' ? 'managed' : inForce.note.source;
  return { ...inForce, note: { ...inForce.note, source, faults: stored.faults } };
}

/** Calls back whenever something changed that policyHere() reads; returns how to stop. */
export function followPolicyHere(changed: () => void): () => void {
  const listener = (changes: Readonly<Record<string, unknown>>, area: string): void => {
    if (area === 'local' && KEYS.some((key) => Object.hasOwn(changes, key))) changed();
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}
