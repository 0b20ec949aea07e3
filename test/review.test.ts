import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BLANK } from '../src/invitation/blank.ts';
import type { Anchor, Invitation } from '../src/model.ts';
import { DEFAULT_POLICY } from '../src/policy/defaults.ts';
import { parsePolicy } from '../src/policy/parse.ts';
import { review, titleWithoutSecrets, withoutSecrets } from '../src/review.ts';

const NOW = new Date('2026-11-02T09:00:00Z');

function invitation(text: string, title = '', anchors: Anchor[] = []): Invitation {
  return {
    ...BLANK,
    surface: 'mail-read',
    title,
    passages: [{ source: 'body', text, anchors, timing: null }],
  };
}
const meetingsOf = (text: string, anchors: Anchor[] = []) =>
  review(invitation(text, '', anchors), DEFAULT_POLICY, NOW).meetings;

const TEAMS_LONG =
  'https://teams.microsoft.com/l/meetup-join/19%3ameeting_ZmFrZS1mYWtlLWZha2UtZmFrZS1mYWtlZmFrZWZha2U0%40thread.v2/0?context=%7b%22Tid%22%3a%220a1b2c3d-0000-4000-8000-00000000abcd%22%7d';

describe('meetings', () => {
  it('reads a whole Zoom invitation', () => {
    const [zoom, ...rest] = meetingsOf(
      [
        'Topic: Budget',
        'Join Zoom Meeting',
        'https://us02web.zoom.us/j/84512345678?pwd=bVpKc1RkZz09.1',
        '',
        'Meeting ID: 845 1234 5678',
        'Passcode: 482913',
        '',
        'One tap mobile',
        '+31207940854,,84512345678#,,,,*482913# Netherlands',
        '',
        'Find your local number: https://us02web.zoom.us/u/kbVnAbCdE',
      ].join('\n'),
    );
    expect(rest).toEqual([]);
    expect(zoom).toMatchObject({
      platform: 'zoom',
      url: 'https://us02web.zoom.us/j/84512345678?pwd=bVpKc1RkZz09.1',
      host: 'us02web.zoom.us',
      tenant: null,
      id: '84512345678',
      room: 'one-off',
      passcode: { state: 'both' },
      dialIn: { state: 'protected' },
      wrappedBy: [],
    });
  });

  it('takes the Webex number from the text, and the web password not for the phone', () => {
    const text = [
      'Join meeting',
      'https://examplestad.webex.com/examplestad/j.php?MTID=m0123456789abcdef0123456789abcdef',
      'Meeting number (access code): 2741 305 8812',
      'Meeting password: aB3dE5gH7jK',
      '',
      'Tap to join from a mobile device (attendees only)',
      '+31-20-794-4000,,27413058812## Netherlands Toll',
    ].join('\n');
    expect(meetingsOf(text)).toMatchObject([
      { id: '27413058812', tenant: 'examplestad', passcode: { state: 'in-text' }, dialIn: { state: 'open' } },
    ]);
  });

  it('finds the number and the open line in a tel: link alone', () => {
    const anchors = [
      { href: 'https://examplestad.webex.com/meet/j.devries', text: 'Join', at: 0 },
      { href: 'tel:+31207944000,,*01*27413058812%23%23*01*', text: '+31 20 794 4000', at: 5 },
    ];
    expect(meetingsOf('Join\n+31 20 794 4000', anchors)).toMatchObject([
      { id: 'j.devries', room: 'personal', dialIn: { state: 'open' } },
    ]);
  });

  it('makes one meeting of Teams’ short and long link, with the tenant of the long', () => {
    const text = `Join: https://teams.microsoft.com/meet/3456789012345?p=AbCdEfGhIjKlMnOpQr\nMeeting ID: 345 678 901 234 5\nPasscode: aB3xY9\nNeed help? | System reference <${TEAMS_LONG}>`;
    expect(meetingsOf(text)).toMatchObject([
      {
        platform: 'teams',
        id: '3456789012345',
        tenant: '0a1b2c3d-0000-4000-8000-00000000abcd',
        url: TEAMS_LONG,
        passcode: { state: 'both' },
        dialIn: { state: 'none' },
      },
    ]);
  });

  it('keeps two meetings in one mail apart, each with its own wording', () => {
    const text = [
      'First talk',
      'https://zoom.us/j/84512345678',
      'Meeting ID: 845 1234 5678',
      'Passcode: 482913',
      '',
      'Second talk',
      'https://zoom.us/j/84598765432',
      'Meeting ID: 845 9876 5432',
    ].join('\n');
    expect(meetingsOf(text).map((meeting) => [meeting.id, meeting.passcode.state])).toEqual([
      ['84512345678', 'in-text'],
      ['84598765432', 'absent'],
    ]);
  });

  it('counts several links to one meeting once', () => {
    expect(
      meetingsOf(
        'https://zoom.us/j/84512345678 https://x.zoom.us/j/84512345678?pwd=a https://zoom.us/wc/join/84512345678',
      ),
    ).toMatchObject([
      {
        id: '84512345678',
        tenant: 'x',
        url: 'https://x.zoom.us/j/84512345678?pwd=a',
        passcode: { state: 'in-link' },
      },
    ]);
  });

  it('takes an anchor’s target, not the address it shows', () => {
    const text = 'https://zoom.us/j/84512345678';
    expect(meetingsOf(text, [{ href: 'https://evil.example/', text, at: 0 }])).toEqual([]);
  });

  it('ends a link where text in another script goes on without a blank', () => {
    expect(meetingsOf('点击https://zoom.us/j/84512345678加入会议')).toMatchObject([
      { id: '84512345678', url: 'https://zoom.us/j/84512345678' },
    ]);
    expect(meetingsOf('https://meet.jit.si/Büro-Überleg')).toMatchObject([{ id: 'Büro-Überleg' }]);
  });

  it('a label alone never makes an invitation', () => {
    expect(meetingsOf('Meeting ID: 845 1234 5678\nPasscode: 482913\nVergadernummer: 12')).toEqual([]);
  });

  it('reads Dutch and German wording', () => {
    const dutch = `https://teams.microsoft.com/meet/3456789012345\nVergadering-id: 345 678 901 234 5\nWachtwoordcode: aB3xY9\nInbellen via telefoon\n+31 20 399 0000,,123456789# Netherlands\nTelefonische vergadering-id: 123 456 789#`;
    expect(meetingsOf(dutch)).toMatchObject([
      { id: '3456789012345', passcode: { state: 'in-text' }, dialIn: { state: 'open' } },
    ]);
    const german = `https://a.webex.com/a/j.php?MTID=m0123456789abcdef0123456789abcdef\nMeeting-Kennnummer (Zugriffscode): 2741 305 8812\nMeeting-Passwort: aB3dE5gH7jK\nÜber Telefon beitreten\n+49-619-6781-9736 Germany Toll\nPasswort für Telefon- und Videosysteme: 22333545`;
    expect(meetingsOf(german)).toMatchObject([
      { id: '27413058812', passcode: { state: 'in-text' }, dialIn: { state: 'protected' } },
    ]);
  });

  it('Meet and Jitsi phones ask a PIN', () => {
    expect(
      meetingsOf('https://meet.google.com/abc-defg-hij\nOr dial: +31 20 257 2000 PIN: 123 456 789#'),
    ).toMatchObject([{ passcode: { state: 'none-by-design' }, dialIn: { state: 'pin' } }]);
    expect(meetingsOf('https://meet.jit.si/raadsoverleg\n+31 20 257 2000,,1234567890#')).toMatchObject([
      { passcode: { state: 'absent' }, dialIn: { state: 'pin' }, room: 'permanent' },
    ]);
  });
});

describe('links that pretend', () => {
  const GENUINE = 'https://zoom.us/j/84512345678?pwd=x';
  const FALSE = [
    'https://zoom.us.evil.example/j/84512345678',
    'https://zооm.us/j/84512345678',
    'https://zoom.us@evil.example/j/84512345678',
    'https://203.0.113.7/j/84512345678',
    'https://evil.example\\@zoom.us/j/84512345678',
    'https://meet.google.com/linkredirect?dest=https://evil.example/login',
    'intent://zoom.us/j/84512345678',
  ];

  it.each(FALSE)('%s is warned of, and the meeting beside it stays', (link) => {
    const reviewed = review(invitation(`${link}\nJoin: ${GENUINE}`), DEFAULT_POLICY, NOW);
    expect(reviewed.meetings).toMatchObject([{ platform: 'zoom', url: GENUINE }]);
    expect(reviewed.findings).toMatchObject([{ level: 'warn', meeting: null }]);
  });

  it('names the host as computers write it, and what it looks like', () => {
    const found = review(invitation(FALSE[1] ?? ''), DEFAULT_POLICY, NOW).findings;
    expect(found).toMatchObject([
      { variant: 'homoglyph-read', substitutions: ['xn--zm-fmca.us', 'zoom.us'], meeting: null },
    ]);
  });

  it('shortens a long host in its middle', () => {
    const host = `zoom.us.${'a-very-long-label.'.repeat(8)}evil.example`;
    const [found] = review(invitation(`https://${host}/j/84512345678`), DEFAULT_POLICY, NOW).findings;
    expect(found?.substitutions[0]).toMatch(/^zoom\.us\..+….+\.evil\.example$/);
    expect(found?.substitutions[0]).toHaveLength(60);
  });

  it('says the gravest first, and of meetings no less for it', () => {
    const false50 = Array.from({ length: 50 }, (_, n) => `https://zoom.us.evil${n}.example/j/8451`);
    const open20 = Array.from({ length: 20 }, (_, n) => `https://zoom.us/j/8451234${5600 + n}`);
    const rules = review(invitation([...open20, ...false50].join('\n')), DEFAULT_POLICY, NOW).findings.map(
      ({ rule }) => rule,
    );
    expect(rules.slice(0, 10)).toEqual(new Array(10).fill('lookalike-link'));
    expect(rules.slice(10)).toEqual([
      ...new Array(20).fill('no-passcode'),
      ...new Array(20).fill('enumerable-id'),
    ]);
  });
});

describe('a forwarded invitation', () => {
  const forwarded =
    '-----Original Message-----\nFrom: Jan\nStg. GEHEIM\nhttps://zoom.us/j/84512345678?pwd=x\n';

  it('has the marking that stands beside its link', () => {
    const { marking, meetings } = review(invitation(`Ter info.\n\n${forwarded}`), DEFAULT_POLICY, NOW);
    expect(meetings).toMatchObject([{ quoted: true }]);
    expect(marking).toMatchObject({ level: 'stg-g' });
  });
  it('has it also below a signature', () => {
    const { marking } = review(invitation(`Ter info.\n-- \nJan\n\n${forwarded}`), DEFAULT_POLICY, NOW);
    expect(marking).toMatchObject({ level: 'stg-g' });
  });
  it('gives nothing to an invitation of the sender’s own', () => {
    const own = `https://zoom.us/j/84598765432?pwd=x\n\n${forwarded}`;
    expect(review(invitation(own), DEFAULT_POLICY, NOW).marking).toBe(null);
  });
  it('is as old as nobody knows', () => {
    const { passages, ...rest } = invitation(`Ter info.\n\n${forwarded}`);
    const timing = { created: '2026-10-01T00:00:00Z', lastOccurrence: null };
    const sent = { ...rest, passages: passages.map((passage) => ({ ...passage, timing })) };
    expect(review(sent, DEFAULT_POLICY, NOW).meetings[0]?.timing?.created).toBe(null);
  });
});

describe('titleWithoutSecrets', () => {
  it('keeps no title that gives a passcode away', () => {
    const title = 'Overleg, passcode: 482913';
    const reviewed = review(invitation('https://zoom.us/j/84512345678', title), DEFAULT_POLICY, NOW);
    expect(titleWithoutSecrets(title, reviewed)).toBe('');
    expect(titleWithoutSecrets('Overleg', { findings: [] })).toBe('Overleg');
  });
});

describe('one very long line', () => {
  const long = 'lorem ipsum '.repeat(1000);

  it('gives its passcode at the end', () => {
    expect(
      meetingsOf(
        `${long.slice(0, 2900)} https://zoom.us/j/84512345678 ${long.slice(0, 5000)} Passcode: 482913`,
      ),
    ).toMatchObject([{ passcode: { state: 'in-text' } }]);
  });
  it('gives its marking at the end', () => {
    const text = `https://zoom.us/j/84512345678 ${long} Stg. GEHEIM`;
    expect(review(invitation(text), DEFAULT_POLICY, NOW).marking).toMatchObject({ level: 'stg-g' });
    expect(review(invitation(`${long} (SECRET)`), DEFAULT_POLICY, NOW).marking).toMatchObject({
      level: 'secret',
    });
  });
});

describe('review', () => {
  it('says what an invitation cannot prove', () => {
    expect(review(invitation('https://zoom.us/j/84512345678'), DEFAULT_POLICY, NOW).unknown).toEqual([
      'lobby',
      'e2ee',
      // Zoom had meetings without a passcode that others collected, and nobody knows how old this one is.
      'created',
    ]);
    expect(review(invitation('no meeting'), DEFAULT_POLICY, NOW).unknown).toEqual([]);
  });

  it('tells that a policy has expired, and goes on applying it', () => {
    const policy = parsePolicy(
      { validUntil: '2026-11-01', platforms: [{ platform: 'zoom', use: 'forbidden' }] },
      'file',
    );
    const reviewed = review(invitation('https://zoom.us/j/84512345678?pwd=x'), policy, NOW);
    expect(reviewed.policy.faults).toMatchObject([{ problem: 'expired' }]);
    expect(reviewed.findings.map((finding) => finding.rule)).toEqual(['platform-not-allowed']);
  });

  it('strips queries and fragments for everything that is stored', () => {
    const reviewed = review(invitation('https://zoom.us/j/84512345678?pwd=secret#x'), DEFAULT_POLICY, NOW);
    expect(JSON.stringify(withoutSecrets(reviewed))).not.toContain('secret');
    expect(withoutSecrets(reviewed).meetings[0]?.url).toBe('https://zoom.us/j/84512345678');
  });

  it.each([
    [
      'https://jan:hidden@zoom.us.evil.example/j/84512345678?pwd=hidden#hidden',
      'https://zoom.us.evil.example/j/84512345678',
    ],
    ['zoom.us@evil.example/j/84512345678?pwd=hidden', 'https://evil.example/j/84512345678'],
    ['https://zoom.us\\jan:hidden@evil.example/j/84512345678', 'https://zoom.us/'],
    ['javascript:location="https://zoom.us/?hidden"', 'javascript:'],
    ['data:text/html,zoom hidden', 'data:'],
    ['intent://zoom.us/j/84512345678#hidden;end', 'intent:'],
  ])('strips %s of its secrets', (href, url) => {
    const text = 'Join Zoom Meeting';
    const anchors = [{ href, text, at: 0 }];
    const plain = withoutSecrets(review(invitation(text, '', anchors), DEFAULT_POLICY, NOW));
    expect(new Set(plain.suspicious.map((one) => one.url))).toEqual(new Set([url]));
    expect(plain.findings).not.toEqual([]);
    expect(JSON.stringify(plain)).not.toContain('hidden');
  });

  it('strips a meeting of the user-info in its link', () => {
    const reviewed = review(invitation('https://jan:hidden@zoom.us/j/84512345678'), DEFAULT_POLICY, NOW);
    expect(withoutSecrets(reviewed).meetings).toMatchObject([{ url: 'https://zoom.us/j/84512345678' }]);
  });

  it('never throws, whatever the text', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.constantFrom(
        'https://zoom.us/j/84512345678',
        'https://a.webex.com/meet/x',
        'Passcode:',
        'Stg. GEHEIM',
        '\ud800',
        '\u202e',
        ',,*01*',
        '%23',
        '\n',
        '> ',
        '(',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), fc.string({ unit: 'binary' }), (pieces, title) => {
        const reviewed = review(invitation(pieces.join(''), title), DEFAULT_POLICY, NOW);
        expect(JSON.parse(JSON.stringify(reviewed)).meetings.length).toBe(reviewed.meetings.length);
      }),
      { numRuns: 300 },
    );
  });

  // Bounds, not benchmarks: each of these took minutes or died where time was not linear.
  it.each([
    ['1 MB of letters', 'a'.repeat(1_000_000)],
    ['1 MB of blanks', ' '.repeat(1_000_000)],
    [
      '1 MB of blank lines around a link',
      `${'\n'.repeat(500_000)}https://zoom.us/j/84512345678${'\n'.repeat(500_000)}`,
    ],
    ['10,000 links to one meeting', 'https://zoom.us/j/84512345678\n'.repeat(10_000)],
    [
      '10,000 meetings',
      Array.from({ length: 10_000 }, (_, index) => `https://zoom.us/j/8${1_000_000_000 + index}`).join('\n'),
    ],
    [
      '10,000 links, two meetings by turns',
      'https://zoom.us/j/84512345678\nhttps://zoom.us/j/84598765432\n'.repeat(5_000),
    ],
    ['labels without values', 'Passcode: '.repeat(100_000)],
    ['half a dial string', `https://zoom.us/j/84512345678\n${',,1'.repeat(300_000)}`],
    ['digits', `https://zoom.us/j/84512345678\n+${'1 '.repeat(500_000)}`],
    ['portion marks', 'word (S)\n'.repeat(60_000)],
    ['half a marking', 'OFFICIAL - '.repeat(90_000)],
    ['one line of bracketed words', '(SECRET '.repeat(100_000)],
    ['one line in brackets', `${'('.repeat(500_000)}SECRET${')'.repeat(500_000)}`],
    // The second is the title, where it is not the text's beginning.
    [
      'a title of 1 MB beside a link',
      'https://zoom.us/j/84512345678\nPasscode: 482913',
      'Passcode: 482913 '.repeat(60_000),
    ],
    [
      'a title of codes that the text repeats',
      `https://zoom.us/j/84512345678\n${'a1b2 c3d4 123 456 '.repeat(50_000)}`,
      'a1b2 c3d4 e5f6 123 456 789 '.repeat(150),
    ],
  ])('answers within a bound: %s', (_name, text, title = text.slice(0, 5000)) => {
    const began = performance.now();
    const reviewed = review(invitation(text, title), DEFAULT_POLICY, NOW);
    expect(reviewed.meetings.length).toBeLessThanOrEqual(100);
    expect(performance.now() - began).toBeLessThan(3000);
  });

  it('says when there was more of the title than it read', () => {
    const link = 'https://zoom.us/j/84512345678';
    expect(review(invitation(link, 'a'.repeat(4001)), DEFAULT_POLICY, NOW).unknown).toContain('rest-of-text');
    expect(review(invitation(link, 'a'.repeat(4000)), DEFAULT_POLICY, NOW).unknown).not.toContain(
      'rest-of-text',
    );
  });

  it('says when there were more meetings than it read', () => {
    const text = Array.from(
      { length: 200 },
      (_, index) => `https://zoom.us/j/8${1_000_000_000 + index}`,
    ).join('\n');
    expect(review(invitation(text), DEFAULT_POLICY, NOW).unknown).toContain('more-meetings');
  });
});
