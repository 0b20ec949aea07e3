import { hostMatches } from '../links/hosts.ts';
import { referencedMarking } from '../markings/ranks.ts';
import { LEVELS, type Level, type Marking } from '../model.ts';
import { lastMoment, ownScheme } from '../policy/in-force.ts';
import type { Policy } from '../policy/schema.ts';
import type { Found, Rule } from './rule.ts';

export function strictest(levels: readonly Level[]): Level {
  return levels.reduce<Level>(
    (best, one) => (LEVELS.indexOf(one) > LEVELS.indexOf(best) ? one : best),
    'off',
  );
}

/** The level of a finding: the policy's entries that apply to the marking, the strictest of them; else the rule's own. */
export function levelOf(rule: Rule, found: Found, marking: Marking | null, policy: Policy): Level {
  const entries = (policy.rules ?? []).filter((entry) => entry.rule === rule.id);
  const own = ownScheme(policy);
  const base = entries.filter((entry) => entry.from === undefined).map((entry) => entry.level);
  const fromMarking = entries
    .filter((entry) => {
      const from = entry.from === undefined ? null : referencedMarking(entry.from, own);
      return from !== null && marking !== null && marking.rank >= from.rank;
    })
    .map((entry) => entry.level);
  const mild = found.atMost !== undefined && LEVELS.indexOf(found.atMost) < LEVELS.indexOf(rule.level);
  const unset = mild && found.atMost !== undefined ? found.atMost : rule.level;
  return strictest([...(base.length > 0 ? base : [unset]), ...fromMarking]);
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
