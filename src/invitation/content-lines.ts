/** iCalendar text → its content lines (RFC 5545 section 3.1), as far as they can be read. */
import ICAL from 'ical.js';

export interface ContentLine {
  /** Upper case: names are not case-sensitive (RFC 5545 section 2). */
  name: string;
  /** By lower-case name, unquoted. */
  parameters: ReadonlyMap<string, string>;
  /** As written after the colon. */
  raw: string;
  /** The value as text: "\n", "\,", "\;" and "\\" undone. A URI is as written. */
  text: string;
}

/** `name *(";" param) ":"`. Each part ends at a character that it cannot hold, so a long line costs one pass. */
const HEAD = /^([A-Za-z0-9-]+)(?:;[^=:;",]+=(?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*)*:/;
/** Longer heads are no sane line's. ALTREP holds a whole description, so not too short either. */
const MAX_HEAD = 200_000;

/** https://www.iana.org/assignments/icalendar: properties of RFC 5545, 7808, 7953, 7986, 9073, 9074 and 9253; and old EXRULE. */
const REGISTERED = new Set(
  (
    'BEGIN END CALSCALE METHOD PRODID VERSION ATTACH CATEGORIES CLASS COMMENT DESCRIPTION GEO LOCATION PERCENT-COMPLETE PRIORITY ' +
    'RESOURCES STATUS SUMMARY COMPLETED DTEND DUE DTSTART DURATION FREEBUSY TRANSP TZID TZNAME TZOFFSETFROM TZOFFSETTO TZURL ' +
    'ATTENDEE CONTACT ORGANIZER RECURRENCE-ID RELATED-TO URL UID EXDATE EXRULE RDATE RRULE ACTION REPEAT TRIGGER CREATED DTSTAMP ' +
    'LAST-MODIFIED SEQUENCE REQUEST-STATUS TZUNTIL TZID-ALIAS-OF BUSYTYPE NAME REFRESH-INTERVAL SOURCE COLOR IMAGE CONFERENCE ' +
    'CALENDAR-ADDRESS LOCATION-TYPE PARTICIPANT-TYPE RESOURCE-TYPE STRUCTURED-DATA STYLED-DESCRIPTION ACKNOWLEDGED PROXIMITY ' +
    'CONCEPT LINK REFID'
  ).split(' '),
);

/**
 * Folded lines become one; line ends may be of any kind. A line that begins no property ("Passcode: 1234", "https://…") continues the
 * one before: some producers write a description's line ends as they are.
 */
export function logicalLines(text: string): string[] {
  const lines: string[] = [];
  let strays: string[] = [];
  const flush = (): void => {
    const last = lines.pop();
    if (last !== undefined) lines.push([last, ...strays].join('\\n'));
    strays = [];
  };
  const unfolded = text
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .replace(/\n[ \t]/g, '');
  for (const line of unfolded.split('\n')) {
    if (beginsProperty(line)) {
      if (strays.length > 0) flush();
      lines.push(line);
    } else if (/^DESCRIPTION[;:]/i.test(lines.at(-1) ?? '')) {
      strays.push(line);
    }
  }
  if (strays.length > 0) flush();
  return lines;
}

function beginsProperty(line: string): boolean {
  const name = /^([A-Za-z0-9-]{1,100})[;:]/.exec(line)?.[1]?.toUpperCase() ?? '';
  return name.startsWith('X-') || REGISTERED.has(name);
}

/** Upper-case name of a line, without reading the rest of it. */
export function nameOf(line: string): string {
  return /^[A-Za-z0-9-]+/.exec(line)?.[0].toUpperCase() ?? '';
}

/**
 * One logical line → its parts. ical.js reads values and parameters; where it cannot, or where the head breaks the grammar (Outlook
 * writes `ALTREP="data:text/html,<a href="…">"`, which ical.js would cut in the wrong place), all after the first colon is the value:
 * rather too much text than a link overlooked.
 */
export function contentLine(line: string): ContentLine {
  const head = HEAD.exec(line.slice(0, MAX_HEAD))?.[0];
  const raw = line.slice(head?.length ?? line.indexOf(':') + 1).trim();
  const name = nameOf(line);
  const parameters = new Map<string, string>();
  if (head === undefined) return { name, parameters, raw, text: unescaped(raw) };
  try {
    const property: unknown = ICAL.parse.property(line);
    if (!Array.isArray(property)) throw new TypeError('not a jCal property');
    const [, given, type, value]: unknown[] = property;
    for (const [key, parameter] of Object.entries(given ?? {})) {
      if (typeof parameter === 'string') parameters.set(key, parameter);
    }
    // ical.js unescapes only what it knows to be text; X-properties are of type "unknown".
    if (type === 'text' && typeof value === 'string') return { name, parameters, raw, text: value };
    return { name, parameters, raw, text: type === 'uri' ? raw : unescaped(raw) };
  } catch {
    return { name, parameters, raw, text: unescaped(raw) };
  }
}

/** RFC 5545 section 3.3.11. */
function unescaped(value: string): string {
  return value.replace(/\\([\\;,nN])/g, (_, char: string) => (char === 'n' || char === 'N' ? '\n' : char));
}
