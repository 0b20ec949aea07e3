/** What the surfaces are shown with: invitations of made-up people, judged by the core. */
import type { FrameReport } from '../../../extension/messages.ts';
import { BLANK } from '../../../src/invitation/blank.ts';
import { plainPassage } from '../../../src/invitation/plain-text.ts';
import type { Invitation, PolicyNote, Review } from '../../../src/model.ts';
import { parsePolicy } from '../../../src/policy/parse.ts';
import { review } from '../../../src/review.ts';

const NOW = new Date('2026-11-20T09:00:00Z');

const invitation = (title: string, body: string, more: Partial<Invitation> = {}): Invitation => ({
  ...BLANK,
  surface: 'mail-read',
  title,
  passages: [plainPassage('body', body, { created: '2026-11-02T09:00:00Z', lastOccurrence: null })],
  ...more,
});

/** With a word longer than a narrow window. */
const GRAVE = invitation(
  'Dep. VERTROUWELIJK: Begrotingsbesprekingsvoorbereidingsbijeenkomst 845 1234 5678',
  `https://examplestad.webex.com/meet/jan.de.vries-van-der-lange-achternaam
https://zoom.us/j/84512345678
+31207940854,,84512345678# Netherlands`,
);
const QUIET = invitation('Overleg', 'https://zoom.us/j/84512345678?pwd=Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4');
/** As most of them come: one meeting, two faults. */
export const COMMON = invitation(
  'Budget working group, Thursday 10:00',
  'https://us02web.zoom.us/j/84512345678',
);
const GOOD = invitation(
  'Overleg',
  'https://teams.microsoft.com/meet/3311245678901?p=Zm9vYmFyYmF6cXV4\nMeeting ID: 331 124 567 890 1',
);

const ORGANISATION = {
  policyVersion: '2026-11-01',
  organisation: {
    name: 'Gemeente Voorbeeldstad',
    contact: 'mailto:security@example.gov',
    helpUrl: 'https://intranet.example.gov/meetings',
  },
  schemes: ['nl-virbi'],
};
const levels = (level: string): Record<string, unknown>[] =>
  ['no-passcode', 'open-dial-in', 'personal-room'].map((rule) => ({ rule, level }));

export const POLICY = { ...ORGANISATION, rules: levels('warn') };
/** What an administrator may get wrong. */
export const FAULTY_POLICY = {
  ...ORGANISATION,
  expectedKeys: ['platforms'],
  rules: [{ rule: 'no-password', level: 'warn' }],
  platforms: [{ platform: 'zoom', use: 'sometimes' }],
  colour: 'blue',
};

const judged = (what: Invitation, policy: unknown): Review =>
  review(what, parsePolicy(policy, 'managed'), NOW);

export const REVIEWS = {
  inform: judged(QUIET, { ...ORGANISATION, rules: [{ rule: 'passcode-in-link', level: 'inform' }] }),
  warn: judged(GRAVE, POLICY),
  common: judged(COMMON, ORGANISATION),
  writing: judged({ ...GRAVE, surface: 'mail-write' }, POLICY),
  justify: judged(GRAVE, { ...ORGANISATION, rules: levels('justify') }),
  block: judged(GRAVE, { ...ORGANISATION, rules: levels('block') }),
  unchecked: judged(invitation('Overleg', 'See the attachment', { unread: ['calendar-attachment'] }), POLICY),
  clear: judged(GOOD, { ...ORGANISATION, rules: levels('warn') }),
} as const;

export const FAULTY_NOTE: PolicyNote = parsePolicy(FAULTY_POLICY, 'managed').note;

export function reportOf(reviews: readonly Review[], more: Partial<FrameReport> = {}): FrameReport {
  return {
    page: 'page-1',
    site: 'mail.example.gov',
    entries: reviews.map((one, index) => ({
      title: index === 0 ? GRAVE.title : '',
      review: one,
      aside: { key: `a${index}`, state: null, mayBeKnown: true },
    })),
    trouble: null,
    webmail: null,
    missed: [],
    ...more,
  };
}
