import { scanLinks } from '../links/scan.ts';
import type { DialString, Evidence } from '../platforms/platform.ts';
import { type Phrase, phrasesIn } from '../platforms/wording/phrases.ts';
import type { PhraseKind } from '../platforms/wording/wording.ts';
import { wordsOf } from '../platforms/wording/words.ts';
import { dialStringsIn, dialStringsOfLink, mayBelongTo, phoneNumbersIn } from './dial-strings.ts';
import {
  codeAt,
  digitsOf,
  isNone,
  isNumberInBrackets,
  isPasscode,
  isProse,
  LINK,
  numberAt,
} from './values.ts';

/**
 * Reads the text near one meeting's links: number, passcode, phone. Values of passcodes are looked at, never told. Where lines end
 * makes no difference, because programs wrap them anywhere; an empty line does. Linear in the text's length.
 */

interface NearMeeting {
  title: string;
  /** What stands near the links of one meeting. */
  text: string;
  /** The `tel:` addresses there. */
  phoneLinks: readonly string[];
  /** The id from the link: a dial string with another meeting's number does not count. */
  id: string | null;
  /** Dial strings elsewhere in the invitation that name this meeting's number. */
  dialStrings?: readonly DialString[];
}

/** How far behind a label its value may reach. */
const VALUE = 200;
/** How far from a word for the passcode it may be said that it stands elsewhere. */
const CLOSE = 100;

/** What the reader knows after each phrase; the phrases come in order. */
interface Seen {
  number: string | null;
  passcode: Evidence['passcode'];
  passcodeDigits: number | null;
  phonePasscode: boolean;
  pin: boolean;
  passcodeBesidePhone: boolean;
  wholeInvitation: boolean;
  personalRoom: boolean;
  /** Where phones were first announced, by seen and by recalled words. */
  announced: number;
  perhapsAnnounced: number;
  codes: Code[];
}

/** What is to be typed. Its text never leaves this module. */
interface Code {
  text: string;
  /** The invitation shows plainly that it is one: behind a colon, or with nothing but a sign or the end after it. */
  plain: boolean;
}

export function readEvidence(near: NearMeeting): Evidence {
  return read(near).evidence;
}

/** How far before a code its label may begin, and how far behind it a word may stand that bears on it. */
const BEFORE_CODE = 400;
const BEHIND_CODE = 200;
/** In more places than these one code, and all together, are not looked at. */
const MOST_PLACES = 25;
const MOST_PLACES_OF_ALL = 500;
const LONGEST_CODE = 64;

/**
 * Whether the text gives one of these very words to type: as a passcode, one for phones, or a PIN. Digits may stand in groups there
 * ("55 12 07"). The caller knows the words already, so that no value leaves this module. In any case: who sees a code in capitals
 * tries it in small letters, too. Linear in the text's length.
 */
export function givesAsCode(text: string, words: readonly string[]): boolean {
  const wanted = new Set(words.map(bareCode).filter((code) => code !== '' && code.length <= LONGEST_CODE));
  if (wanted.size === 0) return false;
  const lower = text.toLowerCase();
  // A few letters are longer when small; then places in one text are none in the other.
  const source = lower.length === text.length ? text : lower;
  let all = 0;
  // Each has places of its own, so that one that stands everywhere hides no other.
  for (const word of wanted)
    for (const { at, end } of placesOf(word, lower)) {
      if (++all > MOST_PLACES_OF_ALL) return false;
      const around = source.slice(Math.max(0, at - BEFORE_CODE), end + BEHIND_CODE);
      const { codes } = read({ title: '', text: around, phoneLinks: [], id: null });
      if (codes.some((code) => wanted.has(bareCode(code.text)))) return true;
    }
  return false;
}

function placesOf(code: string, text: string): { at: number; end: number }[] {
  const places: { at: number; end: number }[] = [];
  for (const form of new Set(groupings(code)))
    for (let at = text.indexOf(form); at !== -1; at = text.indexOf(form, at + form.length)) {
      if (places.length === MOST_PLACES) return places;
      places.push({ at, end: at + form.length });
    }
  return places;
}

/**
 * Which of these very words a short text, such as a title, gives to type, and whether it shows so plainly: behind a colon or "=", or
 * with nothing but a sign or the end after it ("Pincode 123456 vervangen" does not). The caller knows the words already.
 */
export function codesGivenIn(text: string, words: readonly string[]): { word: string; plain: boolean }[] {
  const given = new Map<string, boolean>();
  for (const code of read({ title: '', text, phoneLinks: [], id: null }).codes) {
    const bare = bareCode(code.text);
    if (bare !== '') given.set(bare, given.get(bare) === true || code.plain);
  }
  return words.flatMap((word) => {
    const plain = given.get(bareCode(word));
    return plain === undefined ? [] : [{ word, plain }];
  });
}

/** In small letters, without the signs around it; of digits alone without those between. */
function bareCode(code: string): string {
  const bare = code.toLowerCase().replace(/^[^\p{L}\p{N}]{1,20}|[^\p{L}\p{N}]{1,20}$/gu, '');
  return /^\d[\d\s-]*$/.test(bare) ? bare.replace(/\D/g, '') : bare;
}

/** A number as one piece, and in groups of two to four digits as people write it. */
function groupings(code: string): string[] {
  if (!/^\d+$/.test(code)) return [code];
  const groups = [/\d{1,2}/g, /\d{1,3}/g, /\d{1,4}/g].map((group) => code.match(group) ?? [code]);
  return [code, ...groups.flatMap((parts) => [parts.join(' '), parts.join('-')])];
}

function read(near: NearMeeting): { evidence: Evidence; codes: readonly Code[] } {
  // A quoted line's marks are no part of what it says.
  const text = withoutLinks(near.text.replace(/\n(?:> ?){1,20}/g, '\n'));
  const phrases = phrasesIn(text, wordsOf(text));
  const dialStrings = dialStringsIn(text);
  for (const link of near.phoneLinks) dialStrings.push(...dialStringsOfLink(link));
  for (const keys of near.dialStrings ?? []) if (!dialStrings.includes(keys)) dialStrings.push(keys);
  const phoneNumbers = phoneNumbersIn(text);

  const seen: Seen = {
    number: null,
    passcode: 'none',
    passcodeDigits: null,
    phonePasscode: false,
    pin: false,
    passcodeBesidePhone: false,
    wholeInvitation: dialStrings.length > 0,
    personalRoom: namesPersonalRoom(near.title),
    announced: Number.POSITIVE_INFINITY,
    perhapsAnnounced: Number.POSITIVE_INFINITY,
    codes: [],
  };
  phrases.forEach((phrase, index) => {
    readPhrase(
      { text, phrases, phrase, index, firstPhoneNumber: phoneNumbers[0] ?? Number.POSITIVE_INFINITY },
      seen,
    );
  });

  const lastPhoneNumber = phoneNumbers.at(-1) ?? -1;
  const own = near.id !== null && /^\d+$/.test(near.id) ? near.id : seen.number;
  const announced = dialStrings.length > 0 || lastPhoneNumber > seen.announced;
  const evidence: Evidence = {
    number: seen.number,
    passcode: seen.passcode,
    passcodeDigits: seen.passcodeDigits,
    phonePasscode: seen.phonePasscode,
    phone: announced ? 'announced' : lastPhoneNumber > seen.perhapsAnnounced ? 'perhaps' : 'none',
    pin: seen.pin,
    passcodeBesidePhone: seen.passcodeBesidePhone,
    dialStrings: dialStrings.filter((keys) => mayBelongTo(keys, own)),
    wholeInvitation: seen.wholeInvitation,
    personalRoom: seen.personalRoom,
  };
  return { evidence, codes: seen.codes };
}

/** What stands in a link is no wording: "&password=" is no label. Everything else keeps its place. */
function withoutLinks(text: string): string {
  const pieces: string[] = [];
  let done = 0;
  for (const { at, end } of scanLinks(text)) {
    if (at < done) continue;
    pieces.push(text.slice(done, at), LINK.padEnd(end - at));
    done = end;
  }
  pieces.push(text.slice(done));
  return pieces.join('');
}

interface Place {
  text: string;
  phrases: readonly Phrase[];
  phrase: Phrase;
  index: number;
  firstPhoneNumber: number;
}

function readPhrase(place: Place, seen: Seen): void {
  const { text, phrase, firstPhoneNumber } = place;
  const { kinds, recalled, start } = phrase;
  const proven = (kind: PhraseKind): boolean => kinds.has(kind) && !recalled.has(kind);

  if ((kinds.has('phone') && announcesPhone(place)) || kinds.has('conferenceId')) {
    if (proven('phone') || proven('conferenceId')) seen.announced = Math.min(seen.announced, start);
    else seen.perhapsAnnounced = Math.min(seen.perhapsAnnounced, start);
  }
  if ((proven('phone') && announcesPhone(place)) || proven('invitation') || proven('conferenceId'))
    seen.wholeInvitation = true;

  if (kinds.has('meetingNumber')) {
    const value = valueAfter(place);
    const number = value === null ? null : numberAt(text, value.start);
    if (number !== null) {
      seen.number ??= number;
      if (proven('meetingNumber')) seen.wholeInvitation = true;
    }
  }
  if (kinds.has('phonePasscode')) {
    const value = valueAfter(place);
    const digits = value === null ? null : /^\d{4,12}(?!\d)/.exec(text.slice(value.start, value.start + 13));
    if (digits !== null) {
      seen.phonePasscode = true;
      seen.codes.push(codeOf(text, value, digits[0]));
      // A passcode for phones announces the phone numbers around it.
      if (proven('phonePasscode')) seen.announced = -1;
      else seen.perhapsAnnounced = -1;
    }
  } else if (kinds.has('passcode')) {
    readPasscode(place, proven('passcode'), seen);
  }
  if (kinds.has('pin') && (firstPhoneNumber < start || seen.announced < start)) {
    const value = valueAfter(place);
    const pin =
      value === null ? null : /^#?\d(?:[\s-]{0,2}\d){4,}/.exec(text.slice(value.start, value.start + 40));
    if (pin !== null) {
      seen.pin = true;
      seen.codes.push(codeOf(text, value, pin[0]));
    }
  }
  if (kinds.has('topic') && valueAfter(place)?.labelled === true) {
    const end = nextLabel(place) ?? start + VALUE;
    if (namesPersonalRoom(text.slice(phrase.end, Math.min(end, start + VALUE)))) seen.personalRoom = true;
  }
}

function readPasscode(place: Place, proven: boolean, seen: Seen): void {
  const { text, phrase } = place;
  const value = valueAfter(place);
  if (value?.labelled === true && proven) seen.wholeInvitation = true;
  if (isWithheld(place)) {
    if (seen.passcode !== 'given') seen.passcode = 'withheld';
    return;
  }
  if (value === null) return;
  const token = codeAt(text, value.start);
  const starts = place.phrases[place.index + 1]?.start ?? Number.POSITIVE_INFINITY;
  const isNextLabel = starts < value.start + token.length;
  if (!isNextLabel && isPasscode(token, value.labelled) && !isProse(text, value.start)) {
    // The first given one counts: those that follow are for phones.
    if (seen.passcode !== 'given') seen.passcodeDigits = digitsOf(token);
    seen.passcode = 'given';
    seen.codes.push(codeOf(text, value, token));
    const end = value.start + token.length;
    if (isNumberInBrackets(text, end)) {
      seen.phonePasscode = true;
      seen.codes.push({ text: /\d{4,12}/.exec(text.slice(end, end + 40))?.[0] ?? '', plain: value.labelled });
    }
    if (seen.announced < phrase.start) seen.passcodeBesidePhone = true;
  } else if (value.labelled && !isNone(token) && seen.passcode === 'none') {
    seen.passcode = 'label-only';
  }
}

function codeOf(text: string, value: Value | null, code: string): Code {
  if (value === null) return { text: code, plain: false };
  const end = value.start + code.length;
  const plain =
    value.labelled ||
    /[^\p{L}\p{N}]$/u.test(code) ||
    /^\s{0,9}(?:$|[^\p{L}\p{N}\s])/u.test(text.slice(end, end + 10));
  return { text: code, plain };
}

/** A word such as "Dial" says nothing by itself; with a colon and a number it does. */
function announcesPhone(place: Place): boolean {
  const { text, phrase } = place;
  if (/[^\p{L}\p{N}]/u.test(text.slice(phrase.start, phrase.end))) return true;
  const value = valueAfter(place);
  return value?.labelled === true && /^[+(\d]/.test(text.slice(value.start, value.start + 1));
}

interface Value {
  start: number;
  /** After a colon, a tab or an empty line; otherwise just the next word. */
  labelled: boolean;
}

/** Blanks, and the asterisks and underscores that mail programs write for bold and italics. */
const FILLING = /[\s*_]/;
const LABEL_ENDS = ':：\t=|';

/** "The passcode is 123". */
const LINKING = /^\s{1,2}(?:is|ist|lautet|luidt|est|es|è|é|to|är|er|on)(?=[\s:])/i;

/** Where the value of a label begins, if it is a label: "Passcode: 123", "Passcode (case sensitive):\n123", "Passcode 123". */
function valueAfter({ text, phrase }: Place): Value | null {
  const linking = LINKING.exec(text.slice(phrase.end, phrase.end + 20))?.[0] ?? '';
  let at = phrase.end + linking.length;
  const limit = Math.min(text.length, phrase.end + VALUE);
  let labelled = false;
  let lines = 0;
  for (let step = 0; step < 40 && at < limit; step++) {
    const character = text.charAt(at);
    if (LABEL_ENDS.includes(character)) labelled = true;
    else if (character === '(' && !labelled) {
      const inside = text.slice(at, at + 61).indexOf(')');
      const closing = inside === -1 ? -1 : at + inside;
      // A number in brackets is the value itself: "Meeting ID (845 1234 5678)".
      if (closing === -1 || /\d/.test(text.slice(at, closing))) return { start: at + 1, labelled };
      at = closing;
    } else if (character === '\n') {
      lines++;
      if (lines > 2) return null;
      if (lines === 2) labelled = true;
    } else if (!FILLING.test(character) && character !== ')' && character !== '#')
      return { start: at, labelled };
    at++;
  }
  return null;
}

/** Where the next phrase stands that is a label, with its colon. */
function nextLabel({ text, phrases, index }: Place): number | null {
  for (const phrase of phrases.slice(index + 1, index + 6))
    if (valueAfter({ text, phrases, phrase, index, firstPhoneNumber: 0 })?.labelled === true)
      return phrase.start;
  return null;
}

/** A withheld phrase close by, in the same paragraph and without a link between. */
function isWithheld({ text, phrases, phrase, index }: Place): boolean {
  const near = (other: Phrase | undefined): boolean => {
    if (other === undefined || !other.kinds.has('withheld')) return false;
    const between =
      other.start > phrase.end ? text.slice(phrase.end, other.start) : text.slice(other.end, phrase.start);
    return between.length <= CLOSE && !between.includes('\n\n') && !between.includes(LINK);
  };
  // Between the two may stand one or two other phrases, such as "join".
  return [-2, -1, 1, 2, 3].some((step) => near(phrases[index + step])) || phrase.kinds.has('withheld');
}

function namesPersonalRoom(text: string): boolean {
  return phrasesIn(text, wordsOf(text)).some(({ kinds }) => kinds.has('personalRoom'));
}
