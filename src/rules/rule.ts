import { plainHost } from '../links/hosts.ts';
import { unwrap } from '../links/unwrap.ts';
import type {
  Anchor,
  CalendarEvent,
  Finding,
  Invitation,
  Level,
  Marking,
  Meeting,
  Person,
  Seen,
  Suspicious,
  SuspiciousWhy,
} from '../model.ts';
import type { PolicyMarkings } from '../policy/in-force.ts';
import type { Policy } from '../policy/schema.ts';
import type { RuleId } from './ids.ts';

/** Everything a rule may look at. */
export interface Situation {
  invitation: Invitation;
  meetings: readonly Meeting[];
  /** Links that pretend to be something else, in the invitation's order. */
  suspicious: readonly Suspicious[];
  /** The highest marking, wherever it stands. */
  marking: Marking | null;
  /** The highest marking of the title alone. */
  titleMarking: Marking | null;
  /** As what the invitation counts: its marking's rank, else what the policy assumes of one without; null when nobody says. */
  rank: number | null;
  policy: Policy;
  /** Louder levels of a person's own, under a locked policy. */
  tightening: NonNullable<Policy['rules']>;
  /** The policy's markings: what its references stand for. */
  markings: PolicyMarkings;
  now: Date;
}

/** What a rule found. The words stand in the locales under the rule's id: what, why, next (see extension/texts.ts). */
export interface Found {
  /** Index of the meeting; null when it is about the invitation. */
  meeting: number | null;
  /** What the policy's exceptions compare with their host. Absent: the meeting's host, if there is a meeting. */
  host?: string;
  /** Which of the rule's texts; absent for the plain one. */
  variant?: string;
  /** Fills $1 … $9 of the texts. $1 is the platform's name when `meeting` is set. No secrets: they are stored and shown. */
  substitutions: readonly string[];
  /** Milder than the rule's default here, unless the policy sets a level for the rule. */
  atMost?: Level;
  /** The level that another key of the policy than `rules` sets for it (unlabelled.level). */
  asked?: Level;
  /** In place of the rule's own source. Empty url: there is no page to read. */
  source?: Finding['source'];
}

export interface Rule {
  id: RuleId;
  /** Without a policy. */
  level: Level;
  /**
   * For what matters only where the talk is sensitive: the level for an invitation of a lower rank, or of none that anybody told, where
   * the policy sets no level.
   */
  below?: { rank: number; level: Level };
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
  /** Links behind the text, or in a calendar's properties. Default: none. */
  anchors?: readonly Anchor[];
  /** Raw, as an administrator writes it. */
  policy?: unknown;
  surface?: Invitation['surface'];
  /** What an invitation told, for the surface "join". Default: none was seen. */
  seen?: Partial<Seen>;
  /** What the calendar tells. Default: no event. */
  event?: Partial<CalendarEvent>;
  sender?: Person;
  recipients?: readonly Person[];
  labels?: Invitation['labels'];
  /** Text of the calendar's LOCATION. */
  location?: string;
  created?: string;
  lastOccurrence?: string;
  /** Default: 2026-11-02T09:00:00Z. */
  now?: string;
  /** How often this rule speaks, or at which levels. */
  finds: number | readonly Level[];
}

/** Only the meeting's own page is open, and no invitation to it was seen: nothing may be said of what the invitation lacks. */
export const isUnseen = ({ surface, seen }: Invitation): boolean => surface === 'join' && seen === undefined;

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

/** Where a suspicious link leads, as it may be stored and shown: without path, query, fragment and user-info. */
export interface Destination {
  /** In ASCII ("xn--…"). Null for what is no web address. */
  host: string | null;
  /** The host, or the scheme with its colon; shortened. */
  shown: string;
}

/** A finding for each place that suspicious links lead to, once for each of the texts that `test` chooses. */
export function forEachDestination(
  { suspicious }: Situation,
  test: (why: SuspiciousWhy, to: Destination) => Pick<Found, 'variant' | 'substitutions'> | null,
): Found[] {
  const all = new Map<string, Found>();
  for (const { url, why } of suspicious) {
    const to = destinationOf(url);
    const found = test(why, to);
    if (found === null) continue;
    const key = `${found.variant ?? ''} ${to.host ?? to.shown}`;
    const about = to.host === null ? {} : { host: to.host };
    if (!all.has(key)) all.set(key, { meeting: null, ...about, ...found });
  }
  return [...all.values()];
}

/** Read as the invitation's links are read, so that a missing scheme or a backslash gives the same host. */
function destinationOf(link: string): Destination {
  const url = unwrap(link)?.url ?? null;
  if (url === null) return { host: null, shown: '' };
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    return { host: null, shown: shortened(url.protocol) };
  const host = plainHost(url);
  return { host, shown: shortened(host) };
}

/** A host's end tells whose it is, and its beginning what it pretends to be: the middle goes. At most 60 UTF-16 units. */
export function shortened(name: string): string {
  return name.length <= 60 ? name : `${name.slice(0, 24)}…${name.slice(-35)}`;
}
