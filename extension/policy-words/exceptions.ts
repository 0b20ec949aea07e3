/** Where a rule stays silent, and until when. */
import { lastMoment } from '../../src/policy/days.ts';
import type { PolicyInForce } from '../../src/policy/in-force.ts';
import { originOf } from '../../src/policy/provenance.ts';
import { ruleName } from './rules.ts';
import { ended, own, type Sentence, type Speaker, sentence } from './sentence.ts';

export function exceptions(inForce: PolicyInForce, speaker: Speaker, now: Date): Sentence[] {
  const { say, day } = speaker;
  return (inForce.policy.exceptions ?? []).flatMap(({ rule, host, until, reason }) => {
    const hasEnded = now.getTime() > lastMoment(until);
    const key = `applies_exception${host === undefined ? '' : '_host'}${hasEnded ? '_ended' : ''}`;
    const silent = say(key, ruleName(rule, speaker), day(until), host === undefined ? [] : own(host));
    const pieces =
      hasEnded || reason === undefined ? silent : say('applies_exception_reason', silent, own(reason));
    return sentence(inForce, 'exception', originOf(inForce, 'exceptions'), ended(pieces));
  });
}
