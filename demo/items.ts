/** What lies in the mailbox of the demonstration. The texts are in demo/items/ID.html, in the platforms' own formats. */
import { readFile } from 'node:fs/promises';

export interface Person {
  name: string;
  address: string;
}

interface Item {
  /** Part of its address, and the name of its text. */
  id: string;
  subject: string;
  /** Of the text, for the page's `lang`. */
  language: 'en' | 'nl' | 'de';
  /** Id of the platform that it invites to, as in the check's output; null: no meeting. */
  platform: string | null;
}

export interface Mail extends Item {
  kind: 'mail';
  from: Person;
  to: readonly Person[];
  /** ISO 8601, local time of the mailbox. */
  sent: string;
}

export interface CalendarEvent extends Item {
  kind: 'event';
  organiser: Person;
  guests: readonly Person[];
  /** ISO 8601, local time of the mailbox. */
  start: string;
  end: string;
  /** The LOCATION of the event: a link, as calendars put it there. */
  place: string;
}

export interface Draft extends Item {
  kind: 'draft';
  to: readonly Person[];
}

export type DemoItem = Mail | CalendarEvent | Draft;

const person = (name: string, address: string): Person => ({ name, address });

const noor = person('Noor Aalbers', 'n.aalbers@examplestad.example');
const hanna = person('Hanna Brink', 'h.brink@examplestad.example');
const jeroen = person('Jeroen Vos', 'j.vos@examplestad.example');
const fatima = person('Fatima el Idrissi', 'f.elidrissi@examplestad.example');
const clerk = person('Griffie Examplestad', 'griffie@examplestad.example');
const saskia = person('Saskia de Wit', 's.dewit@ministry.example');
const owen = person('Owen Pritchard', 'o.pritchard@ministry.example');
const katrin = person('Katrin Vogel', 'k.vogel@landkreis.example');
const marta = person('Marta Lindqvist', 'marta@lindqvist-advies.example');
const council = person('Raadsleden', 'raad@examplestad.example');

/** The mailbox is Noor's. */
export const owner = noor;

export const items: readonly DemoItem[] = [
  {
    kind: 'mail',
    id: 'zoom-no-passcode',
    subject: 'Budget working group, Thursday 10:00',
    language: 'en',
    platform: 'zoom',
    from: hanna,
    to: [noor, jeroen],
    sent: '2026-11-30T16:42',
  },
  {
    kind: 'mail',
    id: 'zoom-good',
    subject: 'Regional housing table, 8 December',
    language: 'en',
    platform: 'zoom',
    from: owen,
    to: [noor, katrin],
    sent: '2026-11-30T15:10',
  },
  {
    kind: 'mail',
    id: 'webex-open-dial-in',
    subject: 'Uitnodiging: besloten voorbereiding raadsvergadering',
    language: 'nl',
    platform: 'webex',
    from: clerk,
    to: [council, noor],
    sent: '2026-11-30T13:25',
  },
  {
    kind: 'mail',
    id: 'webex-personal-room',
    subject: 'Dep. VERTROUWELIJK - Voorbereiding bestuurlijk overleg',
    language: 'nl',
    platform: 'webex',
    from: saskia,
    to: [noor],
    sent: '2026-11-30T11:58',
  },
  {
    kind: 'mail',
    id: 'teams-good',
    subject: 'Data centre permits: follow-up',
    language: 'en',
    platform: 'teams',
    from: owen,
    to: [noor, fatima],
    sent: '2026-11-30T10:03',
  },
  {
    kind: 'mail',
    id: 'lookalike',
    subject: 'Spoed: overleg aanbesteding vervroegd',
    language: 'nl',
    platform: null,
    from: person('Secretariaat Inkoop', 'inkoop@examplestad-overleg.example'),
    to: [noor],
    sent: '2026-11-30T09:48',
  },
  {
    kind: 'mail',
    id: 'no-meeting',
    subject: 'Re: beamer in zaal 2.14',
    language: 'nl',
    platform: null,
    from: fatima,
    to: [noor],
    sent: '2026-11-30T09:12',
  },
  {
    kind: 'mail',
    id: 'zoom-personal-room',
    subject: 'Bijpraten over de begroting',
    language: 'nl',
    platform: 'zoom',
    from: jeroen,
    to: [noor],
    sent: '2026-11-27T17:05',
  },
  {
    kind: 'mail',
    id: 'teams-dutch',
    subject: 'Overleg veiligheidsregio',
    language: 'nl',
    platform: 'teams',
    from: saskia,
    to: [noor, clerk],
    sent: '2026-11-27T14:31',
  },
  {
    kind: 'mail',
    id: 'official-sensitive',
    subject: 'OFFICIAL-SENSITIVE: Casework panel',
    language: 'en',
    platform: 'zoom',
    from: owen,
    to: [noor],
    sent: '2026-11-27T12:20',
  },
  {
    kind: 'mail',
    id: 'jitsi-plain',
    subject: 'Wijkoverleg Noord',
    language: 'nl',
    platform: 'jitsi',
    from: fatima,
    to: [noor, marta],
    sent: '2026-11-26T16:00',
  },
  {
    kind: 'mail',
    id: 'webex-good',
    subject: 'Einladung: Hochwasserschutz, Abstimmung der Gemeinden',
    language: 'de',
    platform: 'webex',
    from: katrin,
    to: [noor, hanna],
    sent: '2026-11-26T11:46',
  },
  {
    kind: 'mail',
    id: 'meet-good',
    subject: 'Invitation: Website accessibility review',
    language: 'en',
    platform: 'meet',
    from: marta,
    to: [noor, fatima],
    sent: '2026-11-25T09:30',
  },
  {
    kind: 'event',
    id: 'webex-college',
    subject: 'Weekly executive meeting',
    language: 'en',
    platform: 'webex',
    organiser: clerk,
    guests: [noor, hanna, jeroen, saskia],
    start: '2026-12-01T09:30',
    end: '2026-12-01T11:00',
    place: 'https://examplestad.webex.com/examplestad/j.php?MTID=m1066726e7160bd9c987c9968e0cc275a',
  },
  {
    kind: 'draft',
    id: 'zoom-being-written',
    subject: 'Interviews for the ombudsman post',
    language: 'en',
    platform: 'zoom',
    to: [hanna, marta],
  },
];

/** Where the demonstration shows it. */
export function pathOf(item: DemoItem): string {
  return `/${item.kind}/${item.id}`;
}

/** The text as HTML: a mail's body, an event's description, what is written so far. Rejects if the file is missing. */
export function textOf(item: DemoItem): Promise<string> {
  return readFile(new URL(`items/${item.id}.html`, import.meta.url), 'utf8');
}
