import { findMeetings } from './meetings/find.ts';
import { type Finding, type Invitation, LEVELS, type Meeting, type Review, type Unknown } from './model.ts';
import { matcherFor, type PolicyInForce, withExpiry } from './policy/in-force.ts';
import { incidentsFor } from './rules/exposed-invitation.ts';
import { RULES } from './rules/index.ts';
import { isExcepted, levelOf } from './rules/levels.ts';
import type { Situation } from './rules/rule.ts';

/**
 * The whole story: find the meetings, read what protects each, find the marking, run the rules, apply the policy's levels.
 * Pure, and linear in the invitation's length. Throws nothing for any input.
 */
export function review(invitation: Invitation, { policy, note }: PolicyInForce, now: Date): Review {
  const { meetings, suspicious, cut } = findMeetings(invitation, policy.selfHosted ?? []);
  const markings = matcherFor(policy)(invitation);
  const situation: Situation = {
    invitation,
    meetings,
    marking: markings.highest,
    titleMarking: markings.inTitle,
    policy,
    now,
  };
  return {
    surface: invitation.surface,
    meetings,
    suspicious,
    marking: markings.highest,
    findings: findings(situation),
    unknown: unknowns(situation, cut),
    policy: withExpiry({ policy, note }, now).note,
  };
}

function findings(situation: Situation): Finding[] {
  const all = RULES.flatMap((rule) =>
    rule.check(situation).flatMap((found): Finding[] => {
      const meeting = found.meeting === null ? undefined : situation.meetings[found.meeting];
      const level = levelOf(rule, found, situation.marking, situation.policy);
      if (level === 'off' || isExcepted(rule, meeting, situation.policy, situation.now)) return [];
      const { variant = null, substitutions } = found;
      return [{ rule: rule.id, level, meeting: found.meeting, variant, substitutions }];
    }),
  );
  // Sorting is stable: equal levels keep the order of the rules.
  return all.sort((one, other) => LEVELS.indexOf(other.level) - LEVELS.indexOf(one.level));
}

/** What nobody can read off an invitation, and what we did not read. */
function unknowns({ invitation, meetings, policy }: Situation, cut: boolean): Unknown[] {
  const unknown = new Set<Unknown>();
  if (meetings.length > 0) unknown.add('lobby').add('e2ee');
  for (const meeting of meetings) {
    if (meeting.passcode.state === 'unknown') unknown.add('passcode');
    if (meeting.dialIn.state === 'unknown') unknown.add('dial-in');
    const created = meeting.timing?.created ?? null;
    if (created === null && incidentsFor(meeting.platform, policy).length > 0) unknown.add('created');
  }
  if (cut) unknown.add('more-meetings');
  for (const part of invitation.unread) unknown.add(part);
  return [...unknown];
}

/** For everything that is stored or shown: links without query and fragment, which hold passcodes and tokens. */
export function withoutSecrets(reviewed: Review): Review {
  const plain = (meeting: Meeting): Meeting => ({
    ...meeting,
    url: meeting.url === null ? null : (meeting.url.split(/[?#]/, 1)[0] ?? null),
  });
  return { ...reviewed, meetings: reviewed.meetings.map(plain) };
}
