import { plainPassage } from '../src/invitation/plain-text.ts';
import { findMeetings } from '../src/meetings/find.ts';
import { DEFAULT_POLICY } from '../src/policy/defaults.ts';
import { matcherFor } from '../src/policy/in-force.ts';
import { review } from '../src/review.ts';
import { HOSTILE, invitation, prose, thread } from './bench-texts.ts';

const asMail = (text: string): any => ({
  surface: 'mail-read',
  title: 'Overleg',
  passages: [plainPassage('body', text, null)],
  unread: [],
  events: [],
});
const name = process.argv[2]!;
const n = Number(process.argv[3] ?? 20);
const text =
  name === 'inv'
    ? invitation()
    : name === 'thread'
      ? thread(100 * 1024)
      : name === 'prose'
        ? prose(1024 * 1024)
        : HOSTILE.get(name)!(100 * 1024);
const m = asMail(text);
const now = new Date();
const time = (f: () => void) => {
  for (let i = 0; i < n / 4; i++) f();
  const a = performance.now();
  for (let i = 0; i < n; i++) f();
  return ((performance.now() - a) / n).toFixed(3);
};
console.log(
  name,
  'review',
  time(() => review(m, DEFAULT_POLICY, now)),
  'find',
  time(() => findMeetings(m, [])),
  'markings',
  time(() => matcherFor(DEFAULT_POLICY.policy)(m)),
);
