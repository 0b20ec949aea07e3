import * as z from 'zod';
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

const page = z.string().min(1).max(64);
const time = z.string().max(40).nullable();
const passage = z.object({
  source: z.enum(['body', 'calendar', 'location']),
  text: z.string().max(MAX_TEXT),
  anchors: z
    .array(
      z.object({
        href: z.string().max(MAX_LINK),
        text: z.string().max(MAX_TEXT),
        at: z.number().int().min(0),
        property: z.string().max(64).exactOptional(),
      }),
    )
    .max(MAX_LINKS),
  timing: z.object({ created: time, lastOccurrence: time }).nullable(),
});
const person = z.object({ name: z.string().max(MAX_NAME), address: z.string().max(MAX_ADDRESS) });
const event = z.object({
  organizer: person.nullable(),
  attendees: z.array(person).max(MAX_ATTENDEES),
  visibility: z.enum(['public', 'private', 'confidential']).nullable(),
  sequence: z.number().int().min(0).nullable(),
  recurring: z.boolean(),
  cancelled: z.boolean(),
});
const invitation = z.object({
  surface: z.enum(SURFACES),
  title: z.string().max(10_000),
  passages: z.array(passage).max(50),
  labels: z
    .array(
      z.object({
        carrier: z.enum(['x-protective-marking', 'msip-labels', 'chip']),
        text: z.string().max(MAX_LABEL),
      }),
    )
    .max(MAX_LABELS),
  sender: person.nullable(),
  recipients: z.array(person).max(MAX_ATTENDEES),
  events: z.array(event).max(50),
  unread: z.array(z.enum(['calendar-attachment', 'rest-of-text', 'closed-frame'])).max(3),
});
const message = z.discriminatedUnion('type', [
  z.object({ type: z.literal('hello'), page }),
  z.object({ type: z.literal('which-join'), page, links: z.array(z.string().max(MAX_LINK)).max(MAX_LINKS) }),
  z.object({
    type: z.literal('review'),
    page,
    webmail: z.string().max(40).nullable(),
    missed: z.array(z.string().max(100)).max(50),
    invitations: z.array(invitation).max(50),
  }),
  z.object({ type: z.literal('join-page'), page, url: z.string().max(MAX_LINK) }),
  z.object({
    type: z.literal('decided'),
    page,
    decision: z.object({
      action: z.enum(['join', 'send']),
      how: z.enum(['gave-reason', 'stayed', 'reported', 'went-on-unchecked']),
      rules: z.array(z.string().max(64)).max(100),
      platforms: z.array(z.string().max(64)).max(100),
      ways: z.array(z.string().max(MAX_LINK)).max(100),
      reason: z.string().max(MAX_REASON),
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
    keys: z.array(z.string().max(64)).max(50),
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
