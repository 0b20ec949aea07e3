/** Pages of webmails, made from facts/webmail-dom.md, and what must be read from each. HEADER is what each begins with, as a comment. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Invitation, SURFACES } from '../../../src/model.ts';
import type { DocumentReport } from '../hearing.ts';

const texts = z.array(z.string().min(1));

const EXPECTED = z.strictObject({
  surface: z.enum(SURFACES),
  /** Exactly. */
  title: z.string(),
  /** Pieces that stand in text or links of its passages. */
  contains: texts.default([]),
  /** Pieces that do not: of another mail, or of the webmail's own. */
  lacks: texts.default([]),
  /** What follows is compared where it is given. The address of the sender; null: none is known. */
  sender: z.string().nullable().optional(),
  /** Addresses of recipients and attendees, each once. */
  people: texts.optional(),
  organizer: z.string().nullable().optional(),
  labels: texts.optional(),
  recurring: z.boolean().optional(),
  /** As the model has it, in UTC. */
  created: z.string().nullable().optional(),
  lastOccurrence: z.string().nullable().optional(),
  visibility: z.enum(['public', 'private', 'confidential']).nullable().optional(),
  unread: z.array(z.enum(['calendar-attachment', 'rest-of-text', 'closed-frame'])).optional(),
});

const HEADER = z.strictObject({
  url: z.url({ protocol: /^https$/ }),
  /** The day it was made, or last held against its source. */
  made: z.iso.date(),
  from: z.string().min(1),
  /** Further documents: address, and file beside this one. */
  frames: z.record(z.url({ protocol: /^https$/ }), z.string().min(1)).default({}),
  /** The reader that was used; null: the generic reading alone. */
  webmail: z.string().min(1).nullable(),
  /** What its reader knows of and could not find. */
  missed: texts.default([]),
  invitations: z.array(EXPECTED),
});

export type Expected = z.infer<typeof EXPECTED>;

export interface Fixture extends z.infer<typeof HEADER> {
  /** "gmail/mail-read". */
  name: string;
  /** The folder: whose page it is made after. */
  folder: string;
  /** HTML by address, without fragments. The header is not in it, lest its words be read. */
  documents: ReadonlyMap<string, string>;
}

const FIRST_COMMENT = /^\s*<!--\s*(\{[\s\S]*?\})\s*-->/;

/** Every FOLDER/NAME.html in this folder that begins with a header, and in words whatever is wrong with them. */
export function readFixtures(root: string): { fixtures: Fixture[]; malformed: string[] } {
  const fixtures: Fixture[] = [];
  const malformed: string[] = [];
  for (const folder of foldersIn(root)) {
    const files = new Map(
      readdirSync(join(root, folder))
        .filter((file) => file.endsWith('.html'))
        .sort()
        .map((file) => [file, readFileSync(join(root, folder, file), 'utf8')]),
    );
    const framed = new Set<string>();
    const without: string[] = [];
    for (const [file, html] of files) {
      if (!FIRST_COMMENT.test(html)) {
        without.push(file);
        continue;
      }
      try {
        const fixture = parseFixture(folder, file, files);
        fixtures.push(fixture);
        for (const frame of Object.values(fixture.frames)) framed.add(frame);
      } catch (error) {
        malformed.push(`${folder}/${file}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
    for (const file of without)
      if (!framed.has(file)) malformed.push(`${folder}/${file}: no header, and no fixture's frame`);
  }
  return { fixtures, malformed };
}

const foldersIn = (root: string): string[] =>
  readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();

/** Throws, in words, when the header or one of its frames' files is not right. */
export function parseFixture(folder: string, file: string, files: ReadonlyMap<string, string>): Fixture {
  const html = files.get(file) ?? '';
  const comment = FIRST_COMMENT.exec(html);
  if (comment === null) throw new Error('it does not begin with a comment that holds JSON');
  const parsed = HEADER.safeParse(JSON.parse(comment[1] ?? ''));
  if (!parsed.success)
    throw new Error(
      parsed.error.issues.map(({ path, message }) => `${path.map(String).join('.')}: ${message}`).join('; '),
    );
  const documents = new Map([[withoutFragment(parsed.data.url), html.slice(comment[0].length).trimStart()]]);
  for (const [url, frame] of Object.entries(parsed.data.frames)) {
    const inside = files.get(frame);
    if (inside === undefined) throw new Error(`frames: there is no ${frame} beside it`);
    documents.set(withoutFragment(url), inside);
  }
  return { ...parsed.data, name: `${folder}/${file.replace(/\.html$/, '')}`, folder, documents };
}

/** An address as a server gets it. */
export function withoutFragment(url: string): string {
  const parsed = new URL(url);
  parsed.hash = '';
  return parsed.href;
}

/** What is not as the fixture has it, in words; all documents of the tab are taken together. */
export function complaintsAbout(fixture: Fixture, documents: readonly DocumentReport[]): string[] {
  if (documents.length === 0) return ['no document of the page said anything'];
  const complaints = documents
    .filter(({ trouble }) => trouble !== null)
    .map(({ url, trouble }) => `${url} could not be read: ${trouble}`);
  complaints.push(...aboutReader(fixture, documents));

  const left = documents.flatMap(({ invitations }) => [...invitations]);
  const unmet: Expected[] = [];
  for (const expected of fixture.invitations) {
    const index = left.findIndex((one) => differences(expected, one).length === 0);
    if (index === -1) unmet.push(expected);
    else left.splice(index, 1);
  }
  for (const expected of unmet) {
    const index = mostAlike(expected, left);
    const [found] = index === -1 ? [] : left.splice(index, 1);
    const name = `${expected.surface} “${expected.title}”`;
    if (found === undefined) complaints.push(`${name} was not found`);
    else complaints.push(`${name}: ${differences(expected, found).join('; ')}${read(found)}`);
  }
  for (const more of left)
    complaints.push(`found, but not expected: ${more.surface} “${more.title}”${read(more)}`);
  return complaints;
}

/** A frame of another host may be another webmail: Google Calendar beside Gmail. */
function aboutReader({ url, webmail, missed }: Fixture, documents: readonly DocumentReport[]): string[] {
  const used = documents.flatMap((one) => (one.webmail === null ? [] : [one.webmail]));
  const here = documents.filter((one) => URL.parse(one.url)?.host === new URL(url).host);
  const others = here.flatMap((one) =>
    one.webmail === null || one.webmail === webmail ? [] : [one.webmail],
  );
  const complaints: string[] = [];
  if (webmail === null ? used.length > 0 : others.length > 0 || !used.includes(webmail))
    complaints.push(`reader: expected ${webmail ?? 'none'}, used ${[...new Set(used)].join(', ') || 'none'}`);
  const all = unique(documents.flatMap((one) => [...one.missed]));
  if (!same(all, unique(missed)))
    complaints.push(`missed: expected ${quoted(unique(missed))}, is ${quoted(all)}`);
  return complaints;
}

function mostAlike(expected: Expected, invitations: readonly Invitation[]): number {
  const alike = (one: Invitation): number =>
    (one.surface === expected.surface ? 1 : 0) +
    (one.title === expected.title ? 2 : 0) +
    (expected.contains.some((piece) => written(one).includes(piece)) ? 2 : 0);
  let best = -1;
  invitations.forEach((one, index) => {
    const before = invitations[best];
    if (before === undefined || alike(one) > alike(before)) best = index;
  });
  return best;
}

function differences(expected: Expected, found: Invitation): string[] {
  const all: string[] = [];
  const compare = (name: string, wanted: unknown, is: unknown): void => {
    if (wanted !== undefined && !same(wanted, is))
      all.push(`${name}: expected ${quoted(wanted)}, is ${quoted(is)}`);
  };
  compare('surface', expected.surface, found.surface);
  compare('title', expected.title, found.title);
  const text = written(found);
  for (const piece of expected.contains) if (!text.includes(piece)) all.push(`“${piece}” is not in it`);
  for (const piece of expected.lacks) if (text.includes(piece)) all.push(`“${piece}” is in it`);
  compare('sender', expected.sender, found.sender?.address ?? null);
  const people = [...found.recipients, ...found.events.flatMap(({ attendees }) => [...attendees])];
  compare(
    'people',
    expected.people && unique(expected.people),
    unique(people.map(({ address }) => address).filter((address) => address !== '')),
  );
  compare(
    'organizer',
    expected.organizer,
    found.events.find(({ organizer }) => organizer !== null)?.organizer?.address ?? null,
  );
  compare('labels', expected.labels && unique(expected.labels), unique(found.labels.map((one) => one.text)));
  compare(
    'recurring',
    expected.recurring,
    found.events.some(({ recurring }) => recurring),
  );
  compare(
    'visibility',
    expected.visibility,
    found.events.find(({ visibility }) => visibility !== null)?.visibility ?? null,
  );
  const timings = found.passages.map(({ timing }) => timing);
  compare('created', expected.created, timings[0]?.created ?? null);
  compare('lastOccurrence', expected.lastOccurrence, timings[0]?.lastOccurrence ?? null);
  compare('unread', expected.unread && unique(expected.unread), unique(found.unread));
  return all;
}

const written = ({ passages }: Invitation): string =>
  passages.map(({ text, anchors }) => [text, ...anchors.map(({ href }) => href)].join('\n')).join('\n');

/** For whoever has to find out why. */
const read = (found: Invitation): string => `\n    read: ${JSON.stringify(written(found)).slice(0, 600)}`;

const unique = (all: readonly string[]): string[] => [...new Set(all)].sort();
const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
const quoted = (value: unknown): string => JSON.stringify(value);
