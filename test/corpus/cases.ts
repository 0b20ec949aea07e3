/**
 * The corpus: invitations, ordinary mails and attacks as files, each with what the facts say about it beside it
 * (`a.eml` and `a.expected.json`). A new case is two files; nothing lists them.
 */
import { readFile as readBytes, readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { readFile } from '../../src/invitation/reading.ts';
import type { Meeting, Review } from '../../src/model.ts';
import { DEFAULT_POLICY } from '../../src/policy/defaults.ts';
import { review } from '../../src/review.ts';

const FOLDERS = ['meetings', 'ordinary', 'attacks'] as const;
export type Folder = (typeof FOLDERS)[number];

const ROOT = fileURLToPath(new URL('.', import.meta.url));
const NOW = new Date('2026-11-02T09:00:00Z');
const EXPECTED = '.expected.json';

/** Only the keys that the facts decide. `passcode` and `dialIn` are the states by themselves. */
const expectedMeeting = z.strictObject({
  platform: z.string().optional(),
  url: z.string().nullable().optional(),
  host: z.string().optional(),
  tenant: z.string().nullable().optional(),
  id: z.string().nullable().optional(),
  room: z.string().optional(),
  passcode: z.string().optional(),
  dialIn: z.string().optional(),
  wrappedBy: z.array(z.string()).optional(),
});
type ExpectedMeeting = z.infer<typeof expectedMeeting>;

const expectation = z.strictObject({
  /** Section and row of facts/meeting-links.md. */
  source: z.string(),
  /** All of them, in any order. Left out: the facts do not say. */
  meetings: z.array(expectedMeeting).optional(),
  /** Each must be there, more may; none when the list is empty. Without `why`, any reason is right. */
  suspicious: z.array(z.strictObject({ url: z.string().optional(), why: z.string().optional() })).optional(),
});
export type Expectation = z.infer<typeof expectation>;

export interface Case {
  folder: Folder;
  /** "meetings/a.eml" */
  name: string;
}

export interface Corpus {
  cases: readonly Case[];
  /** Input files without expectation, and expectations without input file. */
  alone: readonly string[];
}

const MEETING_KEYS = [
  'platform',
  'url',
  'host',
  'tenant',
  'id',
  'room',
  'passcode',
  'dialIn',
  'wrappedBy',
] as const;
type MeetingKey = (typeof MEETING_KEYS)[number];

/** One thing looked at. `found`: platform and url are right. `extra`: nothing else was taken for a meeting. */
export interface Check {
  about: MeetingKey | 'found' | 'extra' | 'suspicious' | 'reading';
  right: boolean;
  expected: string;
  got: string;
}

/** What a check got whose meeting was not found at all. */
export const MISSING = 'no meeting';

/** All cases on the disk, sorted by name. */
export async function readCorpus(): Promise<Corpus> {
  const cases: Case[] = [];
  const alone: string[] = [];
  for (const folder of FOLDERS) {
    const files = (await readdir(ROOT + folder)).filter((file) => !file.startsWith('.')).sort();
    const expectations = new Set(files.filter((file) => file.endsWith(EXPECTED)));
    const wanted = new Set<string>();
    for (const file of files) {
      if (expectations.has(file)) continue;
      wanted.add(expectedFile(file));
      if (expectations.has(expectedFile(file))) cases.push({ folder, name: `${folder}/${file}` });
      else alone.push(`${folder}/${file}`);
    }
    for (const file of expectations) if (!wanted.has(file)) alone.push(`${folder}/${file}`);
  }
  return { cases, alone };
}

const expectedFile = (file: string): string => file.replace(/\.[^.]+$/, '') + EXPECTED;

/** Reads and reviews one case. Throws when its expectation is not of the form above. */
export async function checkCase({ name }: Case): Promise<Check[]> {
  const expected = expectation.parse(JSON.parse(await readBytes(ROOT + expectedFile(name), 'utf8')));
  const surface = name.endsWith('.ics') ? 'event-read' : 'mail-read';
  const reading = await readFile(name, await readBytes(ROOT + name), surface);
  if ('failure' in reading) {
    return [{ about: 'reading', right: false, expected: 'readable', got: reading.failure }];
  }
  const reviewed = review(reading.invitation, DEFAULT_POLICY, NOW);
  return [...checkMeetings(expected.meetings, reviewed), ...checkSuspicious(expected.suspicious, reviewed)];
}

function checkMeetings(expected: Expectation['meetings'], { meetings }: Review): Check[] {
  if (expected === undefined) return [];
  const left = [...meetings];
  const exact = expected.map((one) => take(left, (meeting) => isFound(one, meeting)));
  const checks = expected.flatMap((one, index) => {
    const near = exact[index] ?? take(left, ({ platform }) => platform === one.platform) ?? left.shift();
    return checkMeeting(one, near);
  });
  checks.push({ about: 'extra', right: left.length === 0, expected: 'none', got: left.map(brief).join(' ') });
  return checks;
}

/** Removes and returns the first that fits. */
function take(meetings: Meeting[], fits: (meeting: Meeting) => boolean): Meeting | undefined {
  const index = meetings.findIndex(fits);
  return index < 0 ? undefined : meetings.splice(index, 1)[0];
}

const isFound = (expected: ExpectedMeeting, meeting: Meeting): boolean =>
  (['platform', 'url', 'host'] as const).every((key) => isRight(expected, meeting, key));

const isRight = (expected: ExpectedMeeting, meeting: Meeting, key: MeetingKey): boolean =>
  expected[key] === undefined || JSON.stringify(expected[key]) === JSON.stringify(stateOrValue(meeting, key));

function stateOrValue(meeting: Meeting, key: MeetingKey): string | null | readonly string[] {
  if (key === 'passcode' || key === 'dialIn') return meeting[key].state;
  return meeting[key];
}

function checkMeeting(expected: ExpectedMeeting, meeting: Meeting | undefined): Check[] {
  const found: Check = {
    about: 'found',
    right: meeting !== undefined && isFound(expected, meeting),
    expected: brief(expected),
    got: meeting === undefined ? MISSING : brief(meeting),
  };
  const keys = MEETING_KEYS.filter((key) => expected[key] !== undefined).map((key): Check => {
    const right = meeting !== undefined && isRight(expected, meeting, key);
    const got = meeting === undefined ? MISSING : JSON.stringify(stateOrValue(meeting, key));
    return { about: key, right, expected: JSON.stringify(expected[key]), got };
  });
  return [found, ...keys];
}

const brief = ({ platform, url, host }: ExpectedMeeting | Meeting): string =>
  `${platform ?? '(any)'} ${url ?? host}`;

function checkSuspicious(expected: Expectation['suspicious'], { suspicious }: Review): Check[] {
  if (expected === undefined) return [];
  const got = suspicious.map(({ url, why }) => `${why} ${url}`).join(' ');
  if (expected.length === 0) {
    return [{ about: 'suspicious', right: suspicious.length === 0, expected: 'none', got }];
  }
  return expected.map(({ url, why }) => ({
    about: 'suspicious',
    right: suspicious.some((one) => (why ?? one.why) === one.why && (url ?? one.url) === one.url),
    expected: why ?? 'any reason',
    got: got === '' ? 'none' : got,
  }));
}
