/** What a file or a pasted text is, where its name does not tell. */

/** Where header lines end is looked for no further: RFC 5322 has no bound, and ours for mails is 256 kB. */
const BEGINNING = 64 * 1024;
const MOST_HEADER_LINES = 500;
const NAMED = /\.(?:eml|ics|html?)$/i;
/** Programs write these, and people who only quote "From:" and "Subject:" do not. */
const OF_MAIL_SOURCE = new Set([
  'received',
  'return-path',
  'delivered-to',
  'message-id',
  'mime-version',
  'content-type',
  'content-transfer-encoding',
]);

/** The name under which readFile reads what it is: as it is, or with the ending that its content asks for. */
export function nameByContent(name: string, bytes: Uint8Array): string {
  if (NAMED.test(name)) return name;
  // The signs that tell are the same in every encoding without a byte order mark.
  const ending = endingOf(new TextDecoder('latin1').decode(bytes.subarray(0, BEGINNING)));
  return ending === null ? name : `${name}${ending}`;
}

/** Null for plain text. */
export function endingOf(text: string): '.eml' | '.ics' | '.html' | null {
  const start = text
    .slice(0, BEGINNING)
    .replace(/^(?:\ufeff|\u00ef\u00bb\u00bf)/, '')
    .trimStart();
  if (/^BEGIN:V(?:CALENDAR|EVENT)\b/i.test(start)) return '.ics';
  if (/^<(?:!doctype html|html)\b/i.test(start)) return '.html';
  return isMailSource(start) ? '.eml' : null;
}

/** Header lines (RFC 5322 section 2.2) up to the first empty one, and one among them that only programs write. */
function isMailSource(text: string): boolean {
  let known = false;
  for (const line of text.split(/\r\n|\n|\r/, MOST_HEADER_LINES)) {
    if (line === '') return known;
    if (/^[ \t]/.test(line)) continue;
    // A link begins like a header line: its name would be "https".
    const name = /^([A-Za-z0-9-]{1,80}):(?!\/\/)/.exec(line)?.[1];
    if (name === undefined) return false;
    known ||= OF_MAIL_SOURCE.has(name.toLowerCase());
  }
  return known;
}
