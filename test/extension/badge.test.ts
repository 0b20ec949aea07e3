import { expect, it, vi } from 'vitest';
import type { FrameReport } from '../../extension/messages.ts';
import { outcomeOfPage } from '../../extension/outcome.ts';
import type { Review } from '../../src/model.ts';
import { getMessage } from './locale.ts';
import { finding, NOT_ASIDE, review } from './samples.ts';

vi.mock('webextension-polyfill', () => ({ default: {} }));
vi.mock('../../extension/api.ts', () => ({
  default: { i18n: { getMessage, getUILanguage: () => 'en-GB' } },
}));
const { badgeOf } = await import('../../extension/background/badge.ts');

const report = (reviews: Review[], more: Partial<FrameReport> = {}): FrameReport => ({
  page: 'p',
  site: 'mail.example.gov',
  entries: reviews.map((one) => ({ title: '', review: one, aside: NOT_ASIDE })),
  trouble: null,
  webmail: null,
  missed: [],
  ...more,
});
const WRONG = review({ findings: [finding('warn'), finding('inform')] });
const TOLD = review({ findings: [finding('inform')] });
const PART = review({ unknown: ['rest-of-text'] });
const MISSED = { missed: ['gmail mail-read title'] };
const HIDDEN: Partial<FrameReport> = { trouble: 'notice-removed' };

it.each<[string, FrameReport[], string, string]>([
  ['no meeting', [report([])], '', 'no meeting found'],
  ['checked', [report([review()])], '✓', 'nothing found to warn about'],
  ['remarks', [report([TOLD])], '1', 'nothing found to warn about; remarks: 1'],
  ['warnings', [report([WRONG])], '2', 'your attention: 2'],
  ['a part unread', [report([PART])], '?', 'not everything'],
  [
    'a frame that failed',
    [report([review()]), report([], { trouble: 'reader-failed' })],
    '?',
    'not everything',
  ],
  [
    'warnings beside it',
    [report([WRONG]), report([], { trouble: 'reader-failed' })],
    '2',
    'your attention: 2',
  ],
  ['kept out', [report([], { trouble: 'kept-out' })], '?', 'kept out of this page'],
  ['checked with hooks gone', [report([review()], MISSED)], '~', 'limited check'],
  ['no meeting with hooks gone', [report([], MISSED)], '~', 'limited check'],
  ['remarks with hooks gone', [report([TOLD], MISSED)], '1', 'limited check'],
  ['warnings with hooks gone', [report([WRONG], MISSED)], '2', 'your attention: 2'],
  ['warnings on a page that hides them', [report([WRONG], HIDDEN)], '2!', 'hides In Camera’s notice'],
  ['a page that hides nothing found', [report([review()], HIDDEN)], '!', 'hides In Camera’s notice'],
  ['a part unread on such a page', [report([PART], HIDDEN)], '?', 'hides In Camera’s notice'],
])('%s', (_, reports, mark, title) => {
  const badge = badgeOf(outcomeOfPage(reports));
  expect(badge.mark).toBe(mark);
  expect(badge.title).toContain(title);
  expect(badge.title).toContain('In Camera');
});

it('only a full check without a finding is green', () => {
  const colour = (...reports: FrameReport[]): string => badgeOf(outcomeOfPage(reports)).colour;
  const green = colour(report([review()]));
  for (const other of [[], [review()], [PART], [TOLD], [WRONG]])
    for (const more of [MISSED, HIDDEN, { trouble: 'kept-out' as const }])
      expect(colour(report(other, more))).not.toBe(green);
});
