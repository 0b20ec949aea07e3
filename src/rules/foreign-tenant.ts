import { callersDomains } from '../invitation/callers.ts';
import type { Meeting } from '../model.ts';
import { platformName } from '../platforms/recognise.ts';
import { isOwnMailDomain, ownMailDomains } from '../policy/mail-domains.ts';
import { isOwnAccount } from '../policy/platform-terms.ts';
import { RESTRICTED } from './levels.ts';
import { forEachMeeting, type Rule, type Situation, shortened } from './rule.ts';

/** The outsider who calls the meeting, by the mail's domain; null when one of us does, or when nobody can tell. */
function outsideCaller({ invitation, policy }: Situation, meeting: Meeting): string | null {
  const own = ownMailDomains(policy);
  if (own === null) return null;
  const domains = callersDomains(invitation, meeting);
  return domains.some((domain) => isOwnMailDomain(domain, own)) ? null : (domains[0] ?? null);
}

const OURS = { platforms: [{ platform: 'webex', tenants: ['examplestad'] }] };
const OUR_MAIL = { organisation: { mailDomains: ['example.gov'] } };
const webex = (site: string): string =>
  `https://${site}.webex.com/${site}/j.php?MTID=m0123456789abcdef0123456789abcdef`;
const teams = (tenant: string): string =>
  `https://teams.microsoft.com/l/meetup-join/19%3ameeting_MDEyMzQ1NjctODlhYi00Y2RlLThmMDEtMjM0NTY3ODlhYmNk%40thread.v2/0?context=%7b%22Tid%22%3a%22${tenant}%22%7d`;
const MEET = 'https://meet.google.com/abc-defg-hij';
const jan = { name: 'Jan de Vries', address: 'jan.devries@example.gov' };
const jo = { name: 'Jo', address: 'jo@partner.example.org' };

export const foreignTenant: Rule = {
  id: 'foreign-tenant',
  level: 'warn',
  // To join what others call is everyday work (UK: do not forbid it, facts/guidance.md section 4).
  below: { rank: RESTRICTED, level: 'inform' },
  source: {
    title: 'FedTech, How to Keep Teleconferencing Tools Secure at Agencies (advice of CISA and NSA)',
    date: '2021-07-07',
    url: 'https://fedtechmagazine.com/article/2021/07/how-keep-teleconferencing-tools-secure-agencies',
  },
  check: (situation) => {
    const { policy } = situation;
    return forEachMeeting(situation, (meeting) => {
      const name = platformName(meeting.platform);
      const own = isOwnAccount(policy, meeting);
      if (own === false) return { substitutions: [name, shortened(meeting.tenant ?? '')] };
      const caller = own === null ? outsideCaller(situation, meeting) : null;
      return caller === null ? null : { variant: 'organiser', substitutions: [name, shortened(caller)] };
    });
  },
  cases: [
    {
      name: 'another organisation’s Webex site',
      text: webex('examplepartner'),
      policy: OURS,
      finds: ['inform'],
    },
    { name: 'our own Webex site', text: webex('examplestad'), policy: OURS, finds: 0 },
    {
      name: 'louder for what is marked',
      title: 'Dep. VERTROUWELIJK overleg',
      text: webex('examplepartner'),
      policy: OURS,
      finds: ['warn'],
    },
    {
      name: 'also while writing',
      text: webex('examplepartner'),
      surface: 'mail-write',
      policy: OURS,
      finds: 1,
    },
    {
      name: 'our site over a host of all customers, and the policy names the whole host',
      text: 'https://meetingsemea12.webex.com/examplestad/j.php?MTID=m0123456789abcdef0123456789abcdef',
      policy: { platforms: [{ platform: 'webex', tenants: ['ExampleStad.webex.com'] }] },
      finds: 0,
    },
    {
      name: 'another organisation’s Teams',
      text: teams('0a1b2c3d-0000-4000-8000-00000000abcd'),
      policy: { platforms: [{ platform: 'teams', tenants: ['0a1b2c3d-0000-4000-8000-000000000001'] }] },
      finds: 1,
    },
    {
      name: 'our own Teams, written as Windows writes a GUID',
      text: teams('0a1b2c3d-0000-4000-8000-00000000abcd'),
      policy: { platforms: [{ platform: 'teams', tenants: ['{0A1B2C3D-0000-4000-8000-00000000ABCD}'] }] },
      finds: 0,
    },
    {
      name: 'one of the tenants of several entries',
      text: webex('examplestad'),
      policy: {
        platforms: [
          { platform: 'webex', tenants: ['exampledorp'] },
          { platform: 'webex', hosts: ['*.webex.com'], tenants: ['examplestad'] },
          { platform: 'zoom', tenants: ['anders'] },
        ],
      },
      finds: 0,
    },
    {
      name: 'only entries for the host count',
      text: webex('examplepartner'),
      policy: {
        platforms: [{ platform: 'webex', hosts: ['examplestad.webex.com'], tenants: ['examplestad'] }],
      },
      finds: 0,
    },
    {
      name: 'a short Teams link names no tenant, and nobody the organiser',
      text: 'https://teams.microsoft.com/meet/3456789012345?p=AbCdEfGhIjKlMnOpQr',
      policy: {
        platforms: [{ platform: 'teams', tenants: ['0a1b2c3d-0000-4000-8000-000000000001'] }],
        ...OUR_MAIL,
      },
      finds: 0,
    },
    {
      name: 'an organiser from outside, where the link names no tenant',
      text: MEET,
      event: { organizer: jo },
      policy: OUR_MAIL,
      finds: ['inform'],
    },
    {
      name: 'a sender from outside',
      text: MEET,
      sender: jo,
      policy: OUR_MAIL,
      finds: 1,
    },
    {
      name: 'the organiser counts before the sender',
      text: MEET,
      event: { organizer: jan },
      sender: jo,
      policy: OUR_MAIL,
      finds: 0,
    },
    {
      name: 'a colleague of a sub-domain',
      text: MEET,
      sender: { name: '', address: 'j@mail.example.gov' },
      policy: OUR_MAIL,
      finds: 0,
    },
    {
      name: 'a domain that only ends like ours',
      text: MEET,
      sender: { name: '', address: 'j@notexample.gov' },
      policy: OUR_MAIL,
      finds: 1,
    },
    {
      name: 'sub-domains only',
      text: MEET,
      sender: { name: '', address: 'j@mail.example.gov' },
      policy: { organisation: { mailDomains: ['*.example.gov'] } },
      finds: 0,
    },
    {
      name: 'a meeting of our account, called by an outsider',
      text: webex('examplestad'),
      sender: jo,
      policy: { ...OURS, ...OUR_MAIL },
      finds: 0,
    },
    {
      name: 'our own server',
      text: 'https://meet.example.gov/OverlegFinancien',
      sender: jo,
      policy: { ...OUR_MAIL, selfHosted: [{ platform: 'jitsi', hosts: ['meet.example.gov'] }] },
      finds: 0,
    },
    {
      name: 'who writes the invitation calls the meeting',
      text: MEET,
      sender: jo,
      surface: 'mail-write',
      policy: OUR_MAIL,
      finds: 0,
    },
    {
      name: 'its own page, and an outsider called it',
      text: MEET,
      surface: 'join',
      seen: { callers: ['partner.example.org'] },
      policy: OUR_MAIL,
      finds: ['inform'],
    },
    {
      name: 'its own page, and one of us called it',
      text: MEET,
      surface: 'join',
      seen: { callers: ['example.gov'] },
      policy: OUR_MAIL,
      finds: 0,
    },
    {
      name: 'its own page, and nobody knows who called it',
      text: MEET,
      surface: 'join',
      policy: OUR_MAIL,
      finds: 0,
    },
    {
      name: 'the page of another account',
      text: webex('examplepartner'),
      surface: 'join',
      policy: OURS,
      finds: 1,
    },
    {
      name: 'the page of a short Teams link, whose invitation named the tenant',
      text: 'https://teams.microsoft.com/meet/3456789012345?p=AbCdEfGhIjKlMnOpQr',
      surface: 'join',
      seen: { tenant: '0a1b2c3d-0000-4000-8000-000000000002' },
      policy: { platforms: [{ platform: 'teams', tenants: ['0a1b2c3d-0000-4000-8000-000000000001'] }] },
      finds: 1,
    },
    {
      name: 'an organiser that is a calendar',
      text: MEET,
      event: { organizer: { name: '', address: 'c_1a2b3c@group.calendar.google.com' } },
      policy: OUR_MAIL,
      finds: 0,
    },
    {
      name: 'an organiser without a mail address',
      text: MEET,
      event: { organizer: { name: 'Jan', address: '/o=example/cn=jan' } },
      policy: OUR_MAIL,
      finds: 0,
    },
    {
      name: 'somebody from outside answers on an old invitation',
      text: 'Zie onder.\n\n> Join: https://meet.google.com/abc-defg-hij\n',
      sender: jo,
      policy: OUR_MAIL,
      finds: 0,
    },
    { name: 'no policy, nobody is outside', text: webex('examplepartner'), sender: jo, finds: 0 },
    {
      name: 'an exception for a partner',
      text: webex('examplepartner'),
      policy: {
        ...OURS,
        exceptions: [{ rule: 'foreign-tenant', host: 'examplepartner.webex.com', until: '2027-01-01' }],
      },
      finds: 0,
    },
  ],
};
