import { MAX_TITLE } from '../invitation/bound.ts';
import { scanLinks } from '../links/scan.ts';
import { codesGivenIn, givesAsCode, readEvidence } from '../meetings/evidence.ts';
import { findMeetings } from '../meetings/find.ts';
import type { Meeting, Passage } from '../model.ts';
import type { Found, Rule, Situation } from './rule.ts';

/** What one place of the invitation shows of the way into a meeting. */
interface Shown {
  /** A passcode as text. Its value is never looked at here. */
  passcode: boolean;
  /** The number or the generated name by which a meeting is found. */
  id: boolean;
  /** A link that joins. */
  link: boolean;
  /** A link that lets in without typing. */
  openLink: boolean;
  /** Index of the meeting; null if nobody can tell which. */
  meeting: number | null;
}

/** In a title a PIN may stand alone; in an invitation's text, of which the reader is made, it stands behind a phone number. */
const PHONE_NUMBER = '+00000000\n\n';

/** Reads the passages as if they were all of the invitation; `others` may give as a passcode what stands here without a label. */
function shownIn(
  passages: readonly Passage[],
  others: readonly Passage[],
  { invitation, meetings, policy }: Situation,
): Shown {
  const text = passages
    .map((passage) => passage.text)
    .join('\n\n')
    .slice(0, MAX_TITLE);
  const { number } = readEvidence({ title: '', text, phoneLinks: [], id: null });
  // A server that the whole invitation gave away counts as what it is here, too.
  const servers = meetings.map(({ platform, host }) => ({ platform, hosts: [host] }));
  const links = scanLinks(text);
  const hasLinks = passages.some((passage) => passage.anchors.length > 0) || links.length > 0;
  const linked = hasLinks
    ? findMeetings({ ...invitation, title: '', passages }, [...(policy.selfHosted ?? []), ...servers])
        .meetings
    : [];
  const inLinks = linked.map((one) => meetings.findIndex((other) => isSame(one, other)));
  const numbers = numbersIn(text);
  const words = wordsIn(text, links);
  const codes = words.filter(isCodeLike).slice(0, MOST_CODES);
  const labelled = codesGivenIn(`${PHONE_NUMBER}${text}`, words).slice(0, MOST_CODES);
  // The invitation’s own passcode may look like anything. Another must look like one: "Passcode: discussie" is a topic.
  const givesCode = labelled.some(({ word, plain }) => plain && isCodeLike(word));
  const wanted = [...codes, ...labelled.map(({ word }) => word)];
  const lower = text.toLowerCase();
  const named = meetings.findIndex((meeting) => showsId(lower, numbers, meeting));
  const meeting = [named, ...inLinks].find((index) => index !== -1);
  return {
    passcode:
      givesCode ||
      others.some((other) => givesAsCode(other.text, wanted)) ||
      linked.some(({ passcode: { state } }) => state === 'in-text' || state === 'both'),
    id: named !== -1 || (number !== null && !BEGINS_WITH_DATE.test(number)),
    link: linked.length > 0,
    openLink: linked.some(({ passcode: { state } }) => state === 'in-link' || state === 'both'),
    meeting: meeting ?? (meetings.length === 1 ? 0 : null),
  };
}

/** More codes than this nobody writes into a title; dates and numbers of files count, too. */
const MOST_CODES = 20;

/** The words outside links, with and without the signs around them, and the numbers, also those in groups. */
function wordsIn(text: string, links: readonly { at: number; end: number }[]): string[] {
  const written = links.reduceRight((rest, { at, end }) => `${rest.slice(0, at)} ${rest.slice(end)}`, text);
  const whole = written.split(/\s+/);
  return [
    ...new Set([...whole, ...whole.flatMap((word) => word.split(/[^\p{L}\p{N}]+/u)), ...numbersIn(written)]),
  ].filter((word) => word !== '');
}

/**
 * Letters and digits mixed, or six digits and more. An ordinary word may be a passcode, too, but in a title it stands for what it says;
 * and fewer digits may be a year, a building or a pilot's number.
 */
function isCodeLike(word: string): boolean {
  return /\d{6}/.test(word) || (/\d/.test(word) && /\p{L}/u.test(word) && word.length >= 4);
}

function isSame(one: Meeting, other: Meeting): boolean {
  if (one.platform !== other.platform) return false;
  return one.id === null || other.id === null ? one.url === other.url : one.id === other.id;
}

/** "Vergadernummer 2026-10-14-01": parliaments and associations number their meetings so (facts/meeting-links.md section 8). */
const BEGINS_WITH_DATE = /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])/;

/** Teams has the longest numbers, of 15 digits. */
const LONGEST_NUMBER = 20;
/** Fewer digits than these may be a year, a day or a room. */
const FEWEST_DIGITS = 6;
/** A name that a program made for one meeting is as good as a number; one that a person chose is an ordinary word. */
const GENERATED = /^[\p{L}\p{N}][\p{L}\p{N}_-]{7,99}$/u;

function showsId(text: string, numbers: ReadonlySet<string>, { id, room }: Meeting): boolean {
  if (id === null) return false;
  if (/^\d+$/.test(id)) return id.length >= FEWEST_DIGITS && numbers.has(id);
  return room === 'one-off' && GENERATED.test(id) && showsWord(text, id.toLowerCase());
}

function showsWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + word.length)) {
    const around = text.slice(Math.max(0, at - 1), at) + text.slice(at + word.length, at + word.length + 1);
    if (!/[\p{L}\p{N}]/u.test(around)) return true;
  }
  return false;
}

/** Between two groups of one number. */
const GAP = /^[\s.\u2010-\u2013-]{1,3}$/;
/** The country code of a phone number. */
const PHONE = /\+[\d\s().-]{0,6}$/;

/** Each number that the digits make, in groups of any size: "845 1234 5678". */
function numbersIn(text: string): ReadonlySet<string> {
  const groups = [...text.matchAll(/\d{1,100}/g)].map(({ 0: group, index }) => ({ group, index }));
  const numbers = new Set<string>();
  groups.forEach(({ index: start }, first) => {
    if (PHONE.test(text.slice(Math.max(0, start - 8), start))) return;
    let number = '';
    let end = start;
    for (const { group, index } of groups.slice(first, first + LONGEST_NUMBER)) {
      if (index > start && !GAP.test(text.slice(end, index))) return;
      number += group;
      end = index + group.length;
      if (number.length > LONGEST_NUMBER) return;
      numbers.add(number);
    }
  });
  return numbers;
}

function check(situation: Situation): Found[] {
  const { invitation, meetings } = situation;
  if (meetings.length === 0) return [];
  const found: Found[] = [];
  if (invitation.title !== '') {
    const title: Passage = { source: 'body', text: invitation.title, anchors: [], timing: null };
    const { passcode, id, link, meeting } = shownIn([title], invitation.passages, situation);
    if (passcode || id || link) found.push({ meeting, substitutions: [] });
  }
  const places = invitation.passages.filter(({ source }) => source === 'location');
  if (places.length > 0) {
    const others = invitation.passages.filter(({ source }) => source !== 'location');
    const { passcode, id, openLink, meeting } = shownIn(places, others, situation);
    if (passcode) found.push({ meeting, variant: 'in-location', substitutions: [] });
    // Many programs write the link or the number there by themselves; beside a title that tells the same it is not worth a word.
    else if ((id || openLink) && found.length === 0)
      found.push({ meeting, variant: 'in-location-link', substitutions: [], atMost: 'inform' });
  }
  return found;
}

const ZOOM = 'https://zoom.us/j/84512345678?pwd=bVpKc1RkZz09.1';
const WEBEX = 'https://a.webex.com/a/j.php?MTID=m0123456789abcdef0123456789abcdef';

export const credentialsInTitle: Rule = {
  id: 'credentials-in-title',
  level: 'warn',
  source: {
    title: 'Vice, a journalist joined a call of EU defence ministers with what a picture showed of its PIN',
    date: '2020-11-20',
    url: 'https://www.vice.com/en/article/z3v44j/eu-defence-ministers-video-call-daniel-verlaan-rtl',
  },
  check,
  cases: [
    { name: 'the number in the title', title: 'Overleg 84512345678', text: ZOOM, finds: ['warn'] },
    { name: 'in groups', title: 'Zoom 845 1234 5678 – overleg', text: ZOOM, finds: 1 },
    { name: 'with hyphens', title: 'Overleg (845-1234-5678)', text: ZOOM, finds: 1 },
    { name: 'with dots and no-break blanks', title: 'Overleg 845.1234\u00a05678', text: ZOOM, finds: 1 },
    { name: 'the passcode in the title', title: 'Overleg, passcode 482913', text: ZOOM, finds: ['warn'] },
    { name: 'in Dutch', title: 'Overleg (wachtwoord: geheim123)', text: WEBEX, finds: 1 },
    { name: 'a PIN in the title', title: 'EU-overleg, PIN: 482913', text: WEBEX, finds: 1 },
    { name: 'once for both', title: '845 1234 5678 / passcode: 482913', text: ZOOM, finds: 1 },
    { name: 'the link itself', title: `Overleg ${ZOOM}`, text: 'Tot dan.', finds: 1 },
    {
      name: 'a link without a number',
      title: 'Overleg meet.google.com/abc-defg-hij',
      text: 'Tot dan.',
      finds: 1,
    },
    {
      name: 'a code that a program made',
      title: 'Overleg abc-defg-hij',
      text: 'https://meet.google.com/abc-defg-hij',
      finds: 1,
    },
    {
      name: 'a number that no link carries, by its label',
      title: 'Overleg, meeting number 2741 305 8812',
      text: WEBEX,
      finds: 1,
    },
    {
      name: 'a passcode in the location',
      text: WEBEX,
      location: 'Webex, password: aB3dE5gH7jK',
      finds: ['warn'],
    },
    {
      name: 'the link in the location, as Zoom writes it',
      text: 'Tot dan.',
      location: ZOOM,
      finds: ['inform'],
    },
    { name: 'the number in the location', text: ZOOM, location: 'Zoom 845 1234 5678', finds: ['inform'] },
    {
      name: 'a title and a location that tell the same',
      title: 'Zoom 845 1234 5678',
      text: ZOOM,
      location: ZOOM,
      finds: ['warn'],
    },
    {
      name: 'the policy is stricter',
      text: ZOOM,
      location: ZOOM,
      policy: { rules: [{ rule: 'credentials-in-title', level: 'warn' }] },
      finds: ['warn'],
    },
    ...['Overleg x7Pq2Rt9', 'Overleg (x7Pq2Rt9)', 'Overleg/x7Pq2Rt9', 'X7PQ2RT9 – overleg'].map((title) => ({
      name: `the passcode alone: ${title}`,
      title,
      text: `${WEBEX}\nMeeting number: 2741 305 8812\nPasscode: x7Pq2Rt9\n`,
      finds: 1,
    })),
    {
      name: 'a passcode with signs in it, alone',
      title: 'Overleg (x7P!q2*R)',
      text: 'https://zoom.us/j/84512345678\nPasscode: x7P!q2*R\n',
      finds: 1,
    },
    {
      name: 'six digits alone',
      title: 'Overleg 482913',
      text: 'https://zoom.us/j/84512345678\nMeeting ID: 845 1234 5678\nPasscode: 482913\n',
      finds: 1,
    },
    {
      name: 'six digits alone, which the text gives in groups',
      title: 'Overleg 551207',
      text: 'https://zoom.us/j/84512345678\nPasscode: 55 12 07\n',
      finds: 1,
    },
    {
      name: 'the numeric password for phones, alone',
      title: 'Overleg 34782273',
      text: `${WEBEX}\nMeeting password: aB3dE5gH7jK (34782273 from phones and video systems)\n`,
      finds: 1,
    },
    {
      name: 'a PIN for phones, alone and in groups',
      title: 'Overleg 123 456 789',
      text: 'https://meet.google.com/abc-defg-hij\nOr dial: +31 20 257 2000 PIN: 123 456 789#\n',
      finds: 1,
    },
    {
      name: 'the passcode alone in the location',
      text: 'https://zoom.us/j/84512345678\nPasscode: x7Pq2Rt9\n',
      location: 'Zoom, x7Pq2Rt9',
      finds: ['warn'],
    },
    {
      name: 'Webex’s number in the location, which the text calls an access code',
      text: `${WEBEX}\nMeeting number (access code): 2741 305 8812\nMeeting password: aB3dE5gH7jK\n`,
      location: 'Webex 2741 305 8812',
      finds: ['inform'],
    },
    {
      name: 'a code that the text repeats, but not as a passcode',
      title: 'Zaak x7Pq2Rt9',
      text: 'https://zoom.us/j/84512345678\nOnderwerp: zaak x7Pq2Rt9\n\nPasscode: wK7tR2\n',
      finds: 0,
    },
    {
      name: 'a longer code that holds the passcode',
      title: 'Zaak 1x7Pq2Rt90',
      text: 'https://zoom.us/j/84512345678\nPasscode: x7Pq2Rt9\n',
      finds: 0,
    },
    {
      name: 'a passcode that is an ordinary word',
      title: 'Overleg begroting',
      text: 'https://zoom.us/j/84512345678\nPasscode: begroting\n',
      finds: 0,
    },
    {
      name: 'a year that is the passcode, too',
      title: 'Begroting 2027',
      text: 'https://zoom.us/j/84512345678\nPasscode: 2027\n',
      finds: 0,
    },
    {
      name: 'a link in the location whose passcode the text gives, too',
      text: 'https://zoom.us/j/84512345678?pwd=482913\nPasscode: 482913\n',
      location: 'https://zoom.us/j/84512345678?pwd=482913',
      finds: ['inform'],
    },
    { name: 'a plain title', title: 'Overleg college', text: ZOOM, location: 'Kamer 3.12', finds: 0 },
    { name: 'a year and a day', title: 'Begroting 2027, 14-10-2026 09:00', text: ZOOM, finds: 0 },
    { name: 'a phone number', title: 'Bel +31 20 794 40 00', text: ZOOM, finds: 0 },
    {
      name: 'a phone number that holds the meeting’s own',
      title: 'Bel +31 451 234 5678',
      text: 'https://zoom.us/j/4512345678',
      finds: 0,
    },
    { name: 'another number', title: 'Zaak 845 1234 5679', text: ZOOM, finds: 0 },
    { name: 'part of a longer number', title: 'Zaak 1845 1234 5678', text: ZOOM, finds: 0 },
    { name: 'a parliament’s number', title: 'Vergadernummer 2026-10-14-01', text: ZOOM, finds: 0 },
    { name: 'talk about passwords', title: 'Password policy 2027', text: ZOOM, finds: 0 },
    { name: 'a short name with a digit', title: 'Reset your password 2FA rollout', text: ZOOM, finds: 0 },
    { name: 'a passcode without a colon', title: 'Overleg pw aB3dE5', text: ZOOM, finds: 1 },
    {
      name: 'a code behind its label, which is another meeting’s',
      title: 'Overleg (passcode: 482913)',
      text: 'https://zoom.us/j/84512345678\nPasscode: 771204\n',
      finds: 1,
    },
    {
      name: 'the invitation’s own passcode, a word, behind its label',
      title: 'Overleg, passcode: begroting',
      text: 'https://zoom.us/j/84512345678\nPasscode: begroting\n',
      finds: 1,
    },
    {
      name: 'the invitation’s own passcode of four digits, behind its label',
      title: 'Overleg, pw: 4829',
      text: 'https://zoom.us/j/84512345678\nPasscode: 4829\n',
      finds: 1,
    },
    {
      name: 'the passcode alone, beside a code that stands everywhere',
      title: 'Zaak A2026B, x7Pq2Rt9',
      text: `${'Zaak A2026B.\n\n'.repeat(60)}https://zoom.us/j/84512345678\nPasscode: x7Pq2Rt9\n`,
      finds: 1,
    },
    ...[
      'PIN 20261 pilot',
      'Pincode 12345 vervangen',
      'Pincode 123456 vervangen',
      'Toegangscode: gebouw 12',
      'Passcode: discussie',
      'Wachtwoord: 12 regels',
    ].flatMap((title) =>
      [ZOOM, 'https://zoom.us/j/84512345678\nPasscode: x7Pq2Rt9\n'].map((text, index) => ({
        name: `a title about codes, ${index === 0 ? 'the passcode in the link' : 'another passcode'}: ${title}`,
        title,
        text,
        finds: 0,
      })),
    ),
    {
      name: 'it comes another way',
      title: 'Overleg (passcode will be sent separately)',
      text: ZOOM,
      finds: 0,
    },
    {
      name: 'a room’s name is an ordinary word',
      title: 'Overleg',
      text: 'https://meet.jit.si/overleg',
      finds: 0,
    },
    {
      name: 'what Teams writes into the location',
      text: 'https://teams.microsoft.com/meet/3456789012345?p=AbCdEfGhIjKlMnOpQr',
      location: 'Kamer 3.12; Microsoft Teams Meeting',
      finds: 0,
    },
    { name: 'a link without number or passcode in the location', text: WEBEX, location: WEBEX, finds: 0 },
    { name: 'no meeting', title: 'Vergadernummer 845 1234 5678', text: 'Zie de bijlage.', finds: 0 },
  ],
};
