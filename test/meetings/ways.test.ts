import { expect, it } from 'vitest';
import { concernMeetings } from '../../src/meetings/ways.ts';

it('answers for every link of a page, however many there are', () => {
  const links = Array.from({ length: 3000 }, (_, index) =>
    index % 2 === 0 ? `https://zoom.us/j/${84_000_000_000 + index}` : `https://page${index}.example/nieuws`,
  );
  const answers = concernMeetings(links, []);
  expect(answers).toHaveLength(links.length);
  expect(answers.every((answer, index) => answer === (index % 2 === 0))).toBe(true);
});

it('answers for links that pretend, and for servers of one’s own', () => {
  const own = [{ platform: 'jitsi', hosts: ['overleg.example.gov'] }];
  expect(
    concernMeetings(
      [
        'https://zoom.us.evil.example/j/84512345678',
        'https://overleg.example.gov/raad',
        'mailto:jan@example.org',
        '',
      ],
      own,
    ),
  ).toEqual([true, true, false, false]);
});
