import { invitedAddresses } from '../invitation/invited.ts';
import type { Person } from '../model.ts';
import { RESTRICTED } from './levels.ts';
import { type Rule, shortened } from './rule.ts';

/** From so many guests on Google Calendar warns of a large audience (facts/deployment.md section 10, row 14). */
const LARGE = 25;

// Names of lists: every part is such a word ("all-staff", "alle_medewerkers", "leden").
const EVERYBODY = new Set(
  'all alle allen allemaal allstaff everybody everyone iedereen organisatiebreed tous toutes todos tutti'.split(
    ' ',
  ),
);
const GROUPS = new Set(
  'agents beschaeftigte collegas colleagues company employees leden medewerkers members mitarbeiter mitarbeitende organisatie personeel personnel staff users'.split(
    ' ',
  ),
);
/** First names and surnames: alone they are none of a list. */
const NAMES = new Set(['alle', 'allen']);
/** List is a surname, too ("list", "jan.list", "jan_list"); behind a hyphen it is none. */
const LIST =
  /^(?:.{1,60}-list|(?:.{1,60}[-_])?(?:distributielijst|lista|liste|listserv|lijst|mailinglist|mailinglijst|mailingliste|verteiler|verzendlijst))$/;
/** Hosts of lists, and nothing but lists (RFC 2919 names them so in its examples). */
const LIST_HOST =
  /^(?:googlegroups\.com|(?:groups|lijsten|listen|listes|lists|listserv|verteiler)\..{1,250})$/;

/** Whether one address stands for many people, as far as its name tells. */
function isList(address: string): boolean {
  const at = address.lastIndexOf('@');
  if (at < 0) return false;
  const name = address.slice(0, at);
  if (LIST.test(name) || LIST_HOST.test(address.slice(at + 1))) return true;
  const parts = name.split(/[._-]/, 6);
  return (
    !NAMES.has(name) && parts.every((part) => EVERYBODY.has(part) || GROUPS.has(part)) && name.length <= 60
  );
}

const people = (count: number): Person[] =>
  Array.from({ length: count }, (_, index) => ({ name: '', address: `p${index}@example.gov` }));
const ZOOM = 'https://zoom.us/j/84512345678?pwd=x';
const MARKED = 'Dep. VERTROUWELIJK overleg';

export const wideAudience: Rule = {
  id: 'wide-audience',
  level: 'warn',
  below: { rank: RESTRICTED, level: 'off' },
  source: {
    title: 'ASD, Web conferencing security, "Establish meetings securely"',
    date: 'n.d.',
    url: 'https://www.cyber.gov.au/publications/web-conferencing-security',
  },
  check: ({ invitation, meetings }) => {
    if (meetings.length === 0) return [];
    const invited = invitedAddresses(invitation);
    if (invited.length >= LARGE) return [{ meeting: null, substitutions: ['', String(invited.length)] }];
    const list = invited.find(isList);
    if (list === undefined) return [];
    return [{ meeting: null, variant: 'list', substitutions: ['', shortened(list)] }];
  },
  cases: [
    { name: 'many people', title: MARKED, text: ZOOM, recipients: people(30), finds: ['warn'] },
    {
      name: 'many guests of an event',
      title: MARKED,
      text: ZOOM,
      event: { attendees: people(25) },
      finds: 1,
    },
    { name: 'not so many', title: MARKED, text: ZOOM, recipients: people(24), finds: 0 },
    {
      name: 'the same people in mail and calendar',
      title: MARKED,
      text: ZOOM,
      event: { attendees: people(20) },
      recipients: people(20),
      finds: 0,
    },
    { name: 'many people, and nothing sensitive', text: ZOOM, recipients: people(30), finds: 0 },
    {
      name: 'unless the policy wants to hear it',
      text: ZOOM,
      recipients: people(30),
      policy: { rules: [{ rule: 'wide-audience', level: 'inform' }] },
      finds: ['inform'],
    },
    { name: 'no meeting', title: MARKED, text: 'Zie de bijlage.', recipients: people(30), finds: 0 },
    {
      name: 'everybody, by one address',
      title: MARKED,
      text: ZOOM,
      recipients: [{ name: '', address: 'alle-medewerkers@example.gov' }],
      finds: ['warn'],
    },
    {
      name: 'a host of lists',
      title: MARKED,
      text: ZOOM,
      recipients: [{ name: '', address: 'beleid@lists.example.gov' }],
      finds: 1,
    },
    ...['tutti', 'leden', 'alle.medewerkers', 'beleid-list', 'beleid_lijst', 'verzendlijst'].map((name) => ({
      name: `a list: ${name}`,
      title: MARKED,
      text: ZOOM,
      recipients: [{ name: '', address: `${name}@example.gov` }],
      finds: 1,
    })),
    ...['alle', 'allen', 'list', 'jan_list'].map((name) => ({
      name: `a name: ${name}`,
      title: MARKED,
      text: ZOOM,
      recipients: [{ name: '', address: `${name}@example.gov` }],
      finds: 0,
    })),
    {
      name: 'people whose names are such words',
      title: MARKED,
      text: ZOOM,
      recipients: [
        { name: '', address: 'alle.devries@example.gov' },
        { name: '', address: 'jan.list@example.gov' },
        { name: '', address: 'mitarbeiterin.meier@example.gov' },
        { name: '', address: 'jan@liststraat.example.gov' },
      ],
      finds: 0,
    },
  ],
};
