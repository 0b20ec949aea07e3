import { expect, it } from 'vitest';
import { BLANK } from '../../src/invitation/blank.ts';
import { plainPassage } from '../../src/invitation/plain-text.ts';
import { findMeetings } from '../../src/meetings/find.ts';
import { waysOf } from '../../src/meetings/ways.ts';
import { PRETENCE } from '../../src/model.ts';

it('answers for every link of a page, however many there are', () => {
  const links = Array.from({ length: 3000 }, (_, index) =>
    index % 2 === 0 ? `https://zoom.us/j/${84_000_000_000 + index}` : `https://page${index}.example/nieuws`,
  );
  const answers = waysOf(links, []);
  expect(answers).toHaveLength(links.length);
  expect(answers.every((answer, index) => (answer !== null) === (index % 2 === 0))).toBe(true);
});

it('answers for links that pretend, and for servers of one’s own', () => {
  const own = [{ platform: 'jitsi', hosts: ['overleg.example.gov'] }];
  expect(
    waysOf(
      [
        'https://zoom.us.evil.example/j/84512345678',
        'https://overleg.example.gov/raad',
        'mailto:jan@example.org',
        '',
      ],
      own,
    ),
  ).toEqual([PRETENCE, 'jitsi room:overleg.example.gov/raad', null, null]);
});

it('knows a meeting by the same key, whatever the form and the wrapper of the link', () => {
  const inMail = 'https://zoom.us/j/84512345678?pwd=abc';
  const elsewhere = [
    'https://us02web.zoom.us/j/84512345678',
    `https://www.google.com/url?q=${encodeURIComponent('https://zoom.us/j/84512345678')}`,
  ];
  const passages = [plainPassage('body', inMail, null)];
  const { meetings } = findMeetings({ ...BLANK, surface: 'mail-read', title: '', passages }, []);
  for (const way of waysOf(elsewhere, [])) expect(meetings[0]?.ways).toContain(way);
});
