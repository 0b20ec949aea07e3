/** The web pages of the session, by their address: what the recording proxy answers, and the only ones that may be asked for. */
import { readFixtures, withoutFragment } from '../webmails/fixture.ts';

const TOP = '<!doctype html><html lang="en"><meta charset="utf-8"><title>Webmail of Examplestad</title>';
const ZOOM = 'https://zoom.us/j/84512345678';
const ROOM = 'https://zoom.us/my/jan.devries';
export const WEBEX = 'https://examplestad.webex.com/meet/jan.devries';

/** Each is a surface that In Camera reads, as a webmail of the build that ships has it. */
export const SURFACES = [
  { surface: 'mail-read', fixture: 'gmail/read' },
  { surface: 'mail-write', fixture: 'outlook/mail-write' },
  { surface: 'event-read', fixture: 'google-calendar/popover' },
  { surface: 'event-write', fixture: 'google-calendar/edit' },
] as const;

/** A mail whose notice is opened and put off, one that invites to what is forbidden, and one that is written. */
export const MAIL = 'https://mail.google.com/mail/u/0/mail';
export const FORBIDDEN = 'https://mail.google.com/mail/u/0/forbidden';
export const DRAFT = 'https://mail.google.com/mail/u/0/draft';
/** A platform's own page, which only its link leads to. */
export const JOIN = 'https://zoom.us/my/p.jansen';

const { fixtures } = readFixtures('test/browser/webmails');

/** With its fragment, as a person opens it. Throws when there is no such fixture. */
export function addressOf(name: string): string {
  const found = fixtures.find((one) => one.name === name);
  if (found === undefined) throw new Error(`There is no fixture ${name}.`);
  return found.url;
}

const OWN: ReadonlyMap<string, string> = new Map([
  [
    MAIL,
    `${TOP}<main><h1>Budget of the harbour</h1><p>From: jan@example.org</p>
    <div><p>We meet here: <a href="${ROOM}">${ROOM}</a></p><p>Passcode: 884422</p></div></main>`,
  ],
  [
    DRAFT,
    `${TOP}<main><form aria-label="Overleg"><label>To <input name="to" value="jan.devries@example.org"></label>
    <label>Subject <input name="subject" value="Overleg"></label>
    <textarea name="text" rows="4" cols="60" spellcheck="false">We meet here: ${ZOOM} as usual. </textarea><button>Send</button></form></main>
    <script>window.sent = 0; document.forms[0].addEventListener('submit', (event) => { event.preventDefault(); sent++; });</script>`,
  ],
  [
    FORBIDDEN,
    `${TOP}<main><h1>Budget of the town</h1><p>From: jan@example.org</p>
    <div><p>We meet here: <a id="webex" href="${WEBEX}">${WEBEX}</a></p></div></main>`,
  ],
  [JOIN, '<!doctype html><title>Meeting</title><main><button>Join</button></main>'],
  [WEBEX, '<!doctype html><title>Meeting</title><main><button>Join</button></main>'],
]);

const PAGES: ReadonlyMap<string, string> = new Map([
  ...OWN,
  ...SURFACES.flatMap(({ fixture }) => [...(fixtures.find(({ name }) => name === fixture)?.documents ?? [])]),
]);

export const pageAt = (url: string): string | undefined => PAGES.get(withoutFragment(url));

export const BODIES: readonly string[] = [...PAGES.values()];

/** All of them, as a person opens them. */
export const ADDRESSES: readonly string[] = [
  ...SURFACES.map(({ fixture }) => addressOf(fixture)),
  ...OWN.keys(),
];
