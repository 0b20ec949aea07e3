/** What In Camera should read and may not, in storage.local: the popup shows it without waiting for the worker. */
import { isRecord } from '../src/record.ts';

export const ACCESS_KEY = 'access';

/** Match patterns of hosts. */
export interface Access {
  /** Of the manifest, whose permission was withdrawn or never given. */
  missing: readonly string[];
  /** Sites of the policy that the person has not allowed yet. */
  asked: readonly string[];
  /** All sites of the policy, allowed or not. */
  wanted: readonly string[];
}

export const FULL_ACCESS: Access = { missing: [], asked: [], wanted: [] };

/** What an older version may have stored otherwise counts as nothing: the worker writes it anew at each start. */
export function accessFrom(value: unknown): Access {
  if (!isRecord(value)) return FULL_ACCESS;
  return { missing: patterns(value.missing), asked: patterns(value.asked), wanted: patterns(value.wanted) };
}

function patterns(value: unknown): string[] {
  const list: unknown[] = Array.isArray(value) ? value : [];
  return list.filter((one) => typeof one === 'string');
}
