import type { Invitation, Level, Marking, Meeting } from '../model.ts';
import type { Policy } from '../policy/schema.ts';
import type { RuleId } from './ids.ts';

/** Everything a rule may look at. */
export interface Situation {
  invitation: Invitation;
  meetings: readonly Meeting[];
  /** The highest marking, wherever it stands. */
  marking: Marking | null;
  /** The highest marking of the title alone. */
  titleMarking: Marking | null;
  policy: Policy;
  now: Date;
}

/** What a rule found. The words stand in the locales under the rule's id: what, why, next (see extension/texts.ts). */
export interface Found {
  /** Index of the meeting; null when it is about the invitation. */
  meeting: number | null;
  /** Which of the rule's texts; absent for the plain one. */
  variant?: string;
  /** Fills $1 … $9 of the texts. $1 is the platform's name when `meeting` is set. */
  substitutions: readonly string[];
  /** Milder than the rule's default here, unless the policy sets a level. */
  atMost?: Level;
}

export interface Rule {
  id: RuleId;
  /** Without a policy. */
  level: Level;
  /** The public guidance it rests on. */
  source: { title: string; date: string; url: string };
  check(situation: Situation): Found[];
  /** They run as tests by name. */
  cases: readonly RuleCase[];
}

export interface RuleCase {
  name: string;
  title?: string;
  /** Plain text of the invitation. */
  text: string;
  /** Raw, as an administrator writes it. */
  policy?: unknown;
  surface?: Invitation['surface'];
  created?: string;
  lastOccurrence?: string;
  /** Default: 2026-11-02T09:00:00Z. */
  now?: string;
  /** How often this rule speaks, or at which levels. */
  finds: number | readonly Level[];
}

/** A finding for each meeting that `test` names. */
export function forEachMeeting(
  situation: Situation,
  test: (meeting: Meeting) => Omit<Found, 'meeting'> | null,
): Found[] {
  return situation.meetings.flatMap((meeting, index) => {
    const found = test(meeting);
    return found === null ? [] : [{ meeting: index, ...found }];
  });
}
