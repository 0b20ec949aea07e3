import { expect, it } from 'vitest';
import { endingOf, nameByContent } from '../../src/invitation/file-kind.ts';

it.each([
  ['BEGIN:VCALENDAR\r\nEND:VCALENDAR', '.ics'],
  ['\ufeff\nbegin:vevent', '.ics'],
  ['<!DOCTYPE html><p>x', '.html'],
  ['Received: by a\r\n by b\r\nSubject: T\r\n\r\nx', '.eml'],
  ['MIME-Version: 1.0\nFrom: a\n\nx', '.eml'],
  // What people quote is text, and so is a link at the beginning of a line.
  ['From: Jan\nSubject: T\n\nx', null],
  ['Content-Type: x\nhttps://example.com/\n\nx', null],
  ['Join us\nMessage-ID: 3\n\nx', null],
  ['<p>a fragment', null],
  ['', null],
])('knows what %j is', (text, ending) => {
  expect(endingOf(text)).toBe(ending);
});

it('believes a name that tells, and otherwise the content', () => {
  const calendar = new TextEncoder().encode('\ufeffBEGIN:VCALENDAR');
  expect(nameByContent('a.eml', calendar)).toBe('a.eml');
  expect(nameByContent('a.txt', calendar)).toBe('a.txt.ics');
  expect(nameByContent('a', new TextEncoder().encode('x'))).toBe('a');
});
