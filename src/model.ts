/**
 * The nouns of In Camera. Plain data only: everything here can cross a message port or become JSON as it is.
 * Times are ISO 8601 in UTC ("2024-05-20T08:00:00Z"); offsets count UTC-16 units in the text they belong to.
 */

/** What a finding makes us do, mildest first (the contract's one vocabulary). */
export const LEVELS = ['off', 'inform', 'warn', 'justify', 'block'] as const;
export type Level = (typeof LEVELS)[number];
/** Place in that order: 0 is off. */
export const severity = (level: Level): number => LEVELS.indexOf(level);
/** It holds what a person is about to do. */
export const isHold = (level: Level | undefined): level is 'justify' | 'block' =>
  level === 'justify' || level === 'block';

/** Where a person meets an invitation. "join": only its link, on the page that it opened, which is the platform's own. */
export const SURFACES = ['mail-read', 'event-read', 'mail-write', 'event-write', 'join'] as const;
export type Surface = (typeof SURFACES)[number];
/** Who writes an invitation is told what to mend, who reads one what to ask. */
export const isWriting = (surface: Surface): boolean => surface.endsWith('-write');

/** A link as the page or the mail holds it: what it opens and what it shows. `at` is where its text begins in the passage. */
export interface Anchor {
  href: string;
  text: string;
  at: number;
  /** The iCalendar property whose value it is, in upper case ("X-GOOGLE-CONFERENCE"). */
  property?: string;
}

/** When an invitation was made, and when it ends to matter. */
export interface Timing {
  /** CREATED, else DTSTAMP under METHOD:REQUEST, else the mail's date (facts/meeting-links.md section 12). */
  created: string | null;
  /** Start of the last occurrence; "never" for a series without an end. Null when nothing tells. */
  lastOccurrence: string | 'never' | null;
}

/** A stretch of text as a person reads it: one line per "\n", quoted lines begin with "> ". */
export interface Passage {
  source: 'body' | 'calendar' | 'location';
  text: string;
  anchors: readonly Anchor[];
  timing: Timing | null;
  /** It is of a mail attached to this one, quoted as a whole; its timing is that mail's own. */
  attached?: true;
}

/** What the reader could see but not read. Never counted as safe. */
export type Unread =
  /** A text/calendar attachment that the page shows only as a file to download. */
  | 'calendar-attachment'
  /** The text was longer than our bound, or the webmail showed only its beginning. */
  | 'rest-of-text'
  /** A part of the page that belongs to another origin. */
  | 'closed-frame';

/** Somebody a calendar names. */
export interface Person {
  /** As the calendar calls them (CN). Empty if it does not. */
  name: string;
  /** In lower case, without "mailto:". Empty when none is given: it is not always a mail address. */
  address: string;
}

/** What a calendar tells of one event (VEVENT, RFC 5545 section 3.6.1) beside its text. */
export interface CalendarEvent {
  /** ORGANIZER (RFC 5545 section 3.8.4.3). Null if none is named. */
  organizer: Person | null;
  /** ATTENDEE (section 3.8.4.1), in order. At most 2,000. */
  attendees: readonly Person[];
  /**
   * CLASS (section 3.8.1.3): who may see the event in a shared calendar. It is no classification (facts/meeting-links.md section 9).
   * Null if not given; a name that nobody knows is 'private', as section 3.8.1.3 says.
   */
  visibility: 'public' | 'private' | 'confidential' | null;
  /** SEQUENCE (section 3.8.7.4): how often the event was revised. Proves no new link (facts section 12). */
  sequence: number | null;
  /** A series (RRULE, RDATE: section 3.8.5), or one occurrence of it (RECURRENCE-ID: section 3.8.4.4). */
  recurring: boolean;
  /** STATUS:CANCELLED (section 3.8.1.11), or the file takes its events back: METHOD:CANCEL (RFC 5546 section 3.2.5). */
  cancelled: boolean;
}

/** A marking that does not stand in title or text (facts/markings.md section 4). */
export interface Label {
  /**
   * "x-protective-marking": Australia's mail header. "msip-labels": Purview's mail header. "chip": what a page shows beside the
   * subject, or a header row that an administrator made visible.
   */
  carrier: 'x-protective-marking' | 'msip-labels' | 'chip';
  /** The header's value, or the words shown. */
  text: string;
}

/** An invitation as plain data, whoever read it: a webmail page, a saved mail, a calendar file. */
export interface Invitation {
  surface: Surface;
  /** Subject or SUMMARY. Empty when there is none. */
  title: string;
  passages: readonly Passage[];
  labels: readonly Label[];
  /** Who sent the mail. Null for a calendar file, and where the page does not tell. */
  sender: Person | null;
  /** To and Cc. At most 2,000; empty for a calendar file, and where the page does not tell. */
  recipients: readonly Person[];
  /** In the calendar's order. Empty when no calendar was read. */
  events: readonly CalendarEvent[];
  unread: readonly Unread[];
  /** What an invitation to the meeting told. On the surface "join" only, and absent there too when none was seen. */
  seen?: Seen;
}

/** Why a file could not be read. */
export const FAILURES = [
  'empty',
  'too-large',
  /** Outlook's own format, which only Outlook opens. */
  'outlook-file',
  /** An archive, a picture, a document of another program. */
  'not-text',
  'not-mail',
  'damaged-mail',
  'not-calendar',
  'no-event',
] as const;
export type Failure = (typeof FAILURES)[number];

/** What became of reading a file. `failure`: why not, as an English sentence that follows on "a.eml: ". */
export type Reading = { invitation: Invitation } | ReadingFailure;
export interface ReadingFailure {
  kind: Failure;
  failure: string;
}

export type Room = 'one-off' | 'personal' | 'permanent' | 'unknown';
export type PasscodeState =
  | 'in-text'
  | 'in-link'
  | 'both'
  | 'withheld'
  | 'absent'
  | 'none-by-design'
  | 'unknown';
export type DialInState = 'none' | 'open' | 'protected' | 'pin' | 'unknown';

/** A link that is one person's own: it starts the meeting as its host, or lets in as one registered participant. */
export type PersonalLink = 'host' | 'participant';

/** One meeting, however many links lead to it. */
export interface Meeting {
  platform: string;
  /** Unwrapped, otherwise as written. Null when a wrapper does not tell. Holds secrets: see withoutSecrets. */
  url: string | null;
  host: string;
  tenant: string | null;
  id: string | null;
  room: Room;
  passcode: {
    state: PasscodeState;
    /** Of a passcode of digits alone that stands in the text: how many. Null for every other. */
    digits: number | null;
  };
  dialIn: { state: DialInState };
  /** Ids of the link wrappers around it, outermost first. */
  wrappedBy: readonly string[];
  /** One of its links should not have been mailed. */
  personalLink: PersonalLink | null;
  /** All its links stand in quoted text: it belongs to an older mail below or inside this one. */
  quoted: boolean;
  /** What its links are recognised by, see waysOf: a link elsewhere with one of these leads into it, too. May hold secrets. */
  ways: readonly string[];
  timing: Timing | null;
}

/**
 * What an invitation told of one meeting, so that the meeting's own page can be judged by it later. It is stored: no link, number,
 * title or passcode may be in it, nor how long a passcode is.
 */
export interface Seen {
  marking: Marking | null;
  tenant: string | null;
  room: Room;
  passcode: PasscodeState;
  dialIn: DialInState;
  personalLink: PersonalLink | null;
  timing: Timing | null;
  /** The calendar plans it more than once. */
  recurring: boolean;
  /** Mail domains of those who call it. At most MAX_CALLERS (src/invitation/callers.ts). */
  callers: readonly string[];
}

export type SuspiciousWhy =
  | 'lookalike'
  | 'userinfo'
  | 'homoglyph'
  | 'ip-host'
  | 'scheme'
  | 'open-redirect'
  | 'text-mismatch'
  | 'calendar-property'
  | 'backslash';

/** What a link that only pretends to lead into a meeting is known by, in place of one of Meeting.ways. */
export const PRETENCE = 'pretence';

export interface Suspicious {
  url: string;
  why: SuspiciousWhy;
}

export interface Marking {
  scheme: string;
  level: string;
  /** 0 public … 50 top secret (facts/markings.md section 2). */
  rank: number;
  foundIn: 'title' | 'body' | 'label' | 'header' | 'calendar';
  /** As written. */
  text: string;
}

/** What an invitation cannot prove, or what we could not read of it. */
export type Unknown =
  | 'lobby'
  | 'e2ee'
  | 'created'
  | 'passcode'
  | 'dial-in'
  | 'more-meetings'
  /** A sensitivity label that the policy does not know, or a protective marking that nobody can read. */
  | 'label'
  /** The meeting's page was opened, and no invitation to it was seen. */
  | 'invitation'
  | Unread;

/** A rule's verdict. The words stand in the locales; here are only their variant and what fills their gaps. */
export interface Finding {
  rule: string;
  level: Level;
  /** Index into Review.meetings; null when it is about the invitation. */
  meeting: number | null;
  /** Which of the rule's texts: null for the plain one. */
  variant: string | null;
  /** Fills $1 … $9 of the rule's texts, in order. */
  substitutions: readonly string[];
  /** The organisation's own wording of what is wrong, by language. */
  ownTexts: readonly OwnText[];
  /** The hold that the policy's reportOnly turned into a warning. */
  reportedOnly: 'justify' | 'block' | null;
  /** What it rests on: public guidance, or the organisation's own page. */
  source: { title: string; url: string };
}

export interface OwnText {
  /** BCP 47 ("nl", "nl-BE"), in lower case. */
  language: string;
  text: string;
}

export interface PolicyFault {
  /** Where in the policy, as a person would point at it: `rules[2].level`. Empty for the whole. */
  path: string;
  problem:
    | 'not-json'
    | 'empty'
    | 'wrong-type'
    | 'wrong-value'
    | 'missing'
    | 'unknown-key'
    | 'unknown-rule'
    | 'unknown-marking'
    | 'unknown-scheme'
    | 'unknown-platform'
    | 'unknown-incident'
    | 'twice'
    | 'too-many'
    | 'dropped-by-browser'
    | 'unanswered'
    | 'expired';
  /** The faulty value, shortened. */
  value: string;
  /** What is not applied because of it: this key, or the whole item around it. Null when everything is. */
  lost: string | null;
}

export interface PolicyNote {
  source: 'file' | 'managed' | 'local' | 'default';
  version: string | null;
  /** organisation.name, for people. */
  organisation: string | null;
  /** organisation.contact: "mailto:…" or "https://…". */
  contact: string | null;
  /** organisation.helpUrl. */
  helpUrl: string | null;
  faults: readonly PolicyFault[];
  /** Keys that are right, and that this version does nothing with. */
  notApplied: readonly string[];
  /** Which settings are the person's own, as paths: "rules[no-passcode]", "titles.forbiddenTerms". */
  ownSettings: readonly string[];
}

export interface Review {
  /** Where the invitation was met: who writes one is told what to mend, who reads one what to ask. */
  surface: Surface;
  meetings: readonly Meeting[];
  suspicious: readonly Suspicious[];
  marking: Marking | null;
  findings: readonly Finding[];
  unknown: readonly Unknown[];
  policy: PolicyNote;
}
