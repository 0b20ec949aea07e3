import fc from 'fast-check';
import { z } from 'zod';
import '../browser-here.ts';
import { incoming } from '../../../extension/background/incoming.ts';
import { readFromChecker, readToChecker } from '../../../extension/check/messages.ts';
import { BLANK } from '../../../src/invitation/blank.ts';
import { DEFAULT_POLICY } from '../../../src/policy/defaults.ts';
import { finding, ORGANISATION, review, SECRET } from '../../extension/samples.ts';
import { fuzzTarget } from '../target.ts';
import { isPlain, nearly, revived } from '../values.ts';
import { assert, assertSame, verdictOf } from '../verdict.ts';

/** What pages and workers say to one another. A message that came through is judged, and says the same when it comes again. */

const form = z.object({ message: z.json() });

const JAN = { name: 'Jan', address: 'jan@example.org' };
const invitation = {
  ...BLANK,
  surface: 'mail-read',
  title: 'Overleg',
  passages: [
    {
      source: 'calendar',
      text: 'https://zoom.us/j/84512345678 Passcode: 482913',
      anchors: [{ href: 'https://zoom.us/j/84512345678', text: 'Join', at: 0, property: 'URL' }],
      timing: { created: '2026-11-01T08:00:00Z', lastOccurrence: 'never' },
    },
    { source: 'body', text: 'Stg. GEHEIM', anchors: [], timing: null },
  ],
  labels: [{ carrier: 'chip', text: 'TLP:RED' }],
  sender: JAN,
  recipients: [JAN],
  events: [
    {
      organizer: JAN,
      attendees: [JAN],
      visibility: 'public',
      sequence: 0,
      recurring: true,
      cancelled: false,
    },
  ],
};
const decision = {
  action: 'join',
  how: 'gave-reason',
  rules: ['no-passcode'],
  platforms: ['zoom'],
  ways: ['a'],
  reason: 'x',
};
const { policy, note } = DEFAULT_POLICY;
const samples: readonly unknown[] = [
  { type: 'hello', page: 'p' },
  { type: 'which-join', page: 'p', links: ['https://zoom.us/j/1'] },
  ...Array.from({ length: 6 }, () => ({
    type: 'review',
    page: 'p',
    webmail: 'gmail',
    missed: ['a b'],
    invitations: [invitation],
  })),
  { type: 'join-page', page: 'p', url: 'https://zoom.us/j/1' },
  { type: 'decided', page: 'p', decision },
  { type: 'unreadable', page: 'p', reason: 'kept-out' },
  { type: 'set-aside', page: 'p', keys: ['a'], how: 'known' },
  { type: 'notice-size', page: 'p', kind: 'warn', small: true },
  { type: 'gone', page: 'p' },
  { type: 'bring-meeting', page: 'p' },
  { kind: 'policies', inForce: { policy, note }, other: { policy, note: ORGANISATION } },
  { kind: 'file', id: 1, name: 'a.eml', file: null, now: '2026-11-22T09:00:00Z' },
  { id: 1, outcome: { failure: 'empty' } },
  {
    id: 1,
    outcome: { title: 'a', review: review({ findings: [finding('warn')], marking: SECRET }), other: null },
  },
];

export const messages = fuzzTarget<z.infer<typeof form>>({
  parser: 'messages',
  form,
  cases: fc.record({
    message: nearly(samples).map((one) => z.json().parse(JSON.parse(JSON.stringify(one)))),
  }),
  async check(one, watch) {
    const given = revived(one.message);
    const size = JSON.stringify(one).length;
    const message = await watch.time(size, () => incoming(given));
    const fromChecker = await watch.time(size, () => readFromChecker(given));
    const toChecker = await watch.time(size, () => {
      try {
        return readToChecker(given);
      } catch (error) {
        // As it promises for what is no message; what else it throws is a fault of ours.
        if (error instanceof Error && 'issues' in error) return null;
        throw error;
      }
    });
    if (isPlain(one.message)) {
      const again: unknown = JSON.parse(JSON.stringify(given));
      assertSame([incoming(again), readFromChecker(again)], [message, fromChecker], 'the message as JSON');
    }
    if (message !== null) assertSame(incoming(message), message, 'what came through');
    if (message?.type === 'review')
      for (const each of message.invitations) await verdictOf(each, size, watch);
    assert(
      toChecker === null || ['policies', 'file'].includes(toChecker.kind),
      'a message that nobody knows',
    );
  },
});
