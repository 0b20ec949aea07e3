import { describe, expect, it } from 'vitest';
import { BLANK } from '../../src/invitation/blank.ts';
import { findMeetings } from '../../src/meetings/find.ts';
import type { Anchor, Passage } from '../../src/model.ts';

function found(text: string, anchors: readonly Anchor[] = [], title = '') {
  const passage: Passage = { source: 'body', text, anchors, timing: null };
  return findMeetings({ ...BLANK, surface: 'mail-read', title, passages: [passage] }, []);
}
const ZOOM = 'https://zoom.us/j/84512345678';

describe('what somebody might send', () => {
  it.each([
    ['javascript:1;location="https://evil.example"', 'Join Zoom Meeting'],
    ['javascript:1/location.assign("//evil.example")', 'Join Zoom Meeting'],
    ['vbscript:1', 'Join Zoom Meeting'],
  ])('a digit behind a scheme hides nothing: %s', (href, text) => {
    expect(found(text, [{ href, text, at: 0 }]).suspicious.map(({ why }) => why)).toContain('scheme');
  });
  // A fast-check counterexample of 2026-11-22: what has no path was set behind a genuine host.
  it.each([
    'javascript:javascript:javascript',
    'javascript:javascript:!doctype',
    'vbscript:a|b',
    'file:',
    'blob:a:b',
  ])('an address without a path is an answer, no exception: %s', (href) => {
    // Words that invite would spare the question what the address is like.
    expect(() => found('Agenda', [{ href, text: 'Agenda', at: 0 }])).not.toThrow();
  });
  it('a control character hides no link', () => {
    const { suspicious } = found(ZOOM, [{ href: 'https://evil.example/\u0007', text: ZOOM, at: 0 }]);
    expect(suspicious.map(({ why }) => why)).toContain('text-mismatch');
  });
  it('a long run of characters hides no link', () => {
    expect(found(`${'x,'.repeat(9000)}${ZOOM}`).meetings.map(({ url }) => url)).toEqual([ZOOM]);
  });
  it('a word with a slash before a link hides it not', () => {
    expect(found('Link/lien:zoom.us/j/84512345678').meetings).toHaveLength(1);
  });
  it('six gateways are no way to say nothing', () => {
    let link = ZOOM;
    for (let layer = 0; layer < 6; layer++) link = `https://www.google.com/url?q=${encodeURIComponent(link)}`;
    const { meetings, cut } = found(link);
    expect(meetings.length > 0 || cut).toBe(true);
  });
  it('two Teams meetings between which a block ends stay two', () => {
    const short = 'https://teams.microsoft.com/meet/3456789012345?p=x';
    const long =
      'https://teams.microsoft.com/l/meetup-join/19%3ameeting_ZmFrZS1mYWtlLWZha2UtZmFrZS1mYWtlZmFrZWZha2U0%40thread.v2/0';
    const rule = '_'.repeat(80);
    expect(found(`${short}\n${rule}\n${long}\n${rule}\n${short}`).meetings).toHaveLength(2);
  });
  it('a fragment does not excuse another link than the one shown', () => {
    const text = 'https://overleg.example.gov/kabinet';
    const { suspicious } = found(text, [{ href: `${ZOOM}#overleg.example.gov`, text, at: 0 }]);
    expect(suspicious.map(({ why }) => why)).toContain('text-mismatch');
  });
});

describe('how people write', () => {
  it.each([`${ZOOM}👍`, `👉${ZOOM}👈`, `Zoom: ${ZOOM}|Passcode: 118822`, `[${ZOOM}](${ZOOM})`])(
    'the link ends in %s',
    (text) => {
      expect(found(text).meetings.map(({ url }) => url)).toEqual([ZOOM]);
    },
  );
  it('the braces of a Teams link are part of it', () => {
    const tid = '0a1b2c3d-0000-4000-8000-00000000abcd';
    const link = `https://teams.microsoft.com/l/meetup-join/19:meeting_ZmFrZS1mYWtlLWZha2UtZmFrZS1mYWtlZmFrZWZha2U0@thread.v2/0?context={"Tid":"${tid}","Oid":"${tid}"}`;
    expect(found(`Join: ${link} now`).meetings).toMatchObject([{ url: link, tenant: tid }]);
  });
  it.each([
    ['+33 1 70 99 53 51,,84512345678#', 'open'],
    ['+33 (0)1 70 99 53 51,,84512345678#,,,,*118822#', 'protected'],
    ['+45 32 72 66 19,,84512345678#', 'open'],
  ])('the phone line %s is %s', (line, state) => {
    expect(found(`${ZOOM}\n${line} Toll`).meetings[0]?.dialIn.state).toBe(state);
  });
  it('a link in the title alone is a meeting', () => {
    expect(found('Tot morgen.', [], `Overleg ${ZOOM}`).meetings.map(({ url }) => url)).toEqual([ZOOM]);
  });
});
