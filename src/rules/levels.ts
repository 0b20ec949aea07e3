import { hostMatches } from '../links/hosts.ts';
import { isHold, type Level, severity } from '../model.ts';
import { lastMoment } from '../policy/days.ts';
import type { PolicyInForce } from '../policy/in-force.ts';
import type { Policy } from '../policy/schema.ts';
import type { Found, Rule, Situation } from './rule.ts';

/** From this rank on an invitation is sensitive where no policy says otherwise: restricted (facts/markings.md section 2). */
export const RESTRICTED = 20;
/** Confidential (same section). */
export const CONFIDENTIAL = 30;

export function strictest(levels: readonly Level[]): Level {
  return levels.reduce<Level>((best, one) => (severity(one) > severity(best) ? one : best), 'off');
}

/** The level of a finding: the policy's entries that apply to the invitation's rank, the strictest of them; else the rule's own. */
export function levelOf(
  rule: Rule,
  found: Found,
  situation: Pick<Situation, 'rank' | 'policy' | 'tightening' | 'markings'>,
): Level {
  const { rank, policy, tightening } = situation;
  const ofRule = (policy.rules ?? []).filter((entry) => entry.rule === rule.id);
  const base = ofRule.filter(({ from }) => from === undefined).map(({ level }) => level);
  const more = [
    ...ofRule.filter(({ from }) => from !== undefined),
    ...tightening.filter((entry) => entry.rule === rule.id),
  ]
    .filter(({ from }) => from === undefined || isFrom(from, situation))
    .map(({ level }) => level);
  if (found.asked !== undefined) base.push(found.asked);
  if (base.length === 0) base.push(unsetLevel(rule, found, rank));
  return strictest([...base, ...more]);
}

/** The invitation ranks at least like the marking that `from` names. */
function isFrom(from: string, { rank, markings }: Pick<Situation, 'rank' | 'markings'>): boolean {
  const marking = markings.referenced(from);
  return marking !== null && rank !== null && rank >= marking.rank;
}

/** Where the policy says nothing: the mildest of the rule's own. */
function unsetLevel({ level, below }: Rule, { atMost = level }: Found, rank: number | null): Level {
  const usual = below !== undefined && (rank === null || rank < below.rank) ? below.level : level;
  return severity(atMost) < severity(usual) ? atMost : usual;
}

/** Whether anything can be held under this policy, or would be without its reportOnly: no rule holds by itself. */
export function canHold({ policy, tightening = [] }: PolicyInForce): boolean {
  const levels = [...(policy.rules ?? []), ...tightening, policy.unlabelled ?? {}].map(({ level }) => level);
  return levels.some(isHold);
}

/** An exception holds up to and with its last day (UTC). `host`: what the finding is about; null when it is about no host. */
export function isExcepted(rule: Rule, host: string | null, policy: Policy, now: Date): boolean {
  return (policy.exceptions ?? []).some(
    (exception) =>
      exception.rule === rule.id &&
      (exception.host === undefined || (host !== null && hostMatches(host, exception.host))) &&
      now.getTime() <= lastMoment(exception.until),
  );
}
