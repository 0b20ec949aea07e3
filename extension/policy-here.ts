/** The policy in force, for a page of the extension: as the worker has stored it, without waiting for the worker. */
import browser from 'webextension-polyfill';
import { DEFAULT_POLICY } from '../src/policy/defaults.ts';
import { type PolicyInForce, withExpiry } from '../src/policy/in-force.ts';
import { withOwnSettings } from '../src/policy/own-settings.ts';
import { parsePolicy } from '../src/policy/parse.ts';
import { isRecord } from '../src/record.ts';
import { LAST_GOOD, OWN_SETTINGS } from './policy-keys.ts';

export interface PolicyHere {
  inForce: PolicyInForce;
  /** The storage fails or holds what is no policy: `inForce` is then the built-in advice, which may not be what applies. */
  damaged: boolean;
}

/** Never rejects. */
export async function policyHere(): Promise<PolicyHere> {
  try {
    const { [LAST_GOOD]: saved, [OWN_SETTINGS]: own } = await browser.storage.local.get([
      LAST_GOOD,
      OWN_SETTINGS,
    ]);
    const delivered = isRecord(saved) && Object.keys(saved).length > 0;
    const organisation = delivered ? parsePolicy(saved, 'managed') : DEFAULT_POLICY;
    return {
      inForce: withExpiry(withOwnSettings(organisation, own), new Date()),
      damaged: saved !== undefined && !isRecord(saved),
    };
  } catch {
    return { inForce: DEFAULT_POLICY, damaged: true };
  }
}
