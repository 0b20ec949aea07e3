import { isRecord } from '../record.ts';
import { DEFAULT_POLICY } from './defaults.ts';
import type { PolicyInForce } from './in-force.ts';
import { isUseless, parsePolicy } from './parse.ts';

/** In place of what the browser delivers, when it was asked and said nothing. */
export const UNANSWERED = Symbol('unanswered');

/**
 * What is in force after the browser delivered `delivered` (undefined or {} when it has none, or could not read it; UNANSWERED),
 * given the last good policy. `keep` is to be saved as the next last good one.
 *
 * An invalid policy never disarms. Browsers deliver an empty object for a broken file as for none, and drop a whole key for
 * one bad value (facts/toolchain.md), so: nothing delivered keeps the last good policy; a key that arrived without any valid
 * part, or that expectedKeys proves dropped, keeps its last good value.
 */
export function policyDelivered(
  delivered: unknown,
  lastGood: unknown,
): { inForce: PolicyInForce; keep: Record<string, unknown> } {
  const saved = isRecord(lastGood) ? lastGood : {};
  const hasSaved = Object.keys(saved).length > 0;
  if (!isRecord(delivered) || Object.keys(delivered).length === 0) {
    const unanswered = delivered === UNANSWERED;
    if (!hasSaved && !unanswered) return { inForce: DEFAULT_POLICY, keep: {} };
    const { policy, note } = hasSaved ? parsePolicy(saved, 'managed') : DEFAULT_POLICY;
    const problem = unanswered ? 'unanswered' : 'empty';
    return {
      inForce: {
        policy,
        note: { ...note, faults: [{ path: '', problem, value: '', lost: null }, ...note.faults] },
      },
      keep: saved,
    };
  }
  const first = parsePolicy(delivered, 'managed');
  const applied = new Map<string, unknown>(Object.entries(first.policy));
  const keep: Record<string, unknown> = {};
  /** Keys of which the last good value stays, and those of which nothing can be kept. */
  const saves = new Set<string>();
  const gone = new Set<string>();
  for (const [key, value] of Object.entries(delivered)) {
    const known = first.note.faults.every((fault) => fault.path !== key || fault.problem !== 'unknown-key');
    const useless = known && isUseless(value, applied.get(key));
    if (!useless) keep[key] = value;
    else if (Object.hasOwn(saved, key)) {
      keep[key] = saved[key];
      saves.add(key);
    } else gone.add(key);
  }
  // A lock that the browser dropped locks, whatever was in force before.
  for (const key of first.policy.expectedKeys ?? [])
    if (!Object.hasOwn(delivered, key) && Object.hasOwn(saved, key) && key !== 'locked') {
      keep[key] = saved[key];
      saves.add(key);
    }
  const second = parsePolicy(keep, 'managed');
  // What was delivered is named as it was; of the faults that a kept value repairs, or makes, only the second reading knows.
  const still = new Map(second.note.faults.map((fault) => [`${fault.problem} ${fault.path}`, fault]));
  const named = first.note.faults.flatMap((fault) => {
    const key = topKey(fault.path);
    if (saves.has(key)) return [{ ...fault, lost: null }];
    const isOurs = gone.has(key) || fault.problem === 'dropped-by-browser';
    const known = still.get(`${fault.problem} ${fault.path}`);
    return isOurs ? [fault] : known === undefined ? [] : [known];
  });
  const seen = new Set(named.map(({ problem, path }) => `${problem} ${path}`));
  const more = second.note.faults.filter(
    ({ problem, path }) => !seen.has(`${problem} ${path}`) && !saves.has(topKey(path)),
  );
  return { inForce: { policy: second.policy, note: { ...first.note, faults: [...named, ...more] } }, keep };
}

const topKey = (path: string): string => path.split(/[.[]/, 1)[0] ?? '';
