import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { reviewJoinPage } from '../../extension/background/join-page.ts';
import {
  forgetOldMeetings,
  KEPT,
  MOST_KEPT,
  rememberMeetings,
  seenOf,
} from '../../extension/background/seen-meetings.ts';
import { BLANK } from '../../src/invitation/blank.ts';
import type { Invitation } from '../../src/model.ts';
import { DEFAULT_POLICY } from '../../src/policy/defaults.ts';
import { parsePolicy } from '../../src/policy/parse.ts';
import { review } from '../../src/review.ts';

const fake = vi.hoisted(() => {
  let stored: Record<string, unknown> = {};
  return {
    failing: false,
    writes: 0,
    text: () => JSON.stringify(stored),
    reset(values: Record<string, unknown> = {}) {
      stored = values;
      this.failing = false;
      this.writes = 0;
    },
    get: (key: string) => Promise.resolve(key in stored ? { [key]: structuredClone(stored[key]) } : {}),
    set(values: Record<string, unknown>) {
      if (fake.failing) return Promise.reject(new Error('quota'));
      fake.writes++;
      stored = { ...stored, ...structuredClone(values) };
      return Promise.resolve();
    },
  };
});
vi.mock('webextension-polyfill', () => ({ default: { storage: { local: fake } } }));

const NOW = new Date('2026-11-02T09:00:00Z');
const later = (milliseconds: number): Date => new Date(NOW.getTime() + milliseconds);
const HOUR = 3_600_000;
const ZOOM = 'https://zoom.us/j/84512345678?pwd=bVpKc1RkZz09.1';
const WAY = 'zoom meeting:84512345678';
const STRICT = parsePolicy({ otherPlatforms: { ceiling: 'nl-virbi/ongerubriceerd' } }, 'file');

function invitation(title: string, text = ZOOM, surface: Invitation['surface'] = 'mail-read'): Invitation {
  return { ...BLANK, surface, title, passages: [{ source: 'body', text, anchors: [], timing: null }] };
}

async function remember(invited: Invitation, now = NOW): Promise<void> {
  await rememberMeetings(invited, review(invited, DEFAULT_POLICY, now), now);
}

async function markedOnPage(url: string, now = NOW): Promise<string | null> {
  const page = await reviewJoinPage(url, STRICT, now);
  return page?.review.marking?.text ?? null;
}

beforeEach(() => fake.reset());
afterEach(() => vi.restoreAllMocks());

describe('what is remembered', () => {
  it('is what the meeting’s page needs', async () => {
    await remember(invitation('Stg. GEHEIM overleg', `${ZOOM}\nPasscode: wK7tR2\n`));
    expect(await seenOf(WAY, NOW)).toMatchObject({
      marking: { scheme: 'nl-virbi', level: 'stg-g', rank: 40, text: 'Stg. GEHEIM', foundIn: 'title' },
      passcode: 'both',
      dialIn: 'none',
      room: 'one-off',
    });
    expect(await seenOf('zoom meeting:84598765432', NOW)).toBe(null);
  });

  it('holds no key, link, number, title or passcode in clear', async () => {
    await remember(
      invitation('Stg. GEHEIM Zeepaard', `${ZOOM}\nMeeting ID: 845 1234 5678\nPasscode: wK7tR2\n`),
    );
    for (const secret of ['84512345678', 'zoom', 'bVpKc1Rk', 'Zeepaard', 'wK7tR2', 'https'])
      expect(fake.text()).not.toContain(secret);
    expect(fake.text()).toMatch(/"[0-9a-f]{64}":\{/);
  });

  it('is under another hash in every installation', async () => {
    await remember(invitation('Overleg'));
    const one = fake.text();
    fake.reset();
    await remember(invitation('Overleg'));
    const hashes = (text: string): string[] => text.match(/"[0-9a-f]{64}"/g) ?? [];
    expect(hashes(one)).toHaveLength(2);
    expect(hashes(one).filter((hash) => fake.text().includes(hash))).toEqual([]);
  });

  it('goes after seven days, also from the disk', async () => {
    await remember(invitation('Stg. GEHEIM overleg'));
    expect(await seenOf(WAY, later(KEPT - HOUR))).not.toBe(null);
    expect(await seenOf(WAY, later(KEPT))).toBe(null);
    await forgetOldMeetings(later(KEPT));
    expect(fake.text()).not.toContain('GEHEIM');
  });

  it('loses a marking seven days after the last invitation that had it', async () => {
    await remember(invitation('Stg. GEHEIM overleg'));
    await remember(invitation('Vergaderstukken'), later(KEPT / 2));
    expect((await seenOf(WAY, later(KEPT - HOUR)))?.marking?.level).toBe('stg-g');
    expect(await seenOf(WAY, later(KEPT))).toMatchObject({ marking: null, passcode: 'in-link' });
  });

  it('is at most so many meetings, the oldest out', async () => {
    const many = (from: number): string =>
      Array.from({ length: 100 }, (_, index) => `https://zoom.us/j/${84_500_000_000 + from + index}`).join(
        '\n',
      );
    for (let from = 0; from <= MOST_KEPT; from += 100)
      await remember(invitation('', many(from)), later(from));
    expect(fake.text().match(/"[0-9a-f]{64}":/g)).toHaveLength(MOST_KEPT);
    expect(await seenOf('zoom meeting:84500000000', NOW)).toBe(null);
    expect(await seenOf('zoom meeting:84500000100', NOW)).not.toBe(null);
  });

  it('is not written again for the same words', async () => {
    await remember(invitation('Overleg'));
    await remember(invitation('Overleg'), later(1000));
    expect(fake.writes).toBe(1);
    await remember(invitation('Overleg'), later(2 * HOUR));
    expect(fake.writes).toBe(2);
    await remember(invitation('Stg. GEHEIM overleg'), later(2 * HOUR + 1));
    expect(fake.writes).toBe(3);
  });

  it('loses nothing when two invitations come at once', async () => {
    const other = 'https://meet.google.com/abc-defg-hij';
    await Promise.all([remember(invitation('', ZOOM)), remember(invitation('', other))]);
    expect(await seenOf(WAY, NOW)).not.toBe(null);
    expect(await seenOf('meet code:abc-defg-hij', NOW)).not.toBe(null);
    expect(fake.text().match(/"[0-9a-f]{64}":/g)).toHaveLength(2);
  });

  it('comes neither from a meeting’s page nor from a link that a wrapper hides', async () => {
    await remember(invitation('Stg. GEHEIM', ZOOM, 'join'));
    await remember(invitation('Stg. GEHEIM', 'https://protect-eu.mimecast.com/s/AbCdEf12?domain=zoom.us'));
    await remember(invitation('Stg. GEHEIM', 'Zie de bijlage.'));
    expect(fake.writes).toBe(0);
  });

  it('outlives damage, and what cannot be written costs no more than the memory', async () => {
    for (const damaged of [null, 'x', { salt: 'x', meetings: {} }, { salt: '0'.repeat(64), meetings: [] }]) {
      fake.reset({ 'seen-meetings': damaged });
      expect(await seenOf(WAY, NOW)).toBe(null);
      await remember(invitation('Stg. GEHEIM'));
      expect(await seenOf(WAY, NOW)).not.toBe(null);
    }
    fake.reset({ 'seen-meetings': { salt: '0'.repeat(64), meetings: { a: { at: 1 }, b: null } } });
    await remember(invitation('Stg. GEHEIM'));
    expect(fake.text()).not.toMatch(/"[ab]":/);
    const warned = vi.spyOn(console, 'warn').mockReturnValue();
    fake.failing = true;
    await remember(invitation('Dep. VERTROUWELIJK', 'https://zoom.us/j/84598765432'));
    expect(warned).toHaveBeenCalledOnce();
  });
});

describe('reviewJoinPage', () => {
  it.each([
    'https://zoom.us/',
    'https://zoom.us/pricing',
    'https://examplestad.webex.com/webappng/sites/examplestad/dashboard',
    'https://teams.microsoft.com/v2/',
    'https://meet.google.com/landing',
    'https://meet.google.com/linkredirect?dest=https%3A%2F%2Fmeet.google.com%2Fabc-defg-hij',
    'about:blank',
    '',
  ])('%s joins nothing', async (url) => {
    expect(await reviewJoinPage(url, STRICT, NOW)).toBe(null);
  });

  it('warns of what the link itself tells', async () => {
    const page = await reviewJoinPage('https://examplestad.webex.com/meet/jan.devries', DEFAULT_POLICY, NOW);
    expect(page?.review.findings).toMatchObject([{ rule: 'personal-room', level: 'warn' }]);
    expect(page?.review.unknown).toContain('invitation');
    expect(page?.ways).toEqual([[expect.stringContaining('webex ')]]);
  });

  it('warns of what the invitation told, whatever form of link opens', async () => {
    await remember(invitation('Stg. GEHEIM overleg'));
    for (const url of [
      ZOOM,
      'https://app.zoom.us/wc/84512345678/join',
      'https://us02web.zoom.us/j/84512345678',
    ]) {
      const page = await reviewJoinPage(url, STRICT, NOW);
      expect(page?.review.findings.map(({ rule }) => rule)).toContain('too-sensitive-for-platform');
      expect(page?.review.unknown).not.toContain('invitation');
    }
    expect(await markedOnPage('https://zoom.us/j/84598765432')).toBe(null);
    expect(await markedOnPage(ZOOM, later(KEPT))).toBe(null);
  });

  it('knows Teams’ short and long link as one', async () => {
    const long =
      'https://teams.microsoft.com/l/meetup-join/19%3ameeting_MDEyMzQ1NjctODlhYi00Y2RlLThmMDEtMjM0NTY3ODlhYmNk%40thread.v2/0?context=%7b%22Tid%22%3a%220a1b2c3d-0000-4000-8000-00000000abcd%22%7d';
    const short = 'https://teams.microsoft.com/meet/3456789012345?p=AbCdEfGhIjKlMnOpQr';
    await remember(
      invitation(
        'Stg. GEHEIM overleg',
        `Join: ${short}\nMeeting ID: 345 678 901 234 5\nSystem reference <${long}>`,
      ),
    );
    expect(await markedOnPage(short)).toBe('Stg. GEHEIM');
    expect(await markedOnPage(long)).toBe('Stg. GEHEIM');
    const launcher = `https://teams.microsoft.com/dl/launcher/launcher.html?url=${encodeURIComponent(`/_#${new URL(long).pathname}`)}`;
    expect(await markedOnPage(launcher)).toBe('Stg. GEHEIM');
  });

  it('gives no secret away', async () => {
    const page = await reviewJoinPage(ZOOM, DEFAULT_POLICY, NOW);
    expect(JSON.stringify(page?.review)).not.toContain('bVpKc1RkZz09');
  });
});
