import { describe, expect, it } from 'vitest';
import { READERS } from '../../../extension/content/readers/index.ts';
import { BLANK } from '../../../src/invitation/blank.ts';
import type { Invitation } from '../../../src/model.ts';
import type { DocumentReport } from '../hearing.ts';
import { complaintsAbout, type Fixture, parseFixture, readFixtures } from './fixture.ts';

/** The test of the webmails must be able to fail. */

const LINK = 'https://zoom.us/j/84512345678';
const HEADER = {
  url: 'https://webmail.example.gov/mail/#x1',
  made: '2026-11-22',
  from: 'facts/webmail-dom.md section 11',
  webmail: 'roundcube',
  invitations: [{ surface: 'mail-read', title: 'Overleg', contains: [LINK], lacks: ['Lunch'] }],
};

const parsed = (header: object, frame = 'frame.html'): Fixture =>
  parseFixture(
    'roundcube',
    'read.html',
    new Map([
      ['read.html', `<!--\n${JSON.stringify(header, null, 2)}\n-->\n<!doctype html><p>x</p>`],
      [frame, '<!doctype html>frame'],
    ]),
  );

describe('a fixture', () => {
  it('is served without its header and its fragment', () => {
    const { documents, name } = parsed({
      ...HEADER,
      frames: { 'https://webmail.example.gov/f': 'frame.html' },
    });
    expect(name).toBe('roundcube/read');
    expect([...documents]).toEqual([
      ['https://webmail.example.gov/mail/', '<!doctype html><p>x</p>'],
      ['https://webmail.example.gov/f', '<!doctype html>frame'],
    ]);
  });

  it.each([
    [{ ...HEADER, webmial: 'gmail' }, 'webmial'],
    [{ ...HEADER, invitations: [{ surface: 'mail', title: '' }] }, 'invitations.0.surface'],
    [{ ...HEADER, invitations: [{ surface: 'mail-read', title: 'x', lack: ['y'] }] }, 'invitations.0'],
    [{ ...HEADER, url: 'http://webmail.example.gov/' }, 'url'],
    [{ ...HEADER, made: 'yesterday' }, 'made'],
    [{ ...HEADER, frames: { 'https://webmail.example.gov/f': 'gone.html' } }, 'gone.html'],
  ])('is named with what is wrong in it: %j', (header, place) => {
    expect(() => parsed(header)).toThrow(place);
  });
});

describe('the comparison', () => {
  const good: Invitation = {
    ...BLANK,
    surface: 'mail-read',
    title: 'Overleg',
    passages: [{ source: 'body', text: `Kom naar ${LINK}`, anchors: [], timing: null }],
  };
  const document: DocumentReport = {
    url: 'https://webmail.example.gov/mail/#x1',
    frameId: 0,
    webmail: 'roundcube',
    missed: [],
    invitations: [good],
    trouble: null,
  };
  const fixture = parsed(HEADER);
  const withExpected = (more: object): Fixture =>
    parsed({ ...HEADER, invitations: HEADER.invitations.map((one) => ({ ...one, ...more })) });
  const withFound = (more: Partial<Invitation>): DocumentReport[] => [
    { ...document, invitations: [{ ...good, ...more }] },
  ];

  it('is content with what was expected, from whichever document', () => {
    expect(complaintsAbout(fixture, [document])).toEqual([]);
    const top = { ...document, invitations: [] };
    expect(complaintsAbout(fixture, [top, { ...document, frameId: 3 }])).toEqual([]);
  });

  it('minds a missing, an additional and a doubled invitation', () => {
    expect(complaintsAbout(fixture, [])).toHaveLength(1);
    expect(complaintsAbout(fixture, [{ ...document, invitations: [] }])).toHaveLength(1);
    expect(complaintsAbout(fixture, [{ ...document, invitations: [good, good] }])).toHaveLength(1);
    expect(
      complaintsAbout(parsed({ ...HEADER, webmail: null, invitations: [] }), [
        { ...document, webmail: null },
      ]),
    ).toHaveLength(1);
  });

  it.each([
    ['title', { title: 'Lunch' }],
    ['surface', { surface: 'event-read' as const }],
    ['is not in it', { passages: [] }],
    [
      'is in it',
      { passages: [...good.passages, ...good.passages].map((one) => ({ ...one, text: `${LINK} Lunch` })) },
    ],
  ])('minds what was read wrong: %s', (word, more) => {
    expect(complaintsAbout(fixture, withFound(more)).join()).toContain(word);
  });

  it.each([
    { sender: 'jan.devries@example.gov' },
    { people: ['jan.devries@example.gov'] },
    { organizer: 'jan.devries@example.gov' },
    { labels: ['Intern'] },
    { recurring: true },
    { visibility: 'private' },
    { unread: ['calendar-attachment'] },
  ])('minds what was not read: %j', (more) => {
    expect(complaintsAbout(withExpected(more), [document]).join()).toContain(Object.keys(more)[0]);
  });

  it('minds another reader, a reader on a page for none, and a frame of the page that has another', () => {
    expect(complaintsAbout(fixture, [{ ...document, webmail: null }])).toHaveLength(1);
    expect(complaintsAbout(parsed({ ...HEADER, webmail: null }), [document])).toHaveLength(1);
    expect(
      complaintsAbout(fixture, [document, { ...document, webmail: 'sogo', invitations: [] }]),
    ).toHaveLength(1);
    const companion = { ...document, url: 'https://calendar.example.gov/', webmail: 'sogo', invitations: [] };
    expect(complaintsAbout(fixture, [document, companion])).toEqual([]);
  });

  it('minds a document that could not be read, and hooks that were missed', () => {
    expect(complaintsAbout(fixture, [{ ...document, trouble: 'reader-failed' }])).toHaveLength(1);
    const missed = ['roundcube mail-read title'];
    expect(complaintsAbout(fixture, [{ ...document, missed }])).toHaveLength(1);
    expect(complaintsAbout(parsed({ ...HEADER, missed }), [{ ...document, missed }])).toEqual([]);
    expect(complaintsAbout(parsed({ ...HEADER, missed }), [document])).toHaveLength(1);
  });
});

describe('fixtures', () => {
  const { fixtures, malformed } = readFixtures('test/browser/webmails');

  it('are well formed', () => {
    expect(malformed).toEqual([]);
  });

  it('are there for every surface of every reader, and for no reader that does not exist', () => {
    const shown = new Set(
      fixtures.flatMap(({ webmail, invitations }) =>
        invitations.map(({ surface }) => `${webmail} ${surface}`),
      ),
    );
    const known = READERS.flatMap(({ id, surfaces }) => surfaces.map(({ surface }) => `${id} ${surface}`));
    expect(known.filter((one) => !shown.has(one))).toEqual([]);
    const ids = new Set([...READERS.map(({ id }) => id), null]);
    expect(fixtures.filter(({ webmail }) => !ids.has(webmail)).map(({ name }) => name)).toEqual([]);
  });
});
