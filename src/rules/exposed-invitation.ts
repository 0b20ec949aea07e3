import type { Incident } from '../incidents/incident.ts';
import { INCIDENTS } from '../incidents/index.ts';
import type { Meeting } from '../model.ts';
import { platformName } from '../platforms/recognise.ts';
import type { Policy } from '../policy/schema.ts';
import type { Found, Rule, Situation } from './rule.ts';

/** Meetings are rarely planned further ahead: an older mail without a date of its meeting is not held against anybody. */
const PLANNED_AHEAD_DAYS = 366;
const DAY = 86_400_000;

export function incidentsFor(platform: string, policy: Policy): readonly Incident[] {
  return INCIDENTS.filter(
    (incident) => incident.platform === platform && policy.disabledIncidents?.includes(incident.id) !== true,
  );
}

/** Made before the incident was mended, and still to come: only a new meeting has a link that nobody collected. */
function isExposed(meeting: Meeting, incident: Incident, now: Date): boolean {
  const created = Date.parse(meeting.timing?.created ?? '');
  if (Number.isNaN(created) || created >= Date.parse(incident.createdBefore)) return false;
  const last = meeting.timing?.lastOccurrence ?? null;
  if (last === 'never') return true;
  if (last === null) return now.getTime() - created < PLANNED_AHEAD_DAYS * DAY;
  return Date.parse(last) >= now.getTime();
}

function check({ meetings, policy, now }: Situation): Found[] {
  return meetings.flatMap((meeting, index) =>
    incidentsFor(meeting.platform, policy)
      .filter((incident) => isExposed(meeting, incident, now))
      .map((incident) => ({
        meeting: index,
        variant: incident.id,
        substitutions: [platformName(meeting.platform), incident.createdBefore],
      })),
  );
}

const WEBEX = 'https://a.webex.com/a/j.php?MTID=m0123456789abcdef0123456789abcdef';

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
      name: 'a mail of then, read soon after',
      text: WEBEX,
      created: '2024-05-20T09:00:00Z',
      now: '2024-06-10T09:00:00Z',
      finds: 1,
    },
    { name: 'a mail of then, read years later', text: WEBEX, created: '2024-05-20T09:00:00Z', finds: 0 },
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
  ],
};
