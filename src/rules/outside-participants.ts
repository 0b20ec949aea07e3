import { invitedAddresses } from '../invitation/invited.ts';
import type { Person } from '../model.ts';
import { isOwnMailDomain, mailDomain, ownMailDomains } from '../policy/mail-domains.ts';
import { RESTRICTED } from './levels.ts';
import { type Rule, shortened } from './rule.ts';

/** So many domains are named: enough to see who they are. */
const MOST_NAMED = 3;

const person = (address: string): Person => ({ name: '', address });
const ZOOM = 'https://zoom.us/j/84512345678?pwd=x';
const OUR_MAIL = { organisation: { mailDomains: ['example.gov'] } };

export const outsideParticipants: Rule = {
  id: 'outside-participants',
  level: 'warn',
  below: { rank: RESTRICTED, level: 'inform' },
  source: {
    title: 'ASD, Web conferencing security, "Establish meetings securely"',
    date: 'n.d.',
    url: 'https://www.cyber.gov.au/publications/web-conferencing-security',
  },
  check: ({ invitation, meetings, policy }) => {
    const own = ownMailDomains(policy);
    if (own === null || meetings.length === 0) return [];
    const outside = invitedAddresses(invitation)
      .flatMap((address) => mailDomain(address) ?? [])
      .filter((domain) => !isOwnMailDomain(domain, own));
    if (outside.length === 0) return [];
    const named = [...new Set(outside)].slice(0, MOST_NAMED).map(shortened).join(', ');
    return [{ meeting: null, substitutions: ['', String(outside.length), named] }];
  },
  cases: [
    {
      name: 'a guest from outside',
      text: ZOOM,
      event: { attendees: [person('jan.devries@example.gov'), person('jo@example.org')] },
      policy: OUR_MAIL,
      finds: ['inform'],
    },
    {
      name: 'louder for what is marked',
      title: 'Dep. VERTROUWELIJK overleg',
      text: ZOOM,
      recipients: [person('jo@example.org')],
      policy: OUR_MAIL,
      finds: ['warn'],
    },
    {
      name: 'while writing',
      text: ZOOM,
      surface: 'mail-write',
      recipients: [person('jo@example.org'), person('ana@example.com')],
      policy: OUR_MAIL,
      finds: 1,
    },
    {
      name: 'only colleagues, also of a sub-domain',
      text: ZOOM,
      recipients: [person('jan.devries@example.gov'), person('ana@mail.example.gov')],
      policy: OUR_MAIL,
      finds: 0,
    },
    {
      name: 'organiser and sender are not invited',
      text: ZOOM,
      event: {
        organizer: person('jo@example.org'),
        attendees: [person('jo@example.org'), person('jan.devries@example.gov')],
      },
      sender: person('assistant@example.org'),
      recipients: [person('assistant@example.org'), person('jan.devries@example.gov')],
      policy: OUR_MAIL,
      finds: 0,
    },
    {
      name: 'nobody says which domains are ours',
      title: 'Stg. GEHEIM',
      text: ZOOM,
      recipients: [person('jo@example.org')],
      finds: 0,
    },
    {
      name: 'a cancelled event',
      text: ZOOM,
      event: { cancelled: true, attendees: [person('jo@example.org')] },
      recipients: [person('jo@example.org')],
      policy: OUR_MAIL,
      finds: 0,
    },
    { name: 'nobody is known', title: 'Stg. GEHEIM', text: ZOOM, policy: OUR_MAIL, finds: 0 },
    {
      name: 'no meeting',
      text: 'Zie de bijlage.',
      recipients: [person('jo@example.org')],
      policy: OUR_MAIL,
      finds: 0,
    },
    {
      name: 'addresses that tell no organisation',
      text: ZOOM,
      event: { attendees: [person('/o=example/cn=jan'), person('kamer3@resource.calendar.google.com')] },
      policy: OUR_MAIL,
      finds: 0,
    },
    {
      name: 'off below a marking, by the policy',
      text: ZOOM,
      recipients: [person('jo@example.org')],
      policy: { ...OUR_MAIL, rules: [{ rule: 'outside-participants', level: 'off' }] },
      finds: 0,
    },
  ],
};
