import { isWriting, type Review } from '../../src/model.ts';
import type { Policy } from '../../src/policy/schema.ts';
import { mayBeKnown } from '../../src/policy/set-aside.ts';
import type { Aside } from '../messages.ts';
import { worstFirst } from '../outcome.ts';
import { setAsideKey, setAsideNow } from '../set-aside.ts';

/** A review of the invitation with this title. */
export interface Judged {
  review: Review;
  /** Of each meeting its Meeting.ways. */
  ways: readonly (readonly string[])[];
  title: string;
}

/** For each what a person said of it before. Never rejects: that nothing could be looked up must not cost the warning. */
export async function asidesOf(judged: readonly Judged[], policy: Policy, now: Date): Promise<Aside[]> {
  const stateOf = await setAsideNow(now).catch(() => () => null);
  return Promise.all(
    judged.map(async (one): Promise<Aside> => {
      const key = await setAsideKey(wordsOf(one)).catch(() => '');
      return { key, state: stateOf(key), mayBeKnown: mayBeKnown(one.review, policy) };
    }),
  );
}

/** The same meetings with the same findings, met in the same way. Without a meeting, the title tells which invitation it is. */
function wordsOf({ review, ways, title }: Judged): string[] {
  const meetings = [...new Set(ways.flat())].sort();
  const findings = worstFirst(review.findings).map(
    ({ rule, variant, level }) => `${rule} ${variant ?? ''} ${level}`,
  );
  const surface = isWriting(review.surface) ? 'write' : 'read';
  return [surface, ...(meetings.length > 0 ? meetings : [title]), ...[...new Set(findings)].sort()];
}
