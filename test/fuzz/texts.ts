import fc from 'fast-check';
import { PLATFORMS } from '../../src/platforms/index.ts';
import { BLOCKS } from '../platforms/wording-blocks.ts';

/** What invitations are made of, as arbitraries of fast-check. All values are invented. */

/**
 * Every platform's own examples, as text; a product on a server that only a policy names cannot be recognised without that policy, and
 * a link that is no way in makes no meeting: both are left out here, and counted below.
 */
interface LinkText {
  link: string;
  /** What must stand beside the link, for products that run on anybody's server. */
  beside: string;
}
export const EXAMPLES = PLATFORMS.flatMap(({ examples }) => examples);
export const LINKS: readonly LinkText[] = EXAMPLES.filter(
  ({ ownServer, joins }) => ownServer !== true && joins !== false,
).map(({ link, beside }) => ({
  link,
  beside: [...(beside?.links ?? []), beside?.text ?? ''].join(' ').trim(),
}));

const PROSE = [
  'Beste collega’s,\n\nHierbij de uitnodiging voor het overleg van donderdag 5 november om 10.00 uur in kamer 3.12.',
  'Dear all,\n\nPlease find below the details of our meeting. The agenda and the papers are on https://intranet.example.org/agenda/2026-11-05.',
  'Sehr geehrte Damen und Herren,\n\nwir laden Sie herzlich zur Sitzung des Ausschusses am 5. November ein. Unterlagen folgen.',
  'Bonjour à tous,\n\nVoici le lien pour la réunion du comité; merci de confirmer votre présence avant mardi.',
  'Zie ook de notulen van vorige keer (https://www.example.org/notulen?id=12&jaar=2026) en de bijlage.',
  'Bel bij vragen naar +31 20 555 0199 of 06-12345678.',
  'Kind regards,\nJan de Vries\nGemeente Examplestad\n+31 20 555 0100',
  'Agenda\n1. Opening\n2. Begroting 2027\n3. Rondvraag',
  'Цей лист надіслано автоматично. 会议将于上午十点开始。',
  'The meeting room is on the second floor; guests report at the desk with an identity document before they go up.',
];
export const LABELS = [
  'Passcode: 482913',
  'Wachtwoord: aB3dE5gH7',
  'Meeting-Passwort: aB3dE5gH7',
  'Passcode:',
  'Meeting ID: 845 1234 5678',
  'Vergadernummer (toegangscode): 2741 300 5881',
  'Phone conference ID: 123 456 789#',
  'One tap mobile\n+31207940854,,84512345678#,,,,*482913# Netherlands',
  '+31-20-794-4000,,27413058812## Netherlands Toll',
  'Or dial: +31 20 257 2000 PIN: 123 456 789#',
  'The passcode is sent in a separate mail.',
];
export const MARKINGS = ['Stg. GEHEIM', 'TLP:AMBER', 'OFFICIAL-SENSITIVE', 'Departementaal VERTROUWELIJK'];
/** How one mail sets two invitations apart, so that anybody sees where the second begins. */
export const SEPARATIONS = ['\n\n\nTweede overleg\n\n', '\n\n\n\n', `\n\n${'_'.repeat(80)}\n\n`];
const SIGNATURE = '-- \nJan de Vries\nadviseur | Gemeente Examplestad\nhttps://www.example.org';

export const anyOf = (texts: readonly string[]) => fc.constantFrom(...texts);
export const prose = fc.array(anyOf(PROSE), { maxLength: 2 }).map((paragraphs) => paragraphs.join('\n\n'));
export const link = fc.constantFrom(...LINKS);
const block = fc.constantFrom(...BLOCKS).map(({ text }) => text);

/** A link with some labels below it, as people write it themselves. */
const ownWords = fc
  .tuple(
    link,
    anyOf(['', 'Deelnemen: ', 'Join the meeting here: ', 'Teilnehmen unter ']),
    fc.array(anyOf(LABELS), { maxLength: 3 }),
  )
  .map(([{ link: address, beside }, before, labels]) => {
    const lines = [`${before}${address}`, ...labels].join('\n');
    return beside === '' ? lines : `${lines}\n\n${beside}`;
  });
export const meetingText = fc.oneof(block, ownWords);

function quoted(text: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n');
}

export const older = fc.oneof(
  meetingText.map((text) => `Op 1 november 2026 om 09:12 schreef Jan de Vries:\n${quoted(text)}`),
  meetingText.map(
    (text) =>
      `-----Original Message-----\nFrom: Jan de Vries\nSent: 1 November 2026\nTo: Examplestad\nSubject: Overleg\n\n${text}`,
  ),
);

/** A new mail: no older one below it. */
export const newMail = fc
  .tuple(prose, meetingText, prose, fc.option(anyOf(MARKINGS), { nil: '' }))
  .map(([before, text, after, marking]) =>
    [marking, before, text, after].filter((part) => part !== '').join('\n\n'),
  );
export const mail = fc
  .tuple(newMail, fc.boolean(), fc.option(older, { nil: '', freq: 3 }))
  .map(([text, signed, below]) =>
    [text, signed ? SIGNATURE : '', below].filter((part) => part !== '').join('\n\n'),
  );
