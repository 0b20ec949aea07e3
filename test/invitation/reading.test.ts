import { describe, expect, it } from 'vitest';
import { MAX_BYTES, readFile } from '../../src/invitation/reading.ts';
import { caseBytes, invitationOf } from './cases.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = async (name: string, text: string) =>
  invitationOf(await readFile(name, bytes(text), 'mail-read'));

describe('readFile', () => {
  it.each([
    ['a.eml', 'Subject: T\nFrom: a\n\nx', 'T', 'x\n'],
    ['A.EML', 'Subject: T\nFrom: a\n\nx', 'T', 'x\n'],
    ['a.ics', 'BEGIN:VEVENT\nSUMMARY:T\nDESCRIPTION:x', 'T', 'x'],
    ['a.html', '<title>T</title><p>x', 'T', 'x'],
    ['a.htm', '<title>T</title><p>x', 'T', 'x'],
    ['a.txt', 'Subject: T\nx', 'T', 'x'],
    ['-', '<title>T</title>', '', '<title>T</title>'],
    ['a.html.bak', '<p>x', '', '<p>x'],
    ['eml', '<p>x', '', '<p>x'],
  ])('reads %s', async (name, text, title, body) => {
    const invitation = await read(name, text);
    expect(invitation.title).toBe(title);
    expect(invitation.passages.map((passage) => passage.text)).toEqual([body]);
    expect(invitation.surface).toBe('mail-read');
  });

  it('reads UTF-16 and windows-1252', async () => {
    const utf16 = Uint8Array.from([0xff, 0xfe, 0x65, 0, 0xe9, 0]);
    expect(invitationOf(await readFile('a.txt', utf16, 'mail-read')).passages[0]?.text).toBe('eé');
    const latin = Uint8Array.from([0x65, 0xe9]);
    expect(invitationOf(await readFile('a.html', latin, 'mail-read')).passages[0]?.text).toBe('eé');
  });

  it('passes the surface on', async () => {
    const reading = await readFile('a.ics', caseBytes('google-export.ics'), 'event-write');
    expect(invitationOf(reading).surface).toBe('event-write');
  });

  it('finds no passage where nothing is to be read', async () => {
    expect((await read('a.html', '<p hidden>x')).passages).toEqual([]);
    expect((await read('a.txt', '\n')).passages).toEqual([]);
  });

  it.each([
    ['an empty file', 'a.txt', bytes(''), 'empty', 'the file is empty'],
    ['a huge file', 'a.eml', new Uint8Array(MAX_BYTES + 1), 'too-large', 'the file is larger than 64 MB'],
    ['a broken calendar', 'a.ics', bytes('BEGIN:VCALENDAR'), 'no-event', 'no event in it can be read'],
    [
      'a mail that is none',
      'a.eml',
      bytes('x'),
      'not-mail',
      'it is not a mail: it has none of the header lines of one',
    ],
    [
      'a calendar that is none',
      'a.ics',
      bytes('x'),
      'not-calendar',
      'it is not iCalendar: nothing in it begins with BEGIN:',
    ],
    [
      'a mail of Outlook',
      'a.msg',
      Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0),
      'outlook-file',
      'it is in the own format of Outlook (.msg): save it as .eml',
    ],
    [
      'an archive named as a mail',
      'a.eml',
      Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0, 8, 0),
      'not-text',
      'it is not text: it belongs to another program',
    ],
    ['a PDF', 'a.txt', bytes('%PDF-1.7\nx'), 'not-text', 'it is not text: it belongs to another program'],
  ])('fails for %s', async (_, name, content, kind, failure) => {
    expect(await readFile(name, content, 'mail-read')).toEqual({ kind, failure });
  });

  it('reads text with a control character in it, and Japanese mail', async () => {
    expect((await read('a.txt', `x\0 ${'y'.repeat(40)}`)).passages).toHaveLength(1);
    expect(
      (await read('a.txt', '\u001b$B$\u001b(B \u001b$B$\u001b(B \u001b$B$\u001b(B')).passages,
    ).toHaveLength(1);
  });
});
