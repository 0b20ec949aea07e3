import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Invitation, LEVELS, type Level, type Person, type Review } from '../../src/model.ts';
import { parsePolicy } from '../../src/policy/parse.ts';
import { isRecord } from '../../src/record.ts';
import { review } from '../../src/review.ts';
import type { RuleId } from '../../src/rules/ids.ts';

/** The example policies of docs/it/policies: an administrator takes them as they are, so each must be right as it stands. */

const FOLDER = 'docs/it/policies';
const README = readFileSync(join(FOLDER, 'README.md'), 'utf8');
const FILES = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));

/** As an administrator gives it to the browser: the file's own JSON. */
function policyIn(file: string): Record<string, unknown> {
  const value: unknown = JSON.parse(readFileSync(join(FOLDER, file), 'utf8'));
  if (!isRecord(value)) throw new TypeError(`${file} holds no object`);
  return value;
}

interface Example {
  name: string;
  title?: string;
  text: string;
  /** Default: event-read. */
  surface?: Invitation['surface'];
  /** Addresses of those a calendar invites; the first one also organises. */
  attendees?: readonly string[];
  labels?: Invitation['labels'];
  created?: string;
  lastOccurrence?: string;
  /** Default: 2026-12-01T09:00:00Z. */
  now?: string;
  /** These rules speak, at these levels. No other rule holds the action. */
  finds: Partial<Record<RuleId, Level>>;
  /** These stay silent. "warnings": nothing at warn or above. */
  silent?: readonly (RuleId | 'warnings')[];
}

const person = (address: string): Person => ({ name: '', address });

function reviewExample(file: string, example: Example): Review {
  const { created = null, lastOccurrence = null, attendees = [], surface = 'event-read' } = example;
  const [organizer] = attendees;
  const event = {
    organizer: organizer === undefined ? null : person(organizer),
    attendees: attendees.map(person),
    visibility: null,
    sequence: null,
    recurring: lastOccurrence === 'never',
    cancelled: false,
  };
  return review(
    {
      surface,
      title: example.title ?? '',
      passages: [{ source: 'body', text: example.text, anchors: [], timing: { created, lastOccurrence } }],
      labels: example.labels ?? [],
      sender: null,
      recipients: [],
      events: attendees.length === 0 && lastOccurrence === null ? [] : [event],
      unread: [],
    },
    parsePolicy(policyIn(file), 'file'),
    new Date(example.now ?? '2026-12-01T09:00:00Z'),
  );
}

const WEBEX_LINK = (site: string) =>
  `https://${site}.webex.com/${site}/j.php?MTID=m${'0123456789abcdef'.repeat(2)}`;
const WEBEX_NUMBER = 'Meeting number (access code): 2741 305 8812';
/** A Webex meeting as it should be: a password for the app and one for the phone. */
const webex = (site: string) =>
  `${WEBEX_LINK(site)}\n${WEBEX_NUMBER}\nMeeting password: kB7pWx3mQ2a (52779936 when dialing from a phone or video system)\nJoin by phone\n+31-20-555-0170 Netherlands Toll\n`;
const WEBEX_OPEN_PHONE = (site: string) =>
  `${WEBEX_LINK(site)}\n${WEBEX_NUMBER}\nMeeting password: kB7pWx3mQ2a\ntel:+31205550170,,*01*27413058812%23%23*01*\n`;
const ZOOM =
  'Join Zoom Meeting\nhttps://us02web.zoom.us/j/85210937746?pwd=LHP5pVwgLEKSvK1rNj3dh6RMpiYDHs.1\n\nMeeting ID: 852 1093 7746\nPasscode: wK7tR2\n';
const ZOOM_OPEN = 'Join Zoom Meeting\nhttps://us02web.zoom.us/j/85210937746\n';
const OUR_TENANT = '0b0b0b0b-2222-4222-8222-000000000001';
const OTHER_TENANT = '0b0b0b0b-2222-4222-8222-000000000009';
const teams = (tenant: string) =>
  `Microsoft Teams meeting\nhttps://teams.microsoft.com/l/meetup-join/19%3ameeting_YjhjM2RlMDAtNTljZS01MzE1LTg5ZDEtNzk5NjViYmQxNTNl%40thread.v2/0?context=%7b%22Tid%22%3a%22${tenant}%22%2c%22Oid%22%3a%226d49b1b0-0d09-7b9b-1b34-0db3cea515ea%22%7d\nMeeting ID: 345 678 901 234 5\nPasscode: wK7tR2\n`;
const OWN_BBB = 'https://vs-konferenz.bafb.example.org/b/ann-k7x-m2p-q9d\nZugangscode: 482913\n';
const OWN_JITSI = 'https://meet.csirt.example.net/k7xm2pq9d4vwz3rt\nPassword: correct-horse-9\n';

const EXAMPLES: Readonly<Record<string, readonly Example[]>> = {
  'nl-rijksoverheid.json': [
    {
      name: 'confidential talk in Webex wants a reason',
      title: 'Voorbereiding overleg',
      text: `Dep. VERTROUWELIJK\n\n${webex('minvb-voorbeeld')}`,
      finds: { 'too-sensitive-for-platform': 'justify' },
      silent: ['revealing-title', 'platform-not-allowed', 'foreign-tenant', 'no-passcode', 'open-dial-in'],
    },
    {
      name: 'a state secret in Webex is held, and its title says too much',
      title: 'Stg. GEHEIM - crisisoverleg',
      text: webex('minvb-voorbeeld'),
      finds: { 'too-sensitive-for-platform': 'block', 'revealing-title': 'warn' },
    },
    {
      name: 'a series from before the fix, open by phone',
      title: 'Weekoverleg',
      text: WEBEX_OPEN_PHONE('minvb-voorbeeld'),
      created: '2024-03-01T09:00:00Z',
      lastOccurrence: 'never',
      finds: { 'exposed-invitation': 'warn', 'open-dial-in': 'warn' },
      silent: ['too-sensitive-for-platform', 'no-passcode'],
    },
    {
      name: 'a personal room, and a title with a term that the ministry keeps out',
      title: 'Stand van Project Zeepaard-2',
      text: 'https://minvb-voorbeeld.webex.com/meet/j.devries\n',
      finds: { 'personal-room': 'warn', 'revealing-title': 'warn' },
    },
    {
      name: 'an invitation to Zoom gets the advice to invite to Webex',
      title: 'Kennismaking',
      text: ZOOM,
      finds: { 'platform-not-allowed': 'warn' },
      silent: ['too-sensitive-for-platform', 'no-passcode'],
    },
    {
      name: 'another organisation’s Webex is said quietly',
      title: 'Kennismaking',
      text: webex('examplestad'),
      finds: { 'foreign-tenant': 'inform' },
      silent: ['platform-not-allowed', 'warnings'],
    },
    {
      name: 'a Webex meeting as it should be',
      title: 'Weekoverleg',
      text: webex('minvb-voorbeeld'),
      created: '2026-11-20T09:00:00Z',
      lastOccurrence: '2026-12-03T09:00:00Z',
      finds: {},
      silent: ['warnings', 'foreign-tenant', 'exposed-invitation'],
    },
  ],
  'uk-official-sensitive.json': [
    {
      name: 'joining another body’s Zoom meeting is nobody’s fault',
      title: 'OFFICIAL: joint planning',
      text: ZOOM,
      finds: {},
      silent: ['platform-not-allowed', 'too-sensitive-for-platform', 'warnings'],
    },
    {
      name: 'another body calls a meeting, with its own tool and a marking',
      title: 'OFFICIAL-SENSITIVE: joint planning',
      text: teams(OTHER_TENANT),
      attendees: ['jo@council.example.com', 'a.smith@dfex.example.org'],
      finds: { 'foreign-tenant': 'inform' },
      silent: ['outside-participants', 'platform-not-allowed', 'too-sensitive-for-platform'],
    },
    {
      name: 'calling a meeting on Zoom is said quietly',
      title: 'Joint planning',
      text: ZOOM,
      surface: 'event-write',
      finds: { 'platform-not-allowed': 'inform' },
      silent: ['warnings'],
    },
    {
      name: 'OFFICIAL-SENSITIVE on Zoom, with somebody from outside',
      title: 'OFFICIAL-SENSITIVE: budget',
      text: ZOOM,
      attendees: ['a.smith@dfex.example.org', 'jo@supplier.example.com'],
      finds: { 'too-sensitive-for-platform': 'warn', 'outside-participants': 'inform' },
      silent: ['revealing-title'],
    },
    {
      name: 'OFFICIAL-SENSITIVE without a passcode wants a reason',
      title: 'Budget [OFFICIAL-SENSITIVE]',
      text: ZOOM_OPEN,
      finds: { 'no-passcode': 'justify', 'too-sensitive-for-platform': 'warn' },
    },
    {
      name: 'somebody from outside at OFFICIAL is ordinary work',
      title: 'OFFICIAL: joint planning',
      text: teams(OTHER_TENANT),
      attendees: ['a.smith@dfex.example.org', 'jo@supplier.example.com'],
      finds: {},
      silent: ['outside-participants', 'foreign-tenant', 'too-sensitive-for-platform', 'warnings'],
    },
  ],
  'de-vs-nfd.json': [
    {
      name: 'VS-NfD on Webex is held',
      title: 'Abstimmung',
      text: `VS-NfD\n\n${webex('beispielhaus')}`,
      finds: { 'too-sensitive-for-platform': 'block' },
      silent: ['revealing-title', 'no-passcode', 'open-dial-in'],
    },
    {
      name: 'VS-NfD on the approved server is not',
      title: 'Abstimmung',
      text: `VS-NUR FÜR DEN DIENSTGEBRAUCH\n\n${OWN_BBB}`,
      finds: {},
      silent: ['too-sensitive-for-platform', 'platform-not-allowed', 'no-passcode'],
    },
    {
      name: 'VS-VERTRAULICH is too much for the approved server too, and does not belong in the subject',
      title: 'VS-VERTRAULICH - Besprechung',
      text: OWN_BBB,
      finds: { 'too-sensitive-for-platform': 'block', 'revealing-title': 'warn' },
    },
    {
      name: 'Zoom is for joining only',
      title: 'Lagebild Nord',
      text: ZOOM,
      surface: 'event-write',
      finds: { 'platform-not-allowed': 'warn', 'revealing-title': 'warn' },
      silent: ['too-sensitive-for-platform'],
    },
  ],
  'eu-institution.json': [
    {
      name: 'LIMITE with somebody from outside',
      title: 'Working party (LIMITE)',
      text: webex('agency'),
      attendees: ['ana@agency.example.org', 'maria@example.com'],
      finds: { 'outside-participants': 'warn' },
      silent: ['too-sensitive-for-platform'],
    },
    {
      name: 'EU RESTRICTED wants a reason, also for those from outside',
      title: 'Working party',
      text: `RESTREINT UE/EU RESTRICTED\n\n${webex('agency')}`,
      attendees: ['ana@agency.example.org', 'maria@example.com'],
      finds: { 'too-sensitive-for-platform': 'justify', 'outside-participants': 'justify' },
    },
    {
      name: 'EU SECRET is held',
      title: 'S-UE/EU-S: planning',
      text: webex('agency'),
      finds: { 'too-sensitive-for-platform': 'block' },
    },
    {
      name: 'the meeting’s id in its title',
      title: 'Team call 852 1093 7746',
      text: ZOOM,
      finds: { 'credentials-in-title': 'warn' },
      silent: ['too-sensitive-for-platform'],
    },
    {
      name: 'without a marking, somebody from outside is ordinary work',
      title: 'Team call',
      text: webex('agency'),
      attendees: ['ana@agency.example.org', 'maria@example.com'],
      finds: {},
      silent: ['outside-participants', 'too-sensitive-for-platform', 'warnings'],
    },
  ],
  'tlp-community.json': [
    {
      name: 'TLP:AMBER+STRICT off the community’s server wants a reason',
      title: '[TLP:AMBER+STRICT] Incident call',
      text: `TLP:AMBER+STRICT\n\n${ZOOM}`,
      finds: { 'too-sensitive-for-platform': 'justify' },
      silent: ['label-missing', 'outside-participants'],
    },
    {
      name: 'TLP:AMBER+STRICT on the community’s server, among members',
      title: '[TLP:AMBER+STRICT] Incident call',
      text: `TLP:AMBER+STRICT\n\n${OWN_JITSI}`,
      attendees: ['ana@csirt.example.net', 'jan@member.example.net'],
      finds: {},
      silent: ['too-sensitive-for-platform', 'outside-participants', 'label-missing', 'guessable-room'],
    },
    {
      name: 'TLP:RED with somebody from outside is held twice',
      title: '[TLP:RED] Incident call',
      text: `TLP:RED\n\n${OWN_JITSI}`,
      attendees: ['ana@csirt.example.net', 'jo@example.com'],
      finds: { 'too-sensitive-for-platform': 'block', 'outside-participants': 'block' },
    },
    {
      name: 'no label at all is said quietly',
      title: 'Monthly call',
      text: ZOOM,
      finds: { 'label-missing': 'inform' },
      silent: ['too-sensitive-for-platform', 'warnings'],
    },
    {
      name: 'a label in the text, and none in the title',
      title: 'Monthly call',
      text: `TLP:GREEN\n\n${ZOOM}`,
      finds: { 'label-missing': 'inform' },
      silent: ['too-sensitive-for-platform', 'warnings'],
    },
    {
      name: 'a plain word as the room’s name',
      title: '[TLP:GREEN] Monthly call',
      text: 'https://meet.csirt.example.net/meeting\n',
      finds: { 'guessable-room': 'warn' },
      silent: ['label-missing', 'too-sensitive-for-platform'],
    },
  ],
  'company-purview.json': [
    {
      name: 'a Dutch label above General on a tool of others',
      title: '[Vertrouwelijk] Offerte',
      text: ZOOM,
      finds: { 'too-sensitive-for-platform': 'warn' },
      silent: ['label-missing', 'platform-not-allowed'],
    },
    {
      name: 'a German label in another company’s Teams wants a reason',
      title: 'Angebot (Streng vertraulich)',
      text: teams(OTHER_TENANT),
      finds: { 'foreign-tenant': 'justify' },
      silent: ['too-sensitive-for-platform', 'label-missing', 'platform-not-allowed'],
    },
    {
      name: 'Purview’s own header counts by its GUID',
      title: 'Offer',
      text: ZOOM,
      surface: 'mail-read',
      labels: [
        {
          carrier: 'msip-labels',
          text: 'MSIP_Label_0a0a0a0a-1111-4111-8111-000000000004_Enabled=true; MSIP_Label_0a0a0a0a-1111-4111-8111-000000000004_Name=HC-2024; MSIP_Label_0a0a0a0a-1111-4111-8111-000000000004_SiteId=0b0b0b0b-2222-4222-8222-000000000001;',
        },
      ],
      finds: { 'too-sensitive-for-platform': 'justify' },
      silent: ['label-missing'],
    },
    {
      name: 'a label of others, ranked by the company',
      title: 'TLP:AMBER+STRICT Incident call',
      text: ZOOM,
      finds: { 'too-sensitive-for-platform': 'justify' },
      silent: ['label-missing'],
    },
    {
      name: 'a partner’s Webex site, until the exception ends',
      title: '[Confidential] Joint project',
      text: webex('examplepartner'),
      finds: {},
      silent: ['foreign-tenant', 'platform-not-allowed', 'too-sensitive-for-platform'],
    },
    {
      name: 'a partner’s Webex site, on the day after',
      title: '[Confidential] Joint project',
      text: webex('examplepartner'),
      now: '2027-07-01T09:00:00Z',
      finds: { 'foreign-tenant': 'justify' },
    },
    {
      name: 'guests in a highly confidential meeting',
      title: '[Highly Confidential] Board',
      text: teams(OUR_TENANT),
      attendees: ['ana@works.example.com', 'max@werke.example.com', 'jo@example.org'],
      finds: { 'outside-participants': 'justify' },
      silent: ['foreign-tenant', 'too-sensitive-for-platform'],
    },
    {
      name: 'a highly confidential series',
      title: '[Highly Confidential] Board',
      text: teams(OUR_TENANT),
      attendees: ['ana@works.example.com', 'max@werke.example.com'],
      lastOccurrence: 'never',
      finds: { 'reused-room': 'warn' },
      silent: ['outside-participants', 'foreign-tenant', 'too-sensitive-for-platform'],
    },
    {
      name: 'a confidential series is ordinary work',
      title: '[Confidential] Sales',
      text: teams(OUR_TENANT),
      attendees: ['ana@works.example.com', 'max@werke.example.com'],
      lastOccurrence: 'never',
      finds: {},
      silent: ['reused-room', 'outside-participants', 'foreign-tenant', 'warnings'],
    },
    {
      name: 'our own Teams meeting without a label',
      title: 'Weekly',
      text: teams(OUR_TENANT),
      attendees: ['ana@works.example.com', 'jo@example.org'],
      finds: { 'label-missing': 'inform' },
      silent: ['outside-participants', 'foreign-tenant', 'warnings'],
    },
  ],
};

it('has invitations for every example policy', () => {
  expect(Object.keys(EXAMPLES).sort()).toEqual([...FILES].sort());
});

describe.each(FILES)('%s', (file) => {
  const policy = policyIn(file);

  it('has no fault, and no key that does nothing', () => {
    const { note } = parsePolicy(policy, 'file');
    expect(note.faults).toEqual([]);
    expect(note.notApplied).toEqual([]);
  });

  it('expects exactly the keys that it sets', () => {
    const keys = Object.keys(policy).filter((key) => key !== 'expectedKeys');
    expect(policy['expectedKeys']).toEqual(keys);
  });

  it('has a version, a last day and an organisation', () => {
    expect(policy).toMatchObject({
      policyVersion: expect.any(String),
      validUntil: '2027-11-01',
      organisation: { name: expect.any(String), contact: expect.any(String) },
    });
  });

  it('names nobody’s real organisation', () => {
    const addresses = JSON.stringify(policy).matchAll(/(?:@|https:\/\/)([a-z0-9.-]+)/gi);
    for (const [, host = ''] of addresses) expect(host, host).toMatch(/(?:^|\.)example\.(?:org|com|net)$/);
  });

  it('has a section of the README, with the source of every key', () => {
    const section = README.split(/^## /m).find((one) => one.startsWith(file)) ?? '';
    expect(section).not.toBe('');
    for (const key of ['platforms', 'otherPlatforms', 'titles', 'unlabelled', 'exceptions', 'selfHosted'])
      if (Object.hasOwn(policy, key)) expect(section, key).toContain(`\`${key}`);
    const rules = parsePolicy(policy, 'file').policy.rules ?? [];
    for (const { rule } of rules) expect(section, rule).toContain(`\`${rule}\``);
  });

  it.each((EXAMPLES[file] ?? []).map((example) => [example.name, example] as const))(
    '%s',
    (_name, example) => {
      const { findings } = reviewExample(file, example);
      const levels = (rule: string) => [
        ...new Set(findings.filter((finding) => finding.rule === rule).map(({ level }) => level)),
      ];
      const atLeast = (level: Level) =>
        findings
          .filter((finding) => LEVELS.indexOf(finding.level) >= LEVELS.indexOf(level))
          .map(({ rule }) => rule);
      for (const [rule, level] of Object.entries(example.finds)) expect(levels(rule), rule).toEqual([level]);
      for (const rule of example.silent ?? [])
        expect(rule === 'warnings' ? atLeast('warn') : levels(rule), rule).toEqual([]);
      for (const rule of atLeast('justify')) expect(Object.keys(example.finds)).toContain(rule);
    },
  );
});
