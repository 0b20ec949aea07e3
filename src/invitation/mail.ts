/** A saved mail (RFC 5322, MIME) → Invitation. */
import PostalMime, { type Attachment, type Email, type PostalMimeOptions } from 'postal-mime';
import { scanLinks } from '../links/scan.ts';
import type {
  Anchor,
  CalendarEvent,
  Invitation,
  Passage,
  Reading,
  Surface,
  Timing,
  Unread,
} from '../model.ts';
import { bounded } from './bound.ts';
import { textOfBytes } from './bytes.ts';
import { type CalendarReading, readCalendar } from './calendar.ts';
import { unflowed } from './flowed.ts';
import { readHtml } from './html.ts';
import { labelsOf, recipientsOf, senderOf } from './mail-headers.ts';
import { plainPassage, withPlainLineEnds } from './plain-text.ts';

/** Mails attached to mails attached to mails: each level is read anew, so their number is bounded. */
const MAX_FORWARDS_DEEP = 4;
const MAX_FORWARDS = 20;
/** Two thousand recipients with their names are half of it. postal-mime's reading of addresses is quadratic for hostile ones. */
const MAX_HEADERS = 256 * 1024;
/**
 * postal-mime needs some 20 µs a line, however short. Attachments are lines of 60 to 76 characters; a text of 50,000 short lines would
 * be a book.
 */
const MAX_LINES = 400_000;
const MAX_SHORT_LINES = 50_000;
const SHORT_LINE = 40;
/** By default postal-mime mixes the text of attached mails into that of the mail. */
const PARSING: PostalMimeOptions = { forceRfc822Attachments: true, maxHeadersSize: MAX_HEADERS };
const QUOTE = '> ';
/** One of them makes it a mail. "Subject:" alone may begin any note. */
const MAIL_HEADERS = new Set([
  'from',
  'to',
  'date',
  'subject',
  'message-id',
  'received',
  'return-path',
  'mime-version',
  'content-type',
]);
/**
 * Content that only the recipient's mail program can open: encrypted or sealed (RFC 8551, RFC 3156), or in Outlook's own formats: TNEF
 * (winmail.dat) and MSG.
 */
const SEALED = new Set([
  'application/pkcs7-mime',
  'application/x-pkcs7-mime',
  'application/pgp-encrypted',
  'application/ms-tnef',
  'application/vnd.ms-tnef',
  'application/vnd.ms-outlook',
]);
const SEALED_NAME = /^winmail\.dat$|\.msg$/i;

/**
 * Reads the mail's text, its calendar parts, and the mails attached to it, as quotes. A part that cannot be read is named in `unread`;
 * only what is no mail at all fails. Never rejects.
 */
export async function readMail(raw: Uint8Array | string, surface: Surface): Promise<Reading> {
  const bytes = typeof raw === 'string' ? new TextEncoder().encode(raw) : raw;
  if (bytes.length === 0) return { kind: 'empty', failure: 'the file is empty' };
  return readMessage(bytes, surface, 0);
}

async function readMessage(bytes: Uint8Array, surface: Surface, depth: number): Promise<Reading> {
  const { bytes: read, cut } = inBounds(bytes);
  let email: Email;
  let plain: string;
  try {
    email = await PostalMime.parse(read, PARSING);
    plain = await plainText(email, read);
  } catch (error) {
    return { kind: 'damaged-mail', failure: `it cannot be taken apart as a mail: ${reasonOf(error)}` };
  }
  if (!email.headers.some(({ key, value }) => MAIL_HEADERS.has(key) && value !== '')) {
    return { kind: 'not-mail', failure: 'it is not a mail: it has none of the header lines of one' };
  }
  const title = email.subject ?? '';
  const sent = sentAt(email);
  const calendars = readCalendars(email.attachments, title, sent);
  const timing: Timing = { created: sent, lastOccurrence: lastOf(calendars.passages) };
  const body = readBody(email.html ?? '', plain, timing);
  const forwards = await readForwards(email.attachments, surface, depth);
  const unread: Unread[] = [...body.unread, ...calendars.unread, ...forwards.unread];
  const sealed = email.attachments.some(
    ({ mimeType, filename }) => SEALED.has(mimeType) || SEALED_NAME.test(filename ?? ''),
  );
  if (cut || sealed) unread.push('rest-of-text');
  const invitation: Invitation = {
    surface,
    title,
    passages: [...body.passages, ...calendars.passages, ...forwards.passages],
    labels: labelsOf(email),
    sender: senderOf(email),
    recipients: recipientsOf(email),
    events: calendars.events,
    unread: [...new Set(unread)],
  };
  return { invitation };
}

interface Parts {
  passages: Passage[];
  unread: Unread[];
}

interface CalendarParts extends Parts {
  events: CalendarEvent[];
}

/**
 * The mail's text: its HTML form, which is what people see. The plain form says the same, so it counts only if it holds a link or a
 * dial string that the HTML lacks.
 */
function readBody(html: string, plain: string, timing: Timing): Parts {
  const passages: Passage[] = [];
  let cut = false;
  let shown = new Set<string>();
  if (html.trim() !== '') {
    const { text, anchors, cut: htmlCut } = readHtml(html);
    if (text !== '' || anchors.length > 0) passages.push({ source: 'body', text, anchors, timing });
    shown = new Set([...linkLike(text), ...anchors.flatMap((anchor) => linkLike(anchor.href))]);
    cut = htmlCut;
  }
  if (plain.trim() !== '' && (passages.length === 0 || linkLike(plain).some((link) => !shown.has(link)))) {
    passages.push(plainPassage('body', plain, timing));
    cut ||= bounded(plain).cut;
  }
  return { passages, unread: cut ? ['rest-of-text'] : [] };
}

/** Links and dial strings (",,") of a text, each in one form, so that two texts can be compared. */
function linkLike(text: string): string[] {
  const links = scanLinks(text).map(({ href }) => href.replace(/^https?:\/\//i, '').replace(/\/$/, ''));
  const dialled = text
    .split(/[\s<>"]+/)
    .filter((word) => word.includes(',,') && !word.includes('://'))
    .map((word) => word.replace(/^[('[]{1,9}|^tel:/i, '').replace(/[.,;:!?)'\]]{1,9}$/, ''));
  return [...links, ...dialled];
}

/**
 * The mail's plain text. postal-mime joins the lines of `format=flowed` (RFC 3676), but leaves the quote marks of the joined lines
 * inside: a link that Apple's mail program broke in a quote would be lost. Such a mail is read once more, with that word made unknown,
 * which gives its lines as they are.
 */
async function plainText(email: Email, bytes: Uint8Array): Promise<string> {
  const plain = email.text ?? '';
  if (!/^>/m.test(plain)) return plain;
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, MAX_HEADERS));
  const flowed = [...start.matchAll(/format=["']?flowed/gi)];
  if (flowed.length === 0) return plain;
  const held = bytes.slice();
  for (const { 0: written, index } of flowed) held[index + written.length - 1] = 'x'.charCodeAt(0);
  const { text } = await PostalMime.parse(held, PARSING);
  return unflowed(text ?? '', /delsp=["']?yes/i.test(start));
}

/** Invitations come twice in one mail, as an alternative and as invite.ics: of equal texts one is read. */
function readCalendars(
  attachments: readonly Attachment[],
  title: string,
  sent: string | null,
): CalendarParts {
  const parts: CalendarParts = { passages: [], events: [], unread: [] };
  const seen = new Set<string>();
  for (const attachment of attachments.filter(isCalendar)) {
    const text = withPlainLineEnds(textOfBytes(bytesOf(attachment))).trim();
    if (seen.has(text)) continue;
    seen.add(text);
    const calendar = readCalendar(text, 'calendar', attachment.method);
    if ('failure' in calendar) {
      parts.unread.push('calendar-attachment');
      continue;
    }
    for (const passage of withSummary(calendar, title)) parts.passages.push(dated(passage, sent));
    for (const event of calendar.events) parts.events.push(event);
    parts.unread.push(...calendar.unread);
  }
  return parts;
}

function isCalendar({ mimeType, filename }: Attachment): boolean {
  return (
    mimeType === 'text/calendar' ||
    mimeType === 'application/ics' ||
    (filename ?? '').toLowerCase().endsWith('.ics')
  );
}

/** The event's own title, unless the subject says it already ("Invitation: Budget @ Mon 20 May 2024"). */
function withSummary(calendar: CalendarReading, subject: string): readonly Passage[] {
  if (subject.includes(calendar.title)) return calendar.passages;
  const timing = calendar.passages[0]?.timing ?? null;
  return [plainPassage('calendar', calendar.title, timing), ...calendar.passages];
}

/** An event that does not tell when it was made is as old as the mail (facts/meeting-links.md section 12). */
function dated(passage: Passage, sent: string | null): Passage {
  const timing = passage.timing ?? { created: null, lastOccurrence: null };
  return { ...passage, timing: { ...timing, created: timing.created ?? sent } };
}

function lastOf(passages: readonly Passage[]): Timing['lastOccurrence'] {
  let last: string | null = null;
  for (const { timing } of passages) {
    if (timing?.lastOccurrence === 'never') return 'never';
    const start = timing?.lastOccurrence ?? null;
    if (start !== null && (last === null || start > last)) last = start;
  }
  return last;
}

async function readForwards(
  attachments: readonly Attachment[],
  surface: Surface,
  depth: number,
): Promise<Parts> {
  const parts: Parts = { passages: [], unread: [] };
  const forwarded = attachments.filter(isMail);
  if (forwarded.length === 0) return parts;
  if (depth >= MAX_FORWARDS_DEEP || forwarded.length > MAX_FORWARDS) parts.unread.push('rest-of-text');
  if (depth >= MAX_FORWARDS_DEEP) return parts;
  for (const attachment of forwarded.slice(0, MAX_FORWARDS)) {
    const reading = await readMessage(bytesOf(attachment), surface, depth + 1);
    if ('failure' in reading) {
      parts.unread.push('rest-of-text');
      continue;
    }
    const { title, passages, unread } = reading.invitation;
    const subject = title === '' ? [] : [plainPassage('body', title, passages[0]?.timing ?? null)];
    for (const passage of [...subject, ...passages]) parts.passages.push(quoted(passage));
    parts.unread.push(...unread);
  }
  return parts;
}

function isMail({ mimeType, filename }: Attachment): boolean {
  return (
    mimeType === 'message/rfc822' ||
    mimeType === 'message/global' ||
    (filename ?? '').toLowerCase().endsWith('.eml')
  );
}

/** "> " before each line; anchors move along. */
function quoted(passage: Passage): Passage {
  const lines = passage.text.split('\n');
  const anchors: Anchor[] = [];
  let line = 0;
  let end = lines[0]?.length ?? 0;
  for (const anchor of [...passage.anchors].sort((one, other) => one.at - other.at)) {
    while (end < anchor.at && line + 1 < lines.length) {
      line += 1;
      end += 1 + (lines[line]?.length ?? 0);
    }
    anchors.push({ ...anchor, at: anchor.at + QUOTE.length * (line + 1) });
  }
  return { ...passage, text: lines.map((one) => QUOTE + one).join('\n'), anchors, attached: true };
}

/** The Date header in UTC; null if there is none, or none that can be read (postal-mime then gives it as written). */
function sentAt(email: Email): string | null {
  const time = Date.parse(email.date ?? '');
  return Number.isNaN(time) ? null : new Date(time).toISOString().replace(/\.\d+Z$/, 'Z');
}

/**
 * The part of a saved mail that we read. A byte order mark or empty lines before the first header, as some programs save them, are left
 * out: they would end the headers at once.
 */
function inBounds(bytes: Uint8Array): { bytes: Uint8Array; cut: boolean } {
  let start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  while (bytes[start] === 0x0a || bytes[start] === 0x0d) start += 1;
  let lines = 0;
  let shortLines = 0;
  for (let from = start; ; lines += 1) {
    const end = bytes.indexOf(0x0a, from);
    if (end === -1) return { bytes: bytes.subarray(start), cut: false };
    if (end - from < SHORT_LINE) shortLines += 1;
    if (lines >= MAX_LINES || shortLines > MAX_SHORT_LINES)
      return { bytes: bytes.subarray(start, end), cut: true };
    from = end + 1;
  }
}

function bytesOf({ content }: Attachment): Uint8Array {
  if (typeof content === 'string') return new TextEncoder().encode(content);
  return content instanceof Uint8Array ? content : new Uint8Array(content);
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : 'unknown reason';
}
