import { BLANK } from '../../src/invitation/blank.ts';
import type { CalendarEvent, Passage, Review, Seen } from '../../src/model.ts';
import { parsePolicy } from '../../src/policy/parse.ts';
import { review } from '../../src/review.ts';
import type { RuleCase } from '../../src/rules/rule.ts';

const EVENT: CalendarEvent = {
  organizer: null,
  attendees: [],
  visibility: null,
  sequence: null,
  recurring: false,
  cancelled: false,
};

/** An invitation that told nothing. */
export const UNTOLD: Seen = {
  marking: null,
  tenant: null,
  room: 'unknown',
  passcode: 'unknown',
  dialIn: 'unknown',
  personalLink: null,
  timing: null,
  recurring: false,
  callers: [],
};

/** The review of the invitation that a rule's case describes. */
export function reviewCase(one: RuleCase): Review {
  const created = one.created ?? null;
  const lastOccurrence = one.lastOccurrence ?? null;
  const timing = created === null && lastOccurrence === null ? null : { created, lastOccurrence };
  const passages: Passage[] = [{ source: 'body', text: one.text, anchors: one.anchors ?? [], timing }];
  if (one.location !== undefined)
    passages.push({ source: 'location', text: one.location, anchors: [], timing });
  return review(
    {
      ...BLANK,
      surface: one.surface ?? 'mail-read',
      title: one.title ?? '',
      passages,
      events: one.event === undefined ? [] : [{ ...EVENT, ...one.event }],
      labels: one.labels ?? [],
      sender: one.sender ?? null,
      recipients: one.recipients ?? [],
      ...(one.seen === undefined ? {} : { seen: { ...UNTOLD, ...one.seen } }),
    },
    parsePolicy(one.policy ?? { policyVersion: 'test' }, 'file'),
    new Date(one.now ?? '2026-11-02T09:00:00Z'),
  );
}
