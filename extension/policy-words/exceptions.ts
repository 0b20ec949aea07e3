/** Where a rule stays silent, and until when. */
import { lastMoment } from '../../src/policy/days.ts';
import type { PolicyInForce } from '../../src/policy/in-force.ts';
import { originOf } from '../../src/policy/provenance.ts';
import type { Policy } from '../../src/policy/schema.ts';
import { ruleName } from './rules.ts';
import { ended, own, type Piece, type Sentence, type Speaker, sentence } from './sentence.ts';

export function exceptions(inForce: PolicyInForce, speaker: Speaker, now: Date): Sentence[] {
  const origin = originOf(inForce, 'exceptions');
  return (inForce.policy.exceptions ?? []).map((one) =>
    sentence(inForce, 'exception', origin, () => exceptionPieces(one, speaker, now)),
  );
}

function exceptionPieces(
  { rule, host, until, reason }: NonNullable<Policy['exceptions']>[number],
  speaker: Speaker,
  now: Date,
): Piece[] {
  const { say, day } = speaker;
  const hasEnded = now.getTime() > lastMoment(until);
  const key = `applies_exception${host === undefined ? '' : '_host'}${hasEnded ? '_ended' : ''}`;
  const silent = say(key, ruleName(rule, speaker), day(until), host === undefined ? [] : own(host));
  return ended(
    hasEnded || reason === undefined ? silent : say('applies_exception_reason', silent, own(reason)),
  );
}
