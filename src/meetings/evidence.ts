import type { DialString, Evidence } from '../platforms/platform.ts';
import { WORDINGS } from '../platforms/wording/index.ts';
import type { PhraseKind } from '../platforms/wording/wording.ts';

/**
 * Reads the text near one meeting's links: number, passcode, phone. Values of passcodes are looked at, never kept.
 * Each line is tested against a few expressions without nested repetition: linear in the text's length.
 */

function words(kind: PhraseKind, recalled: PhraseKind | null = null): string[] {
  return WORDINGS.flatMap((wording) => [
    ...(wording.seen[kind] ?? []),
    ...(recalled === null ? [] : (wording.recalled[recalled] ?? [])),
  ]);
}

/** Longest first, so that "meeting password" is not read as "password" after a strange word. */
function alternatives(list: readonly string[]): string {
  return [...list]
    .sort((one, other) => other.length - one.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replaceAll(' ', '\\s{1,3}'))
    .join('|');
}

/** A label that begins a line, a cell or a sentence, with its colon, tab or line's end; what follows is the value. */
function label(list: readonly string[]): RegExp {
  return new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${alternatives(list)})(?:\\s{0,3}\\([^()]{0,60}\\))?\\s{0,3}(?:[:：\\t]|$)`,
    'iu',
  );
}

/** Words anywhere in a line. */
function anywhere(list: readonly string[]): RegExp {
  return new RegExp(`(?<!\\p{L})(?:${alternatives(list)})(?!\\p{L})`, 'iu');
}

const NUMBER_LABEL = label(words('meetingNumber', 'meetingNumber'));
const CONFERENCE_ID_LABEL = label(words('conferenceId'));
const PASSCODE_LABEL = label(words('passcode', 'passcode'));
const PHONE_PASSCODE_LABEL = label(words('phonePasscode', 'phonePasscode'));
const PASSCODE_WORD = new RegExp(`(?:${alternatives(words('passcode', 'passcode'))})`, 'iu');
const WITHHELD = anywhere(words('withheld'));
const PHONE = anywhere(words('phone'));
const PIN_LABEL = label(words('pin'));
const INVITATION = anywhere(words('invitation'));
const PERSONAL_ROOM = anywhere(words('personalRoom'));
/** The line in which Zoom names the meeting; elsewhere the words may be about somebody else's room. */
const TOPIC = label(words('topic'));

/** "+31 20 794 4000", "+49-619-6781-9736": at least eight digits after a plus. */
const PHONE_NUMBER = /\+\d(?:[\s().\-–/]{0,2}\d){7,14}/;
/** "(34782273 from phones and video systems)": digits and words in brackets after the first password. */
const NUMBER_IN_BRACKETS = /\(\s{0,2}\d{4,12}\s{1,3}\p{L}/u;
/** A number with its keys: "+31207944000,,27413058812##". The keys begin at the pause after the number. */
const DIAL_STRING = /\d{3}(,{2,10}[*\d][*#,\d]{2,80})/g;
const MEETING_NUMBER = /^[\s:]{0,4}(\d(?:[\s-]{0,2}\d){8,14})(?!\d)/;
const PIN = /\d{5,}|\d{3}[\s-]\d{3}/;
const LONGEST_PHONE_LINK = 2000;

/** Something to type. Rules of dashes, links and a following label are none. */
function isPasscode(value: string): boolean {
  const token = value.trim().split(/\s/, 1)[0] ?? '';
  return (
    /[\p{L}\p{N}]/u.test(token) &&
    token.length >= 3 &&
    token.length <= 64 &&
    !token.includes('://') &&
    !token.endsWith(':')
  );
}

/** Of a text or a `tel:` address, where "#" and "*" may be percent-encoded. */
function dialStringsIn(text: string): DialString[] {
  const dialled = text.replace(/%23/g, '#').replace(/%2a/gi, '*').replace(/%2c/gi, ',');
  return Array.from(dialled.matchAll(DIAL_STRING), (match) => match[1] ?? '').filter((keys) =>
    keys.includes('#'),
  );
}

export interface NearMeeting {
  title: string;
  /** What stands near the links of one meeting. */
  text: string;
  /** The `tel:` addresses there. */
  phoneLinks: readonly string[];
  /** The id from the link: a dial string with another meeting's number does not count. */
  id: string | null;
}

export function readEvidence(near: NearMeeting): Evidence {
  let number: string | null = null;
  let passcode: Evidence['passcode'] = 'none';
  let phonePasscode = false;
  let announced = false;
  let phone = false;
  let pin = false;
  let passcodeBesidePhone = false;
  let wholeInvitation = false;
  let personalRoom = PERSONAL_ROOM.test(near.title);
  const dialStrings: DialString[] = [];

  const lines = near.text.split('\n').map((line) => line.replace(/^(?:>\s?){1,20}/, ''));
  lines.forEach((line, index) => {
    if (line.trim() === '') return;
    const valueAfter = (match: RegExpExecArray): string => {
      const sameLine = line.slice(match.index + match[0].length);
      return sameLine.trim() === '' ? nextValue(lines, index) : sameLine;
    };
    const hasPhoneNumber = PHONE_NUMBER.test(line);

    if (CONFERENCE_ID_LABEL.test(line)) {
      announced = true;
      wholeInvitation = true;
    } else {
      const numberMatch = NUMBER_LABEL.exec(line);
      if (numberMatch !== null) {
        wholeInvitation = true;
        number ??= MEETING_NUMBER.exec(valueAfter(numberMatch))?.[1]?.replace(/\D/g, '') ?? null;
      }
    }

    const passcodeMatch = PASSCODE_LABEL.exec(line);
    if (PHONE_PASSCODE_LABEL.test(line)) {
      phonePasscode = true;
    } else if (passcodeMatch !== null) {
      wholeInvitation = true;
      const value = valueAfter(passcodeMatch);
      if (WITHHELD.test(value)) {
        if (passcode !== 'given') passcode = 'withheld';
      } else if (isPasscode(value)) {
        passcode = 'given';
        if (NUMBER_IN_BRACKETS.test(value)) phonePasscode = true;
        if (announced) passcodeBesidePhone = true;
      } else if (passcode === 'none') passcode = 'label-only';
    } else if (passcode !== 'given' && PASSCODE_WORD.test(line)) {
      if (WITHHELD.test(line) || WITHHELD.test(lines[index + 1] ?? '')) passcode = 'withheld';
    }

    if (PHONE.test(line)) {
      announced = true;
      wholeInvitation = true;
    }
    if (announced && hasPhoneNumber) phone = true;
    if (announced || hasPhoneNumber) pin ||= PIN_LABEL.test(line) && PIN.test(line);
    wholeInvitation ||= INVITATION.test(line);
    personalRoom ||= TOPIC.test(line) && PERSONAL_ROOM.test(line);
    if (line.includes(',,') || line.includes('%2')) dialStrings.push(...dialStringsIn(line));
  });
  for (const link of near.phoneLinks) dialStrings.push(...dialStringsIn(link.slice(0, LONGEST_PHONE_LINK)));

  const own = near.id !== null && /^\d+$/.test(near.id) ? near.id : number;
  return {
    number,
    passcode,
    phonePasscode,
    phone: phone || dialStrings.length > 0 ? 'announced' : 'none',
    pin,
    passcodeBesidePhone,
    dialStrings: dialStrings.filter((keys) => mayBelongTo(keys, own)),
    wholeInvitation: wholeInvitation || dialStrings.length > 0,
    personalRoom,
  };
}

/** The first line after a label that stands alone; empty when that is the next label. */
function nextValue(lines: readonly string[], index: number): string {
  const next = lines.slice(index + 1, index + 3).find((line) => line.trim() !== '') ?? '';
  return next.includes(':') ? '' : next;
}

/** Nine to eleven digits are the number of a Webex or Zoom meeting, then it must be this one's. Others are PINs and conference ids. */
function mayBelongTo(keys: DialString, own: string | null): boolean {
  if (own === null || !/^\d{9,11}$/.test(own)) return true;
  const dialled = /^,+(?:\*01\*)?(\d{9,11})#/.exec(keys)?.[1];
  return dialled === undefined || dialled === own;
}
