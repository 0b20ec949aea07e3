import { bringsDeviceCode, bringsDeviceCodeAndPage, speaksOfTeams } from '../incidents/device-code.ts';
import type { Incident } from '../incidents/incident.ts';
import { INCIDENTS } from '../incidents/index.ts';
import { type Dated, type OwnIncident, ownIncidents } from '../incidents/own.ts';
import type { Meeting } from '../model.ts';
import { platformName } from '../platforms/recognise.ts';
import { firstMoment } from '../policy/days.ts';
import { isOwnAccount } from '../policy/platform-terms.ts';
import type { Policy } from '../policy/schema.ts';
import type { Found, Rule, Situation } from './rule.ts';

/** Meetings are rarely planned further ahead: an older mail without a date of its meeting is not held against anybody. */
const PLANNED_AHEAD_DAYS = 366;
const DAY = 86_400_000;
/**
 * People click the link at the start or just after it, and the room is open until the end. Calendars give us starts only: no meeting
 * is taken for longer than a day.
 */
const LONGEST_MEETING = DAY;

/** Whether nothing but the dates is left to ask. */
function fits(incident: Incident, meeting: Meeting, policy: Policy): boolean {
  const { room, passcode } = meeting;
  return (
    incident.platform === meeting.platform &&
    policy.disabledIncidents?.includes(incident.id) !== true &&
    (incident.without === undefined || passcode.state === 'absent') &&
    (incident.sixDigitPasscode === undefined || passcode.digits === 6) &&
    (incident.personalRoom === undefined || room === 'personal') &&
    (incident.passcodeInLink === undefined || passcode.state === 'in-link' || passcode.state === 'both') &&
    (incident.foreignTenant === undefined || isOwnAccount(policy, meeting) === false)
  );
}

function builtInFor(meeting: Meeting, policy: Policy): readonly Dated<Incident>[] {
  return INCIDENTS.flatMap((incident) => {
    const { createdBefore } = incident;
    return createdBefore !== null && fits(incident, meeting, policy) ? [{ incident, createdBefore }] : [];
  });
}

/** The dated incidents, ours and the policy's, that hit this meeting if it was made before them and is not over. */
export function incidentsFor(meeting: Meeting, policy: Policy): readonly Dated<Incident | OwnIncident>[] {
  return [...ownIncidents(policy, meeting.platform).dated, ...builtInFor(meeting, policy)];
}

/** Made before the incident was mended, and not over: only a new meeting has a link that nobody collected. */
function isExposed({ timing }: Meeting, { createdBefore }: Dated<unknown>, now: Date): boolean {
  const created = Date.parse(timing?.created ?? '');
  if (Number.isNaN(created) || created >= firstMoment(createdBefore)) return false;
  const last = timing?.lastOccurrence ?? null;
  if (last === 'never') return true;
  if (last === null) return now.getTime() - created < PLANNED_AHEAD_DAYS * DAY;
  return Date.parse(last) + LONGEST_MEETING >= now.getTime();
}

/** No day ends this one; it needs no meeting either, only a code and its page in an invitation that says it is for Teams. */
function deviceCodeAsked({ invitation, meetings, policy }: Situation): Found | null {
  const incident = INCIDENTS.find(
    ({ id, asksForDeviceCode: asked }) => asked === true && policy.disabledIncidents?.includes(id) !== true,
  );
  if (incident === undefined) return null;
  const index = meetings.findIndex(({ platform }) => platform === incident.platform);
  const hit =
    index < 0
      ? speaksOfTeams(invitation) && bringsDeviceCodeAndPage(invitation)
      : bringsDeviceCode(invitation);
  if (!hit) return null;
  return {
    meeting: index < 0 ? null : index,
    variant: incident.id,
    substitutions: [platformName(incident.platform)],
    source: incident.source,
  };
}

/**
 * One remedy a meeting: an attack that goes on, else what the organisation says itself (it knows its own meetings, and what people
 * are to do), else the gravest of ours. Of each the first in its order that hits: the policy's is the organisation's, by what weighs
 * most to it.
 */
function check(situation: Situation): Found[] {
  const { meetings, policy, now } = situation;
  const asked = deviceCodeAsked(situation);
  const dated = meetings.flatMap((meeting, index): Found[] => {
    if (asked?.meeting === index) return [];
    const name = platformName(meeting.platform);
    const own = ownIncidents(policy, meeting.platform).dated.find((one) => isExposed(meeting, one, now));
    if (own !== undefined) {
      const { text, action, source = '' } = own.incident;
      const variant = action === undefined ? 'own-incident' : 'own-incident-action';
      const said = { title: policy.organisation?.name ?? '', url: source };
      return [{ meeting: index, variant, substitutions: [name, text, action ?? '', source], source: said }];
    }
    const ours = builtInFor(meeting, policy).find((one) => isExposed(meeting, one, now));
    if (ours === undefined) return [];
    const { id, source } = ours.incident;
    return [{ meeting: index, variant: id, substitutions: [name, ours.createdBefore], source }];
  });
  return asked === null ? dated : [asked, ...dated];
}

const WEBEX = 'https://a.webex.com/a/j.php?MTID=m0123456789abcdef0123456789abcdef';
const TEAMS = 'https://teams.microsoft.com/meet/3456789012345?p=AbCdEfGhIjKlMnOpQr';
const BEFORE = { created: '2019-03-01T09:00:00Z', lastOccurrence: 'never' };
const OWN_INCIDENT = {
  id: 'onze-zoom-2026',
  platform: 'zoom',
  createdBefore: '2026-10-01',
  text: 'Our Zoom links of before October were on a public page.',
  action: 'Plan the meeting anew.',
  source: 'https://intranet.example.gov/zoom',
};

export const exposedInvitation: Rule = {
  id: 'exposed-invitation',
  level: 'warn',
  source: {
    title: 'NCSC-NL, Meerdere kwetsbaarheden in Cisco Webex, on planning meetings anew',
    date: '2024-06-07',
    url: 'https://www.ncsc.nl/actueel/nieuws/2024/juni/07/meerdere-kwetsbaarheden-in-cisco-webex',
  },
  check,
  cases: [
    {
      name: 'an endless series from before',
      text: WEBEX,
      created: '2024-03-01T09:00:00Z',
      lastOccurrence: 'never',
      finds: 1,
    },
    {
      name: 'a meeting from before that is still to come',
      text: WEBEX,
      created: '2024-05-20T09:00:00Z',
      lastOccurrence: '2024-07-01T09:00:00Z',
      now: '2024-06-10T09:00:00Z',
      finds: 1,
    },
    {
      name: 'within the margin after Cisco’s fix',
      text: WEBEX,
      created: '2024-06-01T09:00:00Z',
      lastOccurrence: 'never',
      finds: 1,
    },
    {
      name: 'made after the margin',
      text: WEBEX,
      created: '2024-06-04T00:00:00Z',
      lastOccurrence: 'never',
      finds: 0,
    },
    {
      name: 'over',
      text: WEBEX,
      created: '2024-05-20T09:00:00Z',
      lastOccurrence: '2024-05-27T09:00:00Z',
      now: '2024-06-10T09:00:00Z',
      finds: 0,
    },
    {
      name: 'a minute after its start',
      text: WEBEX,
      created: '2024-05-20T09:00:00Z',
      lastOccurrence: '2024-06-10T09:00:00Z',
      now: '2024-06-10T09:01:00Z',
      finds: 1,
    },
    {
      name: 'late in a long day',
      text: WEBEX,
      created: '2024-05-20T09:00:00Z',
      lastOccurrence: '2024-06-10T07:00:00Z',
      now: '2024-06-10T18:00:00Z',
      finds: 1,
    },
    {
      name: 'two days ago',
      text: WEBEX,
      created: '2024-05-20T09:00:00Z',
      lastOccurrence: '2024-06-08T09:00:00Z',
      now: '2024-06-10T09:00:00Z',
      finds: 0,
    },
    {
      name: 'a mail of then, read soon after',
      text: WEBEX,
      created: '2024-05-20T09:00:00Z',
      now: '2024-06-10T09:00:00Z',
      finds: 1,
    },
    { name: 'a mail of then, read years later', text: WEBEX, created: '2024-05-20T09:00:00Z', finds: 0 },
    {
      name: 'the page of a series from before',
      text: WEBEX,
      surface: 'join',
      seen: { timing: { created: '2024-03-01T09:00:00Z', lastOccurrence: 'never' } },
      finds: 1,
    },
    { name: 'a page, and nobody knows when it was made', text: WEBEX, surface: 'join', finds: 0 },
    { name: 'nobody knows when it was made', text: WEBEX, lastOccurrence: 'never', finds: 0 },
    {
      name: 'another platform',
      text: 'https://zoom.us/j/84512345678?pwd=x',
      created: '2024-03-01T09:00:00Z',
      lastOccurrence: 'never',
      finds: 0,
    },
    {
      name: 'switched off by its id',
      text: WEBEX,
      created: '2024-03-01T09:00:00Z',
      lastOccurrence: 'never',
      policy: { disabledIncidents: ['webex-2024-metadata'] },
      finds: 0,
    },
    {
      name: 'Zoom without a passcode, a series from before September 2019',
      text: 'https://zoom.us/j/845123456',
      ...BEFORE,
      finds: 1,
    },
    {
      name: 'Zoom without a passcode, a series of summer 2020',
      text: 'https://zoom.us/j/84512345678',
      created: '2020-07-01T09:00:00Z',
      lastOccurrence: 'never',
      finds: 1,
    },
    {
      name: 'Zoom without a passcode, made after passcodes became the rule',
      text: 'https://zoom.us/j/84512345678',
      created: '2020-09-27T00:00:00Z',
      lastOccurrence: 'never',
      finds: 0,
    },
    {
      name: 'Zoom with six digits from before April 2020',
      text: 'https://zoom.us/j/845123456\nPassword: 482913\n',
      ...BEFORE,
      finds: 1,
    },
    {
      name: 'Zoom with letters in the passcode',
      text: 'https://zoom.us/j/845123456\nPassword: wK7tR2\n',
      ...BEFORE,
      finds: 0,
    },
    {
      name: 'Zoom with seven digits',
      text: 'https://zoom.us/j/845123456\nPassword: 4829135\n',
      ...BEFORE,
      finds: 0,
    },
    {
      name: 'Zoom with six digits of after the mend',
      text: 'https://zoom.us/j/845123456\nPassword: 482913\n',
      created: '2020-04-10T00:00:00Z',
      lastOccurrence: 'never',
      finds: 0,
    },
    {
      name: 'a personal Zoom room from before the stolen accounts',
      text: 'https://zoom.us/my/jan.devries\nPassword: wK7tR2\n',
      created: '2020-04-17T23:00:00Z',
      lastOccurrence: 'never',
      finds: 1,
    },
    {
      name: 'a personal Zoom link with its passcode inside, from 2022',
      text: 'https://zoom.us/j/4512345678?pwd=bVpKc1RkZz09.1',
      created: '2022-05-01T09:00:00Z',
      lastOccurrence: 'never',
      finds: 1,
    },
    {
      name: 'a personal Zoom room of 2022 whose passcode is typed',
      text: 'https://zoom.us/my/jan.devries\nPasscode: wK7tR2\n',
      created: '2022-05-01T09:00:00Z',
      lastOccurrence: 'never',
      finds: 0,
    },
    {
      name: 'a personal Zoom link with its passcode inside, from later',
      text: 'https://zoom.us/j/4512345678?pwd=bVpKc1RkZz09.1',
      created: '2023-11-01T00:00:00Z',
      lastOccurrence: 'never',
      finds: 0,
    },
    {
      name: 'an old Zoom address of somebody else’s, where the policy names ours',
      text: 'https://examplepartner.zoom.us/j/84512345678?pwd=bVpKc1RkZz09.1',
      ...BEFORE,
      policy: { platforms: [{ platform: 'zoom', tenants: ['examplestad'] }] },
      finds: 1,
    },
    {
      name: 'an old Zoom address of our own',
      text: 'https://examplestad.zoom.us/j/84512345678?pwd=bVpKc1RkZz09.1',
      ...BEFORE,
      policy: { platforms: [{ platform: 'zoom', tenants: ['examplestad'] }] },
      finds: 0,
    },
    {
      name: 'an old Zoom address, and nobody says which are ours',
      text: 'https://examplepartner.zoom.us/j/84512345678?pwd=bVpKc1RkZz09.1',
      ...BEFORE,
      finds: 0,
    },
    {
      name: 'four incidents, one remedy',
      text: 'https://zoom.us/my/jan.devries',
      ...BEFORE,
      finds: 1,
    },
    {
      name: 'the next of several when the gravest is switched off',
      text: 'https://zoom.us/j/845123456',
      ...BEFORE,
      policy: { disabledIncidents: ['zoom-open-2020'] },
      finds: 1,
    },
    {
      name: 'a Teams invitation that asks for a device code',
      text: `Microsoft Teams meeting\n${TEAMS}\nTo join, open https://microsoft.com/devicelogin and enter the code FJC3ABCDE.\n`,
      finds: 1,
    },
    {
      name: 'a false Teams invitation without a meeting',
      title: 'Microsoft Teams meeting',
      text: 'Meeting ID: FJC3ABCDE\nJoin the meeting now\n',
      anchors: [
        {
          href: 'https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Faka.ms%2Fdevicelogin&data=05',
          text: 'Join the meeting now',
          at: 22,
        },
      ],
      finds: 1,
    },
    {
      name: 'the older address of the same page',
      text: 'Join us in Teams: login.microsoftonline.com/common/oauth2/deviceauth with FJC3-ABCD',
      finds: 1,
    },
    {
      name: 'a security notice that names the page',
      text: 'Security notice: attackers send false Teams invitations. Never open https://microsoft.com/devicelogin\n',
      finds: 0,
    },
    {
      name: 'how to sign in the device of a room',
      text: 'Teams Rooms: sign in your room device at https://microsoft.com/devicelogin\n',
      finds: 0,
    },
    {
      name: 'a security notice behind a gateway whose links look like codes',
      text: 'False Teams invitations: never open https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fmicrosoft.com%2Fdevicelogin&sdata=ABC12345&reserved=0 please.\n',
      finds: 0,
    },
    {
      name: 'a code far from the page',
      text: `False Teams invitations: never open https://microsoft.com/devicelogin\n${'Ask the service desk. '.repeat(20)}FJC3ABCDE\n`,
      finds: 0,
    },
    {
      name: 'a word for device codes without the page and without a meeting',
      text: 'A false Teams invitation says: enter the device code FJC3ABCDE.\n',
      finds: 0,
    },
    {
      name: 'the page beside a Teams meeting',
      text: `${TEAMS}\nhttps://microsoft.com/devicelogin\n`,
      finds: 1,
    },
    {
      name: 'a device code in the text, and no link',
      text: `${TEAMS}\nVoer de apparaatcode FJC3-ABCD in om deel te nemen.\n`,
      finds: 1,
    },
    {
      name: 'a warning of device codes',
      text: `${TEAMS}\nNever type a device code to join a meeting.\n`,
      finds: 0,
    },
    {
      name: 'the page for device codes in a mail about something else',
      text: 'The teams of both cities sign in their servers: https://microsoft.com/devicelogin\nhttps://zoom.us/j/84512345678?pwd=x\n',
      finds: 0,
    },
    {
      name: 'a host that only looks like that page',
      text: `${TEAMS}\nhttps://devicelogin.example.org/microsoft.com/devicelogin\n`,
      finds: 0,
    },
    {
      name: 'device codes switched off by the id',
      text: `${TEAMS}\nhttps://microsoft.com/devicelogin\n`,
      policy: { disabledIncidents: ['teams-devicecode-2024'] },
      finds: 0,
    },
    {
      name: 'an incident of the policy’s own',
      text: 'https://zoom.us/j/84512345678?pwd=x',
      created: '2026-09-30T23:00:00Z',
      lastOccurrence: '2026-12-01T09:00:00Z',
      policy: { incidents: [OWN_INCIDENT] },
      finds: 1,
    },
    {
      name: 'the policy’s own without an action, before ours',
      text: 'https://zoom.us/j/845123456',
      ...BEFORE,
      policy: {
        incidents: [
          { id: 'onze-zoom-2026', platform: 'zoom', createdBefore: '2026-10-01', text: 'See the intranet.' },
        ],
      },
      finds: 1,
    },
    {
      name: 'made on the day of the policy’s own',
      text: 'https://zoom.us/j/84512345678?pwd=x',
      created: '2026-10-01T00:00:00Z',
      lastOccurrence: '2026-12-01T09:00:00Z',
      policy: { incidents: [OWN_INCIDENT] },
      finds: 0,
    },
    {
      name: 'the policy’s own, on another platform',
      text: WEBEX,
      created: '2026-09-01T00:00:00Z',
      lastOccurrence: '2026-12-01T09:00:00Z',
      policy: { incidents: [OWN_INCIDENT] },
      finds: 0,
    },
    {
      name: 'the policy’s own, switched off by its id',
      text: 'https://zoom.us/j/84512345678?pwd=x',
      created: '2026-09-01T00:00:00Z',
      lastOccurrence: 'never',
      policy: { incidents: [OWN_INCIDENT], disabledIncidents: ['onze-zoom-2026'] },
      finds: 0,
    },
    {
      name: 'advice on a platform is another rule’s',
      text: 'https://zoom.us/j/84512345678?pwd=x',
      created: '2026-09-01T00:00:00Z',
      lastOccurrence: 'never',
      policy: { incidents: [{ id: 'advies', platform: 'zoom', text: 'Update Zoom.' }] },
      finds: 0,
    },
    {
      name: 'made between two of the policy’s own',
      text: 'https://zoom.us/j/84512345678?pwd=x',
      created: '2026-09-01T09:00:00Z',
      lastOccurrence: 'never',
      policy: { incidents: [{ ...OWN_INCIDENT, id: 'ouder', createdBefore: '2025-01-01' }, OWN_INCIDENT] },
      finds: 1,
    },
  ],
};
