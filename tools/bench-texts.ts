/** The texts of the bench: what people get, and what somebody might send to make us slow. Each is made anew, nothing is random. */

/** One invitation as Webex, Teams and Zoom write them, some 4 KB of plain text. */
export function invitation(): string {
  return `Beste collega's,

Hierbij nodig ik u uit voor het overleg over de begroting van volgend jaar. De stukken volgen uiterlijk vrijdag; geef
vooraf door wie namens uw afdeling deelneemt. De notulen van de vorige keer staan op https://intranet.example.org/notulen/2026-10.

-~-~-~-~-~-~-~-~-~-~-~-~-~-~-~-~-~-~-~-~-~-~-~-~-~-~-~-~-~-~-~-~-~-~-~-~-~-~-~-~-
- Do not delete or change any of the following text. -

When it's time, join your Webex meeting here.

More ways to join:

Join from the meeting link
https://examplestad.webex.com/examplestad/j.php?MTID=m0123456789abcdef0123456789abcdef

Join by meeting number
Meeting number (access code): 2741 305 8812
Meeting password: aB3dE5gH7jK (22333545 from phones and video systems)

Tap to join from a mobile device (attendees only)
+31-20-794-4000,,27413058812#22333545# Netherlands Toll
+49-619-6781-9736,,27413058812#22333545# Germany Toll

Join by phone
+31-20-794-4000 Netherlands Toll
+49-619-6781-9736 Germany Toll
Global call-in numbers
https://examplestad.webex.com/examplestad/globalcallin.php?MTID=m0123456789abcdef0123456789abcdef

Join from a video system or application
Dial 27413058812@examplestad.webex.com
You can also dial 62.109.219.4 and enter your meeting number.

Need help? Go to https://help.webex.com

${paragraphs(8)}
Met vriendelijke groet,

Jan de Vries
Directie Financien, Gemeente Examplestad
Postbus 12345, 1000 AA Examplestad
T 020 123 45 67 | M 06 12 34 56 78
jan.devries@examplestad.example | www.examplestad.example/bestuur
`;
}

/** Replies under replies, each with its quoted invitation, as long as asked for. */
export function thread(length: number): string {
  const mails: string[] = [];
  let written = 0;
  for (let mail = 0; written < length; mail++) {
    const id = String(84_000_000_000 + mail * 7919);
    const text = `Van: collega${mail}@examplestad.example
Verzonden: maandag 5 oktober 2026 10:0${mail % 10}
Onderwerp: RE: Begroting ${mail}

${paragraphs(2)}
Zie ook https://intranet.example.org/stukken/${mail}/begroting.pdf en www.examplestad.example/nieuws/${mail}.

Join Zoom Meeting
https://us02web.zoom.us/j/${id}?pwd=bVpKc1RkZz09.1

Meeting ID: ${id.slice(0, 3)} ${id.slice(3, 7)} ${id.slice(7)}
Passcode: 482913
One tap mobile
+31207940854,,${id}#,,,,*482913# Netherlands
`;
    const quoted = mail === 0 ? text : `> ${text.replaceAll('\n', '\n> ')}\n`;
    mails.push(quoted);
    written += quoted.length;
  }
  return mails.join('\n').slice(0, length);
}

/** Ordinary prose without any link. */
export function prose(length: number): string {
  const once = paragraphs(12);
  return once.repeat(Math.ceil(length / once.length)).slice(0, length);
}

function paragraphs(count: number): string {
  const sentences = [
    'De raad vergadert op dinsdag 3 november om 19.30 uur; de agenda (met bijlagen) ligt ter inzage.',
    'We moeten het hebben over de kosten: 12,5 miljoen in 2026, en 13,1 miljoen in 2027, dus 4,8 % meer.',
    'Kun je nog kijken naar punt 3 en/of 4, en de reactie van de provincie verwerken?',
    'Let op: het stuk is nog niet openbaar - deel het niet buiten de directie.',
  ];
  return Array.from({ length: count }, (_, index) =>
    [0, 1, 2].map((step) => sentences[(index + step) % sentences.length]).join(' '),
  ).join('\n\n');
}

/** Repeats a piece; `#` in it becomes a running number, so that no two pieces are the same. */
function many(piece: string, length: number): string {
  const pieces: string[] = [];
  let written = 0;
  for (let index = 0; written < length; index++) {
    const one = piece.replaceAll('#', String(100_000_000 + index));
    pieces.push(one);
    written += one.length;
  }
  return pieces.join('').slice(0, length);
}

/** By name, each of the length asked for. */
export const HOSTILE: ReadonlyMap<string, (length: number) => string> = new Map([
  ['one word without end', (length) => 'a'.repeat(length)],
  ['dots without end', (length) => many('a.', length)],
  ['slashes without end', (length) => '/'.repeat(length)],
  ['schemes without end', (length) => many('https://', length)],
  ['schemes in one link', (length) => `https://x.example/?${many('u=https://', length)}`.slice(0, length)],
  ['one link without end', (length) => `https://zoom.us/j/845?pwd=${'a'.repeat(length)}`.slice(0, length)],
  ['brackets without end', (length) => `https://x.example/${')'.repeat(length)}`.slice(0, length)],
  ['opened angle brackets', (length) => many('<https://x.example/\n', length)],
  ['meetings, each another', (length) => many('zoom.us/j/# ', length)],
  ['one meeting over and over', (length) => many('https://zoom.us/j/84512345678 ', length)],
  [
    'two meetings in turn',
    (length) => many('https://zoom.us/j/84512345678 https://zoom.us/j/84512345679\n', length),
  ],
  ['hosts, each another', (length) => many('a#.example/x ', length)],
  ['hosts that imitate', (length) => many('zooom#.us/j/# ', length)],
  [
    'genuine hosts inside others',
    (length) => many('zoom.us.teams.microsoft.com.webex.com.#.example/ ', length),
  ],
  ['other letters in hosts', (length) => many('https://zооm#.us/j/845 ', length)],
  ['user-info', (length) => many('https://zoom.us@#.example/j/845 ', length)],
  [
    'wrappers in wrappers',
    (length) =>
      many('https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fzoom.us%2Fj%2F# ', length),
  ],
  [
    'proofpoint with replaced characters',
    (length) => many('https://urldefense.com/v3/__https://zoom.us/j/#**Z__;Kys!!a!b$ ', length),
  ],
  [
    'fingerprints everywhere',
    (length) => many('https://#.example/b/abc-def-# https://#.example/rooms/abc-def ', length),
  ],
  ['hosts without end', (length) => many(`https://${'a.'.repeat(8000)}zoom.us/j/84512345678 `, length)],
  [
    'labels without end',
    (length) => `https://zoom.us/j/84512345678\n${many('Passcode: ', length)}`.slice(0, length),
  ],
  [
    'labels with values',
    (length) =>
      `https://zoom.us/j/84512345678\n${many('Meeting ID: # Passcode: # ', length)}`.slice(0, length),
  ],
  [
    'beginnings of labels',
    (length) =>
      `https://zoom.us/j/84512345678\n${many('join from a video system or ', length)}`.slice(0, length),
  ],
  [
    'phone numbers',
    (length) =>
      `https://zoom.us/j/84512345678\nOne tap mobile\n${many('+31 20 # ', length)}`.slice(0, length),
  ],
  [
    'dial strings',
    (length) => `https://zoom.us/j/84512345678\n${many('+31207940854,,#,,,,*1', length)}`.slice(0, length),
  ],
  ['commas', (length) => `https://zoom.us/j/84512345678\n123${','.repeat(length)}`.slice(0, length)],
  [
    'quotes in quotes',
    (length) =>
      `https://zoom.us/j/84512345678\n${many('> > > > > https://zoom.us/j/# a\n', length)}`.slice(0, length),
  ],
  [
    'rules of dashes',
    (length) =>
      `https://zoom.us/j/84512345678\n${many('-----------------------\n', length)}`.slice(0, length),
  ],
  ['empty lines', (length) => `https://zoom.us/j/84512345678${'\n'.repeat(length)}`.slice(0, length)],
  ['blanks', (length) => `https://zoom.us/j/84512345678 Passcode:${' '.repeat(length)}`.slice(0, length)],
  [
    'accents on accents',
    (length) => `https://zoom.us/j/84512345678 e${'\u0301'.repeat(length)}`.slice(0, length),
  ],
  ['markings', (length) => many('Stg. GEHEIM TLP:RED OFFICIAL-SENSITIVE ', length)],
]);
