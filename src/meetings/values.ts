import { wordsOf } from '../platforms/wording/words.ts';

/** What stands behind a label: a number, a code, or neither. */

/** Stands for a link; no label and no value holds it. */
export const LINK = '\ufffc';

/**
 * Nine to fifteen digits in groups. Where a line ends, another group may follow that completes the number, not a number of its own:
 * groups are of at most four digits.
 */
export function numberAt(text: string, start: number): string | null {
  let digits = '';
  let at = start;
  while (at < text.length && digits.length <= 15) {
    const group = /^\d{1,16}/.exec(text.slice(at, at + 16))?.[0] ?? '';
    if (group === '') break;
    digits += group;
    at += group.length;
    const gap = /^[\s-]{1,3}(?=\d)/.exec(text.slice(at, at + 4))?.[0] ?? '';
    if (gap === '' || gap.includes('\n\n')) break;
    const next = /^\d{1,16}/.exec(text.slice(at + gap.length, at + gap.length + 16))?.[0] ?? '';
    if (digits.length >= 9 && next.length > 4) break;
    at += gap.length;
  }
  return digits.length >= 9 && digits.length <= 15 ? digits : null;
}

/** The next word, or digits in groups: "55 12 07". */
export function codeAt(text: string, start: number): string {
  const value = text.slice(start, start + 80);
  return (/^\d{2,4}(?: \d{2,4}){1,3}(?!\d)/.exec(value) ?? /^\S{1,80}/.exec(value))?.[0] ?? '';
}

/** "keine", "none", "n/a": the invitation says that there is no passcode. */
const NONE = new Set(
  (
    'none no na tbd geen nvt nee keine keins kein keiner keines nein entfallt aucun aucune neant ninguna ninguno nessuna nessuno ' +
    'nenhum nenhuma brak ingen inget intet ei zadne nincs niciunul'
  ).split(' '),
);

export function isNone(token: string): boolean {
  const word = wordsOf(token).folded.join('');
  return NONE.has(word) || /^[-–—(]{1,3}$/.test(token);
}

/** Something to type. Rules of dashes, links and a following label are none. Without a colon before it, it must look like a code. */
export function isPasscode(token: string, labelled: boolean): boolean {
  const code = token.replace(/[.,;)\]]{1,3}$/, '');
  if (isNone(token) || code.length < 3 || code.length > 64) return false;
  if (code.includes(LINK) || code.endsWith(':') || code.startsWith('+')) return false;
  return labelled ? /[\p{L}\p{N}]/u.test(code) : /\d/.test(code) && !/^[\d.:/-]{1,5}$/.test(code);
}

/** How many digits a code of digits alone has ("55 12 07": 6); null for every other. */
export function digitsOf(token: string): number | null {
  const code = token.replace(/[.,;)\]]{1,3}$/, '').replaceAll(' ', '');
  return /^\d{1,64}$/.test(code) ? code.length : null;
}

/** Words that say where to get it: "ask Jan". */
const ELSEWHERE = /^(?:ask|see|vraag|zie|frag|siehe|voir|demandez|vedi|pregunta)\s/i;

const EMPTY_LINE = /\n[ \t]{0,20}\n/;

/**
 * "Passcode: see the agenda", "Passwort: Der Gastgeber wird es mitteilen": a small word that another small word follows, or three words
 * of letters in a row, are no code. A sentence ends where its paragraph does.
 */
export function isProse(text: string, start: number): boolean {
  const [paragraph = ''] = text.slice(start, start + 80).split(EMPTY_LINE, 1);
  const value = paragraph.replace(/\s+/g, ' ');
  return (
    ELSEWHERE.test(value) ||
    /^\p{Ll}{1,15} \p{Ll}/u.test(value) ||
    /^\p{L}{2,20} \p{L}{1,20} \p{L}{1,20}(?![\p{L}\p{N}])/u.test(value)
  );
}

/** "(34782273 from phones and video systems)": digits and words in brackets after the first password. */
export function isNumberInBrackets(text: string, at: number): boolean {
  return /^[\s]{0,3}\(\s{0,2}\d{4,12}\s{1,3}\p{L}/u.test(text.slice(at, at + 40));
}
