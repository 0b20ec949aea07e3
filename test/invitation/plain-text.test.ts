import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BLANK } from '../../src/invitation/blank.ts';
import { MAX_TEXT } from '../../src/invitation/bound.ts';
import { readPlainText } from '../../src/invitation/plain-text.ts';

const read = (text: string) => readPlainText(text, 'mail-read');

describe('readPlainText', () => {
  it('has no title and one passage with plain line ends', () => {
    expect(read('Join:\r\nhttps://example.webex.com/meet/jan\rBye')).toEqual({
      ...BLANK,
      surface: 'mail-read',
      title: '',
      passages: [
        { source: 'body', text: 'Join:\nhttps://example.webex.com/meet/jan\nBye', anchors: [], timing: null },
      ],
    });
  });

  it.each([
    ['Subject: Budget\n\nJoin', 'Budget'],
    ['onderwerp:  Begroting \nTekst', 'Begroting'],
    [
      '\n\nVan: Jan <jan@example.gov>\nVerzonden: maandag 6 mei 2024 13:30\nAan: Piet\nOnderwerp: Begroting\n\nTekst',
      'Begroting',
    ],
    ['From: a\nSent: b\nTo: c\nBetreff: Haushalt', 'Haushalt'],
    ['Subject:\nJoin', ''],
    ['Hello,\nSubject: not a header', ''],
    ['https://example.webex.com/meet/jan\nSubject: not a header', ''],
    [`${'a: b\n'.repeat(30)}Subject: too far down`, ''],
  ])('takes the subject from %j', (text, title) => {
    expect(read(text).title).toBe(title);
  });

  it('does not count the subject twice', () => {
    const invitation = read('From: a\nSubject: Passcode 1234\nJoin');
    expect(invitation.passages.map((passage) => passage.text)).toEqual(['From: a\nJoin']);
  });

  it('has no passages for an empty text', () => {
    expect(read(' \n ').passages).toEqual([]);
  });

  it('cuts what is too long, and says so', () => {
    const invitation = read('x'.repeat(MAX_TEXT + 5));
    expect(invitation.passages[0]?.text).toHaveLength(MAX_TEXT);
    expect(invitation.unread).toEqual(['rest-of-text']);
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => typeof read(text).title === 'string'));
  });
});
