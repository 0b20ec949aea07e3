import { phrasesIn } from '../platforms/wording/phrases.ts';
import { wordsOf } from '../platforms/wording/words.ts';

/** Which places of a text belong to an older mail that it quotes or forwards. One pass over the lines. */

/** What mail programs draw before the older mail: dashes at a line's beginning, mostly with words ("-----Original Message-----"). */
const RULE = /^[ \t]{0,20}[-_=*]{2,200}[ \t]{0,20}/gm;
/** A header of the older mail as programs copy it: "From: Jan de Vries <jan@example.org>". */
const HEADER = /^\*?\p{L}[\p{L} -]{0,20}\*? ?:\*?[ \t]/u;
/** How long the words behind the dashes may be; they may be wrapped. */
const ANNOUNCEMENT = 80;

/** For offsets in `text`. Quoted lines begin with ">"; everything after a line that announces an older mail is quoted too. */
export function quotedFrom(text: string): (at: number) => boolean {
  const from = announcedAt(text);
  const changes = quoteChanges(text);
  return (at) => at >= from || isQuotedAt(at, changes);
}

/** Where quoted lines begin and end in turn: even places begin one. */
function quoteChanges(text: string): number[] {
  const changes: number[] = [];
  if (!text.startsWith('>') && !text.includes('\n>')) return changes;
  let quoted = false;
  for (let line = 0; line < text.length; ) {
    if ((text.charAt(line) === '>') !== quoted) {
      changes.push(line);
      quoted = !quoted;
    }
    const end = text.indexOf('\n', line);
    line = end === -1 ? text.length : end + 1;
  }
  return changes;
}

function isQuotedAt(at: number, changes: readonly number[]): boolean {
  let low = 0;
  let high = changes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((changes[middle] ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low % 2 === 1;
}

function announcedAt(text: string): number {
  return Math.min(ruledAt(text), headersAlone(text));
}

/** A sender's header at the beginning of a line, in the languages of FROM. */
const SENDER =
  /^[ \t]{0,10}\*?(?:from|van|von|de|da|od|fr[aå]n|fra|l[aä]hett[aä]j[aä]|felad[oó]|от|expeditor)\*? ?:\*?[ \t]/gimu;
/** Every older mail's header tells a year or an address. */
const YEAR_OR_ADDRESS = /@|\b(?:19|20)\d\d\b/;
const MOST_SENDERS = 100;

/** Outlook copies four headers without any rule when the mail is read in another program: the sender's first. */
function headersAlone(text: string): number {
  let seen = 0;
  for (const match of text.matchAll(SENDER)) {
    const lines = linesFrom(text, match.index, 4);
    if (
      lines.length === 4 &&
      lines.every((line) => HEADER.test(line)) &&
      YEAR_OR_ADDRESS.test(lines.join(' '))
    )
      return match.index;
    seen += 1;
    if (seen >= MOST_SENDERS) break;
  }
  return Number.POSITIVE_INFINITY;
}

function linesFrom(text: string, at: number, count: number): string[] {
  return text
    .slice(at, at + 600)
    .split('\n')
    .map((line) => line.trimStart())
    .filter((line) => line !== '')
    .slice(0, count);
}

function ruledAt(text: string): number {
  for (const match of text.matchAll(RULE)) {
    const end = match.index + match[0].length;
    const words = text.slice(end, end + ANNOUNCEMENT);
    const announces = /^\r?\n/.test(words)
      ? headersAt(text, end)
      : phrasesIn(words, wordsOf(words)).some(({ kinds, start }) => start === 0 && kinds.has('original'));
    if (announces) return match.index;
  }
  return Number.POSITIVE_INFINITY;
}

/** "From:" as Outlook writes it, in the languages of src/platforms/wording. */
const FROM = new Set(
  'from van von de da od fran fra lahettaja feladó felado apo от ot šiuntejas siuntejas saatja no odesilatel odosielatel posiljatelj expeditor'.split(
    ' ',
  ),
);

/** Three headers in a row, the first the sender's: Outlook draws a bare rule before them. */
function headersAt(text: string, at: number): boolean {
  const first = /^\s{1,4}\*?(\p{L}{2,14})/u.exec(text.slice(at, at + 24))?.[1] ?? '';
  if (!FROM.has(wordsOf(first).folded[0] ?? '')) return false;
  const lines = linesFrom(text, at, 3);
  return lines.length === 3 && lines.every((line) => HEADER.test(line));
}
