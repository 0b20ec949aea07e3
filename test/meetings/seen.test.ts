import { describe, expect, it } from 'vitest';
import { BLANK } from '../../src/invitation/blank.ts';
import { joinInvitation } from '../../src/invitation/join.ts';
import { seenIn, together } from '../../src/meetings/seen.ts';
import type { CalendarEvent, Invitation, Marking, Review, Seen } from '../../src/model.ts';
import { DEFAULT_POLICY } from '../../src/policy/defaults.ts';
import type { PolicyInForce } from '../../src/policy/in-force.ts';
import { parsePolicy } from '../../src/policy/parse.ts';
import { review } from '../../src/review.ts';
import { UNTOLD } from '../rules/case.ts';

const NOW = new Date('2026-11-02T09:00:00Z');
const ZOOM = 'https://zoom.us/j/84512345678';
const WEBEX = 'https://examplestad.webex.com/examplestad/j.php?MTID=m0123456789abcdef0123456789abcdef';
const STRICT = parsePolicy(
  {
    organisation: { mailDomains: ['example.gov'] },
    otherPlatforms: { ceiling: 'nl-virbi/ongerubriceerd' },
    platforms: [{ platform: 'webex', tenants: ['anderstad'], ceiling: 'nl-virbi/ongerubriceerd' }],
    rules: [
      { rule: 'reused-room', level: 'warn' },
      { rule: 'passcode-in-link', level: 'inform' },
    ],
  },
  'file',
);
const GEHEIM: Marking = {
  scheme: 'nl-virbi',
  level: 'stg-g',
  rank: 40,
  text: 'Stg. GEHEIM',
  foundIn: 'title',
};
const EVENT: CalendarEvent = {
  organizer: { name: 'Jo', address: 'jo@partner.example.org' },
  attendees: [],
  visibility: null,
  sequence: null,
  recurring: true,
  cancelled: false,
};

function invitation(text: string, more: Partial<Invitation> = {}): Invitation {
  const timing = { created: '2020-03-01T09:00:00Z', lastOccurrence: 'never' };
  const passages = [{ source: 'body' as const, text, anchors: [], timing }];
  return { ...BLANK, surface: 'mail-read', title: 'Stg. GEHEIM overleg', passages, ...more };
}

function onPage(url: string, invited: Invitation, inForce: PolicyInForce = STRICT): Review {
  const reviewed = review(invited, inForce, NOW);
  const [meeting] = reviewed.meetings;
  if (meeting === undefined) throw new Error('no meeting');
  return review(joinInvitation(url, seenIn(invited, reviewed, meeting)), inForce, NOW);
}

const rulesOf = ({ findings }: Review): string[] =>
  findings.map(({ rule, level, variant }) => `${rule} ${level} ${variant ?? ''}`).sort();

describe('the page of a meeting whose invitation was seen', () => {
  it.each([
    ['a passcode in the text', `${ZOOM}\nPasscode: wK7tR2\n`, ZOOM],
    ['no passcode', `${ZOOM}\nMeeting ID: 845 1234 5678\n`, ZOOM],
    ['a passcode in the link', `${ZOOM}?pwd=bVpKc1RkZz09.1\n`, `${ZOOM}?pwd=bVpKc1RkZz09.1`],
    ['a passcode that the page’s address has lost', `${ZOOM}?pwd=bVpKc1RkZz09.1\n`, ZOOM],
    ['an open line', `${ZOOM}\nOne tap mobile\n+31207940854,,84512345678# Netherlands\n`, ZOOM],
    ['a personal room', `https://zoom.us/my/jan.devries`, 'https://zoom.us/my/jan.devries'],
    ['a room that the text calls personal', `Topic: Jan de Vries' Personal Meeting Room\n${ZOOM}\n`, ZOOM],
    ['a Webex meeting of others', `${WEBEX}\nMeeting password: aB3dE5gH7jK\n`, WEBEX],
    ['Meet', 'https://meet.google.com/abc-defg-hij', 'https://meet.google.com/abc-defg-hij?authuser=0'],
    ['a plain name', 'https://meet.jit.si/OverlegFinancien', 'https://meet.jit.si/OverlegFinancien'],
    ['GoTo', 'https://meet.goto.com/123456789', 'https://meet.goto.com/123456789'],
  ])('says what the invitation’s review says: %s', (_name, text, url) => {
    const invited = invitation(text, { sender: { name: 'Jo', address: 'jo@partner.example.org' } });
    const page = onPage(url, invited);
    expect(rulesOf(page)).toEqual(rulesOf(review(invited, STRICT, NOW)));
    expect(page.marking).toEqual(GEHEIM);
    expect(page.findings.map(({ rule }) => rule)).toContain('too-sensitive-for-platform');
    expect(page.unknown).not.toContain('invitation');
    expect(page.surface).toBe('join');
  });

  it('knows the series and who called it', () => {
    const invited = invitation('https://meet.google.com/abc-defg-hij', {
      surface: 'event-read',
      events: [EVENT],
    });
    const passages = invited.passages.map((passage) => ({ ...passage, timing: null }));
    expect(rulesOf(onPage('https://meet.google.com/abc-defg-hij', { ...invited, passages }))).toEqual(
      expect.arrayContaining(['reused-room warn in-series', 'foreign-tenant warn organiser']),
    );
  });

  it('says nothing of the event, the people and the title', () => {
    const recipients = [{ name: '', address: 'jo@example.org' }];
    const invited = invitation(ZOOM, { surface: 'event-write', events: [EVENT], recipients });
    const policy = parsePolicy(
      {
        organisation: { mailDomains: ['example.gov'] },
        titles: { markings: 'warn', forbiddenTerms: ['overleg'] },
        unlabelled: { level: 'warn' },
      },
      'file',
    );
    const rules = onPage(ZOOM, invited, policy).findings.map(({ rule }) => rule);
    for (const rule of [
      'outside-participants',
      'public-event',
      'revealing-title',
      'label-missing',
      'foreign-tenant',
    ])
      expect(rules).not.toContain(rule);
  });

  it('keeps no link, number, title or passcode', () => {
    const invited = invitation(`${WEBEX}\nMeeting number: 2741 305 8812\nMeeting password: aB3dE5gH7jK\n`);
    const reviewed = review(invited, STRICT, NOW);
    const kept = reviewed.meetings
      .map((meeting) => JSON.stringify(seenIn(invited, reviewed, meeting)))
      .join();
    for (const secret of ['0123456789abcdef', '2741', 'aB3dE5', 'overleg', 'https:', 'j.php'])
      expect(kept).not.toContain(secret);
    expect(kept).toContain('Stg. GEHEIM');
  });
});

describe('the page of a meeting whose invitation nobody saw', () => {
  const alone = (url: string, inForce: PolicyInForce = DEFAULT_POLICY): Review =>
    review(joinInvitation(url, null), inForce, NOW);

  it.each([
    [ZOOM, 'unknown', 'unknown'],
    [`${ZOOM}?pwd=bVpKc1RkZz09.1`, 'in-link', 'unknown'],
    [WEBEX, 'unknown', 'unknown'],
    ['https://teams.microsoft.com/meet/3456789012345', 'unknown', 'unknown'],
    ['https://teams.microsoft.com/meet/3456789012345?p=AbCdEfGhIjKlMnOpQr', 'in-link', 'unknown'],
    ['https://meet.google.com/abc-defg-hij', 'none-by-design', 'unknown'],
    ['https://meet.jit.si/OverlegFinancien', 'unknown', 'unknown'],
  ])('%s: passcode %s, dial-in %s', (url, passcode, dialIn) => {
    const { meetings, unknown } = alone(url);
    expect(meetings).toMatchObject([{ passcode: { state: passcode }, dialIn: { state: dialIn } }]);
    expect(unknown).toContain('invitation');
    expect(unknown.includes('passcode')).toBe(passcode === 'unknown');
    expect(unknown.includes('dial-in')).toBe(dialIn === 'unknown');
  });

  it('takes it for neither marked nor unmarked', () => {
    const policy = parsePolicy(
      {
        unlabelled: { rank: 40, level: 'block' },
        titles: { markings: 'require' },
        otherPlatforms: { ceiling: 'nl-virbi/depv' },
      },
      'file',
    );
    expect(alone(ZOOM, policy).findings).toEqual([]);
    expect(alone(ZOOM, policy).marking).toBe(null);
  });

  it('reads the whole address, whatever stands at its end', () => {
    expect(alone('https://meet.google.com/abc-defg-hij).').meetings).toHaveLength(1);
    expect(alone('https://zoom.us/pricing').meetings).toEqual([]);
  });
});

describe('two invitations to one meeting', () => {
  it('a later mail with the link alone takes nothing back', () => {
    const first: Seen = {
      ...UNTOLD,
      marking: GEHEIM,
      tenant: 'examplestad',
      room: 'personal',
      passcode: 'in-text',
      dialIn: 'protected',
      timing: { created: '2026-10-01T00:00:00Z', lastOccurrence: '2026-12-01T00:00:00Z' },
      recurring: true,
      callers: ['example.gov'],
    };
    const later: Seen = {
      ...UNTOLD,
      room: 'one-off',
      passcode: 'absent',
      dialIn: 'none',
      timing: { created: '2026-10-20T00:00:00Z', lastOccurrence: null },
      callers: ['partner.example.org'],
    };
    expect(together(first, later)).toEqual(first);
  });
  it('the higher marking counts, and what is newly told', () => {
    const lower: Marking = { ...GEHEIM, level: 'depv', rank: 20, text: 'Dep. VERTROUWELIJK' };
    expect(together({ ...UNTOLD, marking: lower }, { ...UNTOLD, marking: GEHEIM }).marking).toEqual(GEHEIM);
    expect(together({ ...UNTOLD, marking: GEHEIM }, { ...UNTOLD, marking: lower }).marking).toEqual(GEHEIM);
    expect(together({ ...UNTOLD, passcode: 'in-text' }, { ...UNTOLD, passcode: 'in-link' }).passcode).toBe(
      'both',
    );
    expect(together({ ...UNTOLD, passcode: 'absent' }, { ...UNTOLD, passcode: 'withheld' }).passcode).toBe(
      'withheld',
    );
    expect(together({ ...UNTOLD, dialIn: 'protected' }, { ...UNTOLD, dialIn: 'open' }).dialIn).toBe('open');
    expect(together({ ...UNTOLD, dialIn: 'none' }, UNTOLD).dialIn).toBe('unknown');
  });
});
