/**
 * Who may say what to whom. Types only: the worker parses what it receives (background/incoming.ts),
 * because a compromised page can forge every message of its content script.
 */
import type { Invitation, Review } from '../src/model.ts';

/** A content script to the worker. `page` names one document: it tells an old frame's last word from a new frame's first. */
export type ToWorker =
  /** The script has started; it wants to know what a meeting link may look like. Answer: Hints. */
  | { type: 'hello'; page: string }
  /** Which of these links join a meeting? Answer: Joining. */
  | { type: 'which-join'; page: string; links: readonly string[] }
  /** All invitations that are open in this frame now; none is an answer too. Answer: Reviews. */
  | { type: 'review'; page: string; invitations: readonly Invitation[] }
  /** The frame holds something that we could not read. Answer: nothing. */
  | { type: 'unreadable'; page: string; reason: Trouble }
  /** The document goes away. Answer: nothing. */
  | { type: 'gone'; page: string };

/** Lower-case pieces of addresses (background/hints.ts). A link or text without any of them leads to no meeting: the reader skips it. */
export interface Hints {
  hints: readonly string[];
}

/** For each link, in order. */
export interface Joining {
  join: readonly boolean[];
}

/** One review for each invitation, in order; urls without query and fragment. */
export interface Reviews {
  reviews: readonly Review[];
}

/** The worker or the popup to a content script. */
export type ToContent =
  /** Hints or policy have changed: ask again. */
  | { type: 'ask-again' }
  /** Answer true if this page is still the one that reported. */
  | { type: 'still-there'; page: string };

/** Why nothing could be checked. */
export type Trouble = 'reader-failed' | 'worker-silent' | 'review-failed';

/** What the worker keeps of a frame, in storage.session under reportKey: the truth that badge and popup show. */
export interface FrameReport {
  page: string;
  /** Host of the frame's page, for people. */
  site: string;
  entries: readonly { title: string; review: Review }[];
  trouble: Trouble | null;
}

export const reportPrefix = (tabId: number): string => `report:${tabId}:`;
export const reportKey = (tabId: number, frameId: number): string => `${reportPrefix(tabId)}${frameId}`;
