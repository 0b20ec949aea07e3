/** The pages that pictures need beside the demonstration: by their path. */
import { readFileSync } from 'node:fs';
import { RULES } from '../../src/rules/index.ts';
import { invitationPage } from './invitation-page.ts';
import { caseFor } from './rule-case.ts';

const fixture = (path: string): string =>
  readFileSync(new URL(`../../test/browser/webmails/${path}`, import.meta.url), 'utf8');

const SECRET = invitationPage({
  title: 'Stg. CONFIDENTIEEL - Voorbereiding ministerraad',
  text: 'Neem deel via https://examplestad.webex.com/meet/j.devries',
  anchors: [
    {
      href: 'https://examplestad.webex.com/meet/j.devries',
      text: 'https://examplestad.webex.com/meet/j.devries',
      at: 'Neem deel via '.length,
    },
  ],
});

const SEVERAL = invitationPage({
  title: 'Two meetings this week',
  text: [
    'Monday: https://zoom.us/j/84512345678',
    'Thursday: https://examplestad.webex.com/meet/j.devries',
    'Friday: https://meet.google.com/abc-defg-hij',
  ].join('\n'),
});

export const PAGES: Readonly<Record<string, string>> = {
  '/secret': SECRET,
  '/several': SEVERAL,
  /** A Roundcube whose message names a calendar file. */
  '/attachment': fixture('roundcube/own-page.html').replaceAll(
    'See https://meet.jit.si/OysterBedsOfExamplestad',
    'The meeting is in the calendar file. The agenda: https://examplestad.webex.com/',
  ),
  ...Object.fromEntries(RULES.map((rule) => [`/rule/${rule.id}`, invitationPage(caseFor(rule).invitation)])),
};
