import { describe, expect, it } from 'vitest';
import { platformsAt, recognise } from '../../src/platforms/recognise.ts';

/** One meeting may have several links; it is reported once (facts/meeting-links.md section 1). And whose it is, by the host alone. */

function keyOf(link: string): string {
  const found = recognise(new URL(link), []);
  if (found === null) throw new Error(`not recognised: ${link}`);
  return `${found.platform.id} ${found.link.key}`;
}

const MTID = '0123456789abcdef0123456789abcdef';
const THREAD = 'meeting_MDEyMzQ1NjctODlhYi00Y2RlLThmMDEtMjM0NTY3ODlhYmNk';
const TID = '0a1b2c3d-0000-4000-8000-00000000abcd';
const CONTEXT = `%7b%22Tid%22%3a%22${TID}%22%7d`;
const COORDS = btoa(JSON.stringify({ conversationId: `19:${THREAD}@thread.v2`, tenantId: TID }));
const LONG = `/l/meetup-join/19%3a${THREAD}%40thread.v2/0?context=${CONTEXT}`;

const SAME: readonly (readonly string[])[] = [
  [
    `https://examplestad.webex.com/examplestad/j.php?MTID=m${MTID}`,
    `https://examplestad.webex.com/examplestad/j.php?lang=nl&MTID=m${MTID.toUpperCase()}`,
    `https://meet1234.webex.com/wbxmjs/joinservice/sites/examplestad/meeting/download/fedcba9876543210fedcba9876543210?siteurl=examplestad&MTID=m${MTID}`,
    `https://examplestad.webex.com/wbxmjs/joinservice/sites/examplestad/meeting/download/fedcba9876543210fedcba9876543210?u=${encodeURIComponent(`https://examplestad.webex.com/examplestad/j.php?MTID=m${MTID}`)}`,
  ],
  [
    'https://examplestad.webex.com/webappng/sites/examplestad/meeting/info/fedcba9876543210fedcba9876543210',
    'https://examplestad.webex.com/webappng/sites/examplestad/meeting/download/fedcba9876543210fedcba9876543210?launchApp=true',
    'https://meetingsemea1.webex.com/webappng/sites/examplestad/meeting/info/fedcba9876543210fedcba9876543210_20261201T090000Z',
  ],
  [
    'https://examplestad.webex.com/meet/jan.devries',
    'https://examplestad.webex.com/join/Jan.deVries',
    'https://examplestad.webex.com/webappng/sites/examplestad/dashboard/pmr/jan.devries?siteurl=examplestad',
  ],
  [
    'https://zoom.us/j/84512345678',
    'https://us02web.zoom.us/j/845-1234-5678?pwd=bVpKc1RkZz09.1',
    'https://examplestad.zoom.us/w/84512345678?tk=abc',
    'https://zoom.us/s/84512345678?zak=eyJ0',
    'https://app.zoom.us/wc/84512345678/join',
    'https://zoom.us/wc/join/84512345678',
    'https://zoom.us/launch/jc/84512345678',
    'zoommtg://zoom.us/join?action=join&confno=84512345678&pwd=bVpKc1RkZz09.1',
    'zoomus://zoom.us/join?confno=84512345678',
    'zoommtg://us02web.zoom.us/start?confno=84512345678&zak=eyJ0',
  ],
  [
    `https://teams.microsoft.com${LONG}`,
    `https://teams.cloud.microsoft${LONG}`,
    `https://teams.microsoft.com${LONG.replaceAll('%', '%25')}`,
    `https://teams.microsoft.com/v2/?meetingjoin=true#${LONG}`,
    `https://teams.microsoft.com/dl/launcher/launcher.html?url=${encodeURIComponent(`/_#${LONG}`)}&type=meetup-join`,
    `https://teams.microsoft.com/dl/launcher/launcher.html?url=/_#${LONG}`,
    `https://teams.microsoft.com/light-meetings/launch?agent=web&coords=${encodeURIComponent(COORDS)}`,
    `msteams:${LONG}`,
    `msteams://teams.microsoft.com${LONG}`,
    `https://api.scheduler.teams.microsoft.com/teams/${TID}/${TID}/19_${THREAD}@thread.v2/0`,
  ],
  [
    'https://teams.microsoft.com/meet/3456789012345?p=AbCdEfGhIjKlMnOpQr',
    'https://teams.microsoft.com/v2/?meetingjoin=true#/meet/3456789012345?p=AbCdEfGhIjKlMnOpQr',
    'msteams:/meet/3456789012345?p=AbCdEfGhIjKlMnOpQr',
  ],
  [
    'https://meet.google.com/abc-defg-hij',
    'https://meet.google.com/_meet/ABC-DEFG-HIJ?authuser=1',
    'https://g.co/meet/abc-defg-hij',
    'https://tel.meet/abc-defg-hij?pin=1234567890123',
    'https://meet.google.com/tel/abc-defg-hij?hs=1',
  ],
  ['https://meet.google.com/lookup/staf-overleg', 'https://g.co/meet/Staf-Overleg'],
];

describe.each(SAME.map((links) => [links[0] ?? '', links] as const))('%s', (first, links) => {
  it.each(links.slice(1))('is %s', (link) => {
    expect(keyOf(link)).toBe(keyOf(first));
  });
});

it('other meetings have other keys', () => {
  const keys = SAME.map((links) => keyOf(links[0] ?? ''));
  expect(new Set(keys).size).toBe(keys.length);
});

it('one name on two sites is two rooms', () => {
  expect(keyOf('https://examplestad.webex.com/meet/jan')).not.toBe(
    keyOf('https://voorbeeldstad.webex.com/meet/jan'),
  );
});

it('a thread’s name is base64: capitals count', () => {
  expect(keyOf(`https://teams.microsoft.com/l/meetup-join/19%3ameeting_AbC%40thread.v2/0`)).not.toBe(
    keyOf('https://teams.microsoft.com/l/meetup-join/19%3ameeting_aBc%40thread.v2/0'),
  );
});

it.each([
  ['examplestad.webex.com', 'examplestad'],
  ['jan.my.webex.com', 'jan.my'],
  ['bureau.webex.com.cn', 'bureau'],
  ['meet1234.webex.com', null],
  ['meetingsemea12.webex.com', null],
  ['help.webex.com', null],
  ['examplestad.zoom.us', 'examplestad'],
  ['bund.zoom-x.de', 'bund'],
  ['us06web.zoom.us', null],
  ['app.zoom.us', null],
  ['zoom.us', null],
] as const)('the host %s names the tenant %s', (host, tenant) => {
  const [platform] = platformsAt(host);
  expect(platform?.tenant?.(host)).toBe(tenant);
});
