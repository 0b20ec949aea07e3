import { describe, expect, it } from 'vitest';
import { readEvidence } from '../../src/meetings/evidence.ts';
import type { DialInState } from '../../src/model.ts';
import { jitsi } from '../../src/platforms/jitsi.ts';
import { meet } from '../../src/platforms/meet.ts';
import type { DialString, Evidence, JoinLink, Platform } from '../../src/platforms/platform.ts';
import { teams } from '../../src/platforms/teams.ts';
import { webex } from '../../src/platforms/webex.ts';
import { zoom } from '../../src/platforms/zoom.ts';

/** facts/meeting-links.md sections 2 to 5: what each platform's dial strings say in every language, without any word around them. */

const NOTHING: Evidence = {
  number: null,
  passcode: 'none',
  passcodeDigits: null,
  phonePasscode: false,
  phone: 'none',
  pin: false,
  passcodeBesidePhone: false,
  dialStrings: [],
  wholeInvitation: false,
  personalRoom: false,
};

const LINKS = new Map<Platform, string>([
  [webex, 'https://examplestad.webex.com/examplestad/j.php?MTID=m0123456789abcdef0123456789abcdef'],
  [zoom, 'https://zoom.us/j/84512345678?pwd=bVpKc1RkZz09.1'],
  [teams, 'https://teams.microsoft.com/meet/3456789012345?p=AbCdEfGhIjKlMnOpQr'],
  [meet, 'https://meet.google.com/abc-defg-hij'],
  [jitsi, 'https://meet.jit.si/raadsvergadering'],
]);

function linkOf(platform: Platform): JoinLink {
  const link = platform.recognise(new URL(LINKS.get(platform) ?? 'about:blank'));
  if (link === null) throw new Error(`${platform.id} does not know its own link`);
  return link;
}

function dialIn(platform: Platform, dialStrings: readonly DialString[]): DialInState {
  const evidence: Evidence = { ...NOTHING, dialStrings, phone: 'announced', wholeInvitation: true };
  return platform.dialIn(evidence, linkOf(platform));
}

const VARIANTS: readonly [Platform, DialString, DialInState][] = [
  // Section 2. The second field is the numeric password.
  [webex, ',,*01*27413058812##*01*', 'open'],
  [webex, ',,*01*27413058812#48213377#*01*', 'protected'],
  [webex, ',,27413058812##', 'open'],
  [webex, ',,27413058812#48213377#', 'protected'],
  [webex, ',,*01*123456789##*01*', 'open'],
  [webex, ',,1234567890##', 'open'],
  [webex, ',,,,27413058812#48213377#', 'protected'],
  [webex, ',,27413058812#,,48213377#', 'protected'],
  // Another platform's keys, or half of Webex's: they tell nothing, and no meeting number is known either.
  [webex, ',,123456#', 'unknown'],
  [webex, ',,27413058812#', 'unknown'],
  // Section 3.
  [zoom, ',,84512345678#,,,,*482913#', 'protected'],
  [zoom, ',,84512345678#,,,,*482913', 'protected'],
  [zoom, ',,84512345678#', 'open'],
  [zoom, ',,84512345678', 'open'],
  [zoom, ',,84512345678#,,', 'open'],
  [zoom, ',,123456789#', 'open'],
  [zoom, ',,4512345678#', 'open'],
  [zoom, ',,84512345678#,,,,,,0#', 'open'],
  [zoom, ',,84512345678#,,,,,,0#,,482913#', 'protected'],
  [zoom, ',,84512345678#,,#', 'open'],
  [zoom, ',,84512345678#,,#,,482913#', 'protected'],
  [zoom, ',,84512345678#,,482913#', 'protected'],
  [zoom, ',,84512345678#,,,,*#', 'unknown'],
  [zoom, ',,84512345678901#', 'unknown'],
  // Section 4: attendees never need a PIN. The calendar's own property leaves the "#" out (section 9).
  [teams, ',,123456789#', 'open'],
  [teams, ',,987654321#,,', 'open'],
  [teams, ',,123456789', 'open'],
  // Section 5: a PIN of the meeting's own stands for the number.
  [meet, ',,123456789#', 'pin'],
  [meet, ',,1234567890123#', 'pin'],
  [jitsi, ',,1234567890#', 'pin'],
];

describe.each(VARIANTS.map(([platform, keys, state]) => [platform.id, keys, state, platform] as const))(
  '%s %s',
  (_id, keys, state, platform) => {
    it(`is ${state}`, () => {
      expect(dialIn(platform, [keys])).toBe(state);
    });
  },
);

const OPEN = VARIANTS.filter(([, , state]) => state === 'open');
it.each(OPEN.map(([platform, keys]) => [platform.id, keys, platform] as const))(
  '%s: beside %s another number that asks for a code helps nobody',
  (_id, keys, platform) => {
    for (const [other, guarded, state] of VARIANTS)
      if (other === platform && state === 'protected')
        expect(dialIn(platform, [guarded, keys, guarded])).toBe('open');
  },
);

/** As invitations write them: a number in the text, or a `tel:` address with its signs percent-encoded or not. */
const WRITTEN: readonly [Platform, string, DialInState][] = [
  [webex, 'tel:+31207944000,,*01*27413058812%23%23*01*', 'open'],
  [webex, 'tel:+31207944000,,*01*27413058812##*01*', 'open'],
  [webex, 'tel:%2B31207944000,,%2A01%2A27413058812%23%23%2A01%2A', 'open'],
  [webex, 'tel:%2b31207944000%2c%2c*01*27413058812%2348213377%23*01*', 'protected'],
  [webex, 'tel:+31207944000,,*01*27413058812#48213377#*01*', 'protected'],
  [webex, '+31-20-794-4000,,27413058812##', 'open'],
  [webex, '+31-20-794-4000,,27413058812#48213377#', 'protected'],
  [zoom, '+31207940854,,84512345678#,,,,*482913#', 'protected'],
  [zoom, 'tel:+31207940854,,84512345678%23,,,,*482913%23', 'protected'],
  [zoom, '+31207940854,,84512345678#', 'open'],
  [zoom, 'tel:+31207940854,,84512345678%23', 'open'],
  [zoom, '+31207940854,,84512345678#,,,,,,0#', 'open'],
  [zoom, 'tel:+31207940854,,84512345678%23,,,,,,0%23,,482913%23', 'protected'],
  [teams, 'tel:+31207945000,,123456789#', 'open'],
  [teams, 'tel:+31207945000,,123456789%23', 'open'],
  [teams, '+31 20 794 5000,,123456789#', 'open'],
  [meet, 'tel:+31202570000,,123456789%23', 'pin'],
  [jitsi, 'tel:+31202570000,,1234567890%23', 'pin'],
];

it.each(WRITTEN.map(([platform, written, state]) => [platform.id, written, state, platform] as const))(
  '%s: %s is %s',
  (_id, written, state, platform) => {
    const link = linkOf(platform);
    const phone = written.startsWith('tel:');
    const evidence = readEvidence({
      title: '',
      text: phone ? '' : `${written}\n`,
      phoneLinks: phone ? [written] : [],
      id: link.id,
    });
    expect(platform.dialIn(evidence, link)).toBe(state);
  },
);

describe('without a dial string', () => {
  const platforms = [webex, zoom, teams, meet, jitsi].map((platform) => [platform.id, platform] as const);
  it.each(platforms)('%s: no phone, no line', (_id, platform) => {
    expect(platform.dialIn(NOTHING, linkOf(platform))).toBe('none');
  });
  it.each(platforms)('%s: words that are only recalled warn of nothing', (_id, platform) => {
    expect(['unknown', 'pin']).toContain(platform.dialIn({ ...NOTHING, phone: 'perhaps' }, linkOf(platform)));
  });
  const ANNOUNCED: readonly [Platform, Partial<Evidence>, DialInState][] = [
    // Section 2: the web password does not protect the phone; the numeric one does. Withheld is not missing (section 1).
    [webex, { number: '27413058812', passcode: 'given' }, 'open'],
    [webex, { number: '27413058812', passcode: 'none' }, 'open'],
    [webex, { number: '27413058812', passcode: 'given', phonePasscode: true }, 'protected'],
    [webex, { number: '27413058812', passcode: 'withheld' }, 'unknown'],
    [webex, { passcode: 'given' }, 'unknown'],
    // Section 3: the link of this test carries `pwd=`, so that the meeting has a passcode somewhere.
    [zoom, { passcode: 'given', passcodeBesidePhone: true }, 'protected'],
    [zoom, { passcode: 'given', phonePasscode: true }, 'protected'],
    [zoom, { passcode: 'none' }, 'unknown'],
    // Sections 4, 1 and 5.
    [teams, { passcode: 'given' }, 'open'],
    [meet, {}, 'pin'],
    [jitsi, {}, 'pin'],
  ];
  it.each(
    ANNOUNCED.map(
      ([platform, told, state]) => [platform.id, JSON.stringify(told), state, platform, told] as const,
    ),
  )('%s, announced, with %s: %s', (_id, _told, state, platform, told) => {
    expect(platform.dialIn({ ...NOTHING, phone: 'announced', ...told }, linkOf(platform))).toBe(state);
  });
});
