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
    ['an empty file', 'a.txt', bytes(''), 'the file is empty'],
    ['a huge file', 'a.eml', new Uint8Array(MAX_BYTES + 1), 'the file is larger than 64 MB'],
    ['a broken calendar', 'a.ics', bytes('BEGIN:VCALENDAR'), 'no event in it can be read'],
    ['a mail that is none', 'a.eml', bytes('x'), 'it is not a mail: it has none of the header lines of one'],
  ])('fails for %s', async (_, name, content, failure) => {
    expect(await readFile(name, content, 'mail-read')).toEqual({ failure });
  });
});
