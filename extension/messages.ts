/**
 * Who may say what to whom. Types and lists only: the worker parses what it receives (background/incoming.ts),
 * because a compromised page can forge every message of its content script.
 */
import type { Invitation, Review } from '../src/model.ts';
import type { Webmail } from './content/readers/webmail.ts';

/** A content script to the worker. `page` names one document: it tells an old frame's last word from a new frame's first. */
export type ToWorker =
  /** The script has started; it wants to know what a meeting link may look like. Answer: Hints. */
  | { type: 'hello'; page: string }
  /** Into which meetings do these links lead? Answer: Ways. */
  | { type: 'which-join'; page: string; links: readonly string[] }
  /** All invitations that are open in this page now; none is an answer too. Answer: Reviews, or Failure. */
  | {
      type: 'review';
      page: string;
      /** Id of the webmail that the page is (content/readers/); null for one that nobody described. */
      webmail: string | null;
      /** What its reader knows of and did not find, as "gmail mail-read title": the generic reading took over. */
      missed: readonly string[];
      invitations: readonly Invitation[];
    }
  /** A platform's own page, to which the link leads that opened it. Answer: Reviews, of one, or Failure. */
  | { type: 'join-page'; page: string; url: string }
  /** The page holds a link to a meeting: bring the scripts that read and show (content/meeting-parts.ts). Answer: nothing. */
  | { type: 'bring-meeting'; page: string }
  /** A hold is over. Answer: nothing. */
  | { type: 'decided'; page: string; decision: Decision }
  /** A person sets aside what the notice shows now. `keys`: Aside.key. Answer: nothing. */
  | { type: 'set-aside'; page: string; keys: readonly string[]; how: SetAside }
  /** A person made notices of this kind small, or large again. Answer: nothing. */
  | { type: 'notice-size'; page: string; kind: NoticeKind; small: boolean }
  /** The frame holds something that we could not read. Answer: nothing. */
  | { type: 'unreadable'; page: string; reason: Trouble }
  /** The document goes away. Answer: nothing. */
  | { type: 'gone'; page: string };

/** Lower-case pieces of addresses (background/hints.ts). A link or text without any of them leads to no meeting: the reader skips it. */
export interface Hints {
  hints: readonly string[];
  /** Whether the policy can hold anything, or counts what it would hold. Otherwise no click and no key is looked at. */
  holds: boolean;
  /** Webmails that this page may be (content/readers/): they are data, so that the content script carries none. */
  readers: readonly Webmail[];
  /** What becomes of joining and sending when no review comes within two seconds. */
  whenUnchecked: 'go-on' | 'hold';
  /** Words of the language that the person chose (own-words.ts); null: the browser's. */
  words: Readonly<Record<string, string>> | null;
  /** Kinds of notice that the person made small. */
  small: readonly NoticeKind[];
}

/** What a notice is about, by its look. Each kind remembers by itself whether the person made it small. */
export const NOTICE_KINDS = ['inform', 'warn', 'justify', 'block', 'unchecked', 'trouble'] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** For each link, in order: what Meeting.ways knows it by, PRETENCE (src/model.ts), or null when it concerns no meeting. */
export interface Ways {
  ways: readonly (string | null)[];
}

/** One review for each invitation, in order; urls without query and fragment. */
export interface Reviews {
  reviews: readonly Review[];
  /** For each review, for each of its meetings: Meeting.ways, which the reviews here leave out. */
  ways: readonly (readonly (readonly string[])[])[];
  /** One for each review. */
  asides: readonly Aside[];
  /** A join page: the person has just given their reason for all that holds here, elsewhere. */
  passed?: boolean;
  /** A join page, which has asked for no Hints: theirs. */
  words?: Hints['words'];
  small?: Hints['small'];
}

/** How a person sets an invitation's notice aside: until the browser closes, or for good. */
export const SET_ASIDE = ['not-now', 'known'] as const;
export type SetAside = (typeof SET_ASIDE)[number];

/** Whether a person set an invitation's notice aside. */
export interface Aside {
  /** A hash (set-aside.ts). */
  key: string;
  state: SetAside | null;
  /** "I know this one" is theirs to say. */
  mayBeKnown: boolean;
}

/** In place of Reviews: the worker was there and could not judge. Asking again would not help. */
export interface Failure {
  trouble: 'review-failed';
}

/** UTF-16 units. */
export const MAX_REASON = 500;

/** What a person did at a hold, or would have been held at (`reported`: the policy only counts). For the log on this machine. */
export interface Decision {
  action: 'join' | 'send';
  how: 'gave-reason' | 'stayed' | 'reported' | 'went-on-unchecked';
  /** Rules and platforms of the findings that held. */
  rules: readonly string[];
  platforms: readonly string[];
  /** Meeting.ways of what is joined; none for sending. */
  ways: readonly string[];
  /** In the person's words; empty if none. */
  reason: string;
}

/** The worker or the popup to a content script. */
export type ToContent =
  /** Hints or policy have changed: ask again. */
  | { type: 'ask-again' }
  /** The permission for this site is gone: stop, and take the notice away. */
  | { type: 'leave' }
  /** Answer true if this page is still the one that reported. */
  | { type: 'still-there'; page: string };

/** Why nothing could be checked. */
export type Trouble =
  | 'reader-failed'
  | 'worker-silent'
  | 'review-failed'
  /** The page threw our notice out again and again. */
  | 'notice-removed'
  /** The browser or its administrator keeps us out of a page that we should read. */
  | 'kept-out';

/** What the worker keeps of a frame, in storage.session under reportKey: the truth that badge and popup show. */
export interface FrameReport {
  page: string;
  /** Host of the frame's page, for people. */
  site: string;
  entries: readonly { title: string; review: Review; aside: Aside }[];
  trouble: Trouble | null;
  /** Which webmail it is, by its reader's id; null for one that nobody described, and for a platform's own page. */
  webmail: string | null;
  /** As the content script said: hooks of the webmail that are gone. Then the check was a limited one. */
  missed: readonly string[];
}

export const reportPrefix = (tabId: number): string => `report:${tabId}:`;
export const reportKey = (tabId: number, frameId: number): string => `${reportPrefix(tabId)}${frameId}`;
