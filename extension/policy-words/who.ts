/** How long the policy counts, who belongs to the organisation, what people may change, and whether anything is held. */
import { lastMoment } from '../../src/policy/days.ts';
import type { PolicyInForce } from '../../src/policy/in-force.ts';
import { ownMailDomains } from '../../src/policy/mail-domains.ts';
import { originOf } from '../../src/policy/provenance.ts';
import { KEPT_DAYS } from '../log.ts';
import { own, type Sentence, type Speaker, sentence } from './sentence.ts';

export function who(inForce: PolicyInForce, { say, day, list, number }: Speaker, now: Date): Sentence[] {
  const { policy, note } = inForce;
  const { validUntil, locked, reportOnly, whenUnchecked, firstRun } = policy;
  const sentences: Sentence[] = [];
  if (validUntil !== undefined) {
    const key = now.getTime() > lastMoment(validUntil) ? 'applies_valid_ended' : 'applies_valid';
    sentences.push(
      sentence(inForce, 'valid', originOf(inForce, 'validUntil'), () => say(key, day(validUntil))),
    );
  }
  const domains = ownMailDomains(policy);
  sentences.push(
    domains === null
      ? sentence(inForce, 'inside', 'default', () => say('applies_inside_none'))
      : sentence(inForce, 'inside', originOf(inForce, 'organisation'), () =>
          say('applies_inside', list([...domains].map(own))),
        ),
  );
  const isUnreadable = note.faults.some(({ path }) => path === 'locked');
  const lock =
    locked !== true ? 'applies_unlocked' : isUnreadable ? 'applies_locked_unreadable' : 'applies_locked';
  sentences.push(sentence(inForce, 'lock', originOf(inForce, 'locked'), () => say(lock)));
  if (reportOnly === true)
    sentences.push(
      sentence(inForce, 'report-only', originOf(inForce, 'reportOnly'), () => say('applies_report_only')),
    );
  if (whenUnchecked !== undefined) {
    const key = whenUnchecked === 'hold' ? 'applies_unchecked_hold' : 'applies_unchecked_go_on';
    sentences.push(sentence(inForce, 'unchecked', originOf(inForce, 'whenUnchecked'), () => say(key)));
  }
  // Without a policy, too: people should know that there is a log.
  const days = policy.logDays ?? KEPT_DAYS;
  sentences.push(
    sentence(inForce, 'log', originOf(inForce, 'logDays'), () =>
      days === 0 ? say('applies_log_none') : say('applies_log', number(days)),
    ),
  );
  if (firstRun === false)
    sentences.push(
      sentence(inForce, 'first-run', originOf(inForce, 'firstRun'), () => say('applies_first_run_none')),
    );
  return sentences;
}
