import * as z from 'zod/mini';
import { MAX_ADDRESS, MAX_ATTENDEES, MAX_NAME, MAX_TEXT } from '../../src/invitation/bound.ts';
import { MAX_LABEL, MAX_LABELS } from '../../src/invitation/label-headers.ts';
import { MAX_LINK, MAX_LINKS } from '../../src/links/bounds.ts';
import { SURFACES } from '../../src/model.ts';
import { MAX_REASON, NOTICE_KINDS, SET_ASIDE, type ToWorker } from '../messages.ts';

/**
 * What may come from a page. A compromised page can forge every message of its content script, so shapes and sizes are checked
 * here and trusted inside. The sizes of text and links are those to which the readers cut (content/reading/text.ts).
 */
z.config({ jitless: true });

/** A text of at most so many UTF-16 units. */
const text = (most: number) => z.string().check(z.maxLength(most));
const listOf = <Item extends z.ZodMiniType>(item: Item, most: number) =>
  z.array(item).check(z.maxLength(most));

const page = z.string().check(z.minLength(1), z.maxLength(64));
const time = z.nullable(text(40));
const passage = z.object({
  source: z.enum(['body', 'calendar', 'location']),
  text: text(MAX_TEXT),
  anchors: listOf(
    z.object({
      href: text(MAX_LINK),
      text: text(MAX_TEXT),
      at: z.int().check(z.gte(0)),
      property: z.exactOptional(text(64)),
    }),
    MAX_LINKS,
  ),
  timing: z.nullable(z.object({ created: time, lastOccurrence: time })),
});
const person = z.object({ name: text(MAX_NAME), address: text(MAX_ADDRESS) });
const event = z.object({
  organizer: z.nullable(person),
  attendees: listOf(person, MAX_ATTENDEES),
  visibility: z.nullable(z.enum(['public', 'private', 'confidential'])),
  sequence: z.nullable(z.int().check(z.gte(0))),
  recurring: z.boolean(),
  cancelled: z.boolean(),
});
const invitation = z.object({
  surface: z.enum(SURFACES),
  title: text(10_000),
  passages: listOf(passage, 50),
  labels: listOf(
    z.object({
      carrier: z.enum(['x-protective-marking', 'msip-labels', 'chip']),
      text: text(MAX_LABEL),
    }),
    MAX_LABELS,
  ),
  sender: z.nullable(person),
  recipients: listOf(person, MAX_ATTENDEES),
  events: listOf(event, 50),
  unread: listOf(z.enum(['calendar-attachment', 'rest-of-text', 'closed-frame']), 3),
});
const message = z.discriminatedUnion('type', [
  z.object({ type: z.literal('hello'), page }),
  z.object({ type: z.literal('which-join'), page, links: listOf(text(MAX_LINK), MAX_LINKS) }),
  z.object({
    type: z.literal('review'),
    page,
    webmail: z.nullable(text(40)),
    missed: listOf(text(100), 50),
    invitations: listOf(invitation, 50),
  }),
  z.object({ type: z.literal('join-page'), page, url: text(MAX_LINK) }),
  z.object({
    type: z.literal('decided'),
    page,
    decision: z.object({
      action: z.enum(['join', 'send']),
      how: z.enum(['gave-reason', 'stayed', 'reported', 'went-on-unchecked']),
      rules: listOf(text(64), 100),
      platforms: listOf(text(64), 100),
      ways: listOf(text(MAX_LINK), 100),
      reason: text(MAX_REASON),
    }),
  }),
  z.object({
    type: z.literal('unreadable'),
    page,
    reason: z.enum(['reader-failed', 'worker-silent', 'review-failed', 'notice-removed', 'kept-out']),
  }),
  z.object({
    type: z.literal('set-aside'),
    page,
    keys: listOf(text(64), 50),
    how: z.enum(SET_ASIDE),
  }),
  z.object({ type: z.literal('notice-size'), page, kind: z.enum(NOTICE_KINDS), small: z.boolean() }),
  z.object({ type: z.literal('gone'), page }),
  z.object({ type: z.literal('bring-meeting'), page }),
]);

/** The message, or null when it is none of ours. */
export function incoming(value: unknown): ToWorker | null {
  const parsed = message.safeParse(value);
  return parsed.success ? parsed.data : null;
}
