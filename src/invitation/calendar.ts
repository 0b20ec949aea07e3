/** iCalendar text (RFC 5545) → the parts of an Invitation. */
import { decodedOnce } from '../links/parameters.ts';
import type { CalendarEvent, Passage, ReadingFailure, Timing, Unread } from '../model.ts';
import { bounded, MAX_ATTENDEES } from './bound.ts';
import { calendarEvent, OF_CALENDAR_EVENT } from './calendar-events.ts';
import { isLinkProperty, linkPassages, looksLikeHtml, placePassages } from './calendar-links.ts';
import { type ContentLine, contentLine, logicalLines, nameOf } from './content-lines.ts';
import { readHtml } from './html.ts';
import { plainPassage } from './plain-text.ts';
import { lastOccurrence, readRule, Steps } from './recurrence.ts';
import { TimeZone } from './time-zone.ts';
import { endOfDay, isoTime, readTime, type WallTime, type WrittenTime } from './wall-time.ts';

export interface CalendarReading {
  /** SUMMARY of the first event. */
  title: string;
  passages: readonly Passage[];
  events: readonly CalendarEvent[];
  unread: readonly Unread[];
}

const OF_EVENT = new Set([
  ...OF_CALENDAR_EVENT,
  ...'SUMMARY DESCRIPTION X-ALT-DESC UID CREATED DTSTAMP DTSTART'.split(' '),
]);
const OF_OBSERVANCE = new Set(['DTSTART', 'TZOFFSETFROM', 'TZOFFSETTO', 'RRULE', 'RDATE']);

/** Real nesting is three deep (VCALENDAR, VTIMEZONE, STANDARD). */
const MAX_DEPTH = 16;
/** At most two seconds of calendar arithmetic. A weekly series over a year needs some 600. */
const STEPS = 1_000_000;
/** iCalendar is of 1998. Google writes 19000101 or 00001231 where it does not know when an event was made. */
const FIRST_CREATED = Date.UTC(1990, 0);

/**
 * Reads every VEVENT, also of files with damaged, missing or stray lines. A passage for each event and group of properties, with its
 * own timing: descriptions (`descriptionSource`: 'body' for a file of its own, 'calendar' for a part of a mail), LOCATION
 * ('location'), and the properties that are links ('calendar'). So an occurrence that was changed (RECURRENCE-ID) has the passages in
 * which it differs, a cancelled one too. VTODO and VJOURNAL are not read: nobody is invited to them, and no program makes them a button
 * to join. `partMethod`: the MIME part's "method" parameter, for files without METHOD. Fails if no event can be read. Never throws.
 */
export function readCalendar(
  text: string,
  descriptionSource: 'body' | 'calendar',
  partMethod = '',
): CalendarReading | ReadingFailure {
  const { text: source, cut } = bounded(text);
  const calendar = readComponents(source);
  if (!calendar.begun)
    return { kind: 'not-calendar', failure: 'it is not iCalendar: nothing in it begins with BEGIN:' };
  if (calendar.method === '') calendar.method = partMethod.trim().toUpperCase();
  const events = calendar.events.filter((event) => event.length > 0);
  if (events.length === 0) return { kind: 'no-event', failure: 'no event in it can be read' };

  const title = textOf(events[0], 'SUMMARY');
  const timings = timingsOf(events, calendar);
  const passages = events.flatMap((event, index) => {
    const timing = timings[index] ?? null;
    const summary = textOf(event, 'SUMMARY');
    return [
      // What one event of several is called is nowhere else.
      ...(summary === title ? [] : [plainPassage(descriptionSource, summary, timing)]),
      ...event.flatMap((line) => descriptions(line, descriptionSource, timing)),
      ...placePassages(event, timing),
      ...linkPassages(event, timing),
    ];
  });
  return {
    title,
    passages,
    events: events.map((event) => calendarEvent(event, calendar.method)),
    unread: cut ? ['rest-of-text'] : [],
  };
}

// What the file is made of.

type Event = ContentLine[];

interface Components {
  /** There was a BEGIN line. */
  begun: boolean;
  method: string;
  events: Event[];
  zones: Map<string, TimeZone>;
}

/**
 * Sorts the lines by their component. BEGIN and END need not match: an END closes what it names and all inside it, a BEGIN:VEVENT
 * inside an event begins another one. What stands in an alarm inside an event is not the event's.
 */
function readComponents(source: string): Components {
  const found: Components = { begun: false, method: '', events: [], zones: new Map() };
  const open: string[] = [];
  let event: Event = [];
  let observances: ContentLine[][] = [];
  let attendees = 0;
  let tzid = '';
  for (const line of logicalLines(source)) {
    const name = nameOf(line);
    const inside = open.at(-1) ?? '';
    if (name === 'BEGIN') {
      found.begun = true;
      const component = componentOf(line);
      if (component === 'VEVENT') {
        if (open.includes('VEVENT')) open.length = open.indexOf('VEVENT');
        event = [];
        attendees = 0;
        found.events.push(event);
      }
      if (component === 'VTIMEZONE') {
        observances = [];
        tzid = '';
      }
      if (component === 'STANDARD' || component === 'DAYLIGHT') observances.push([]);
      if (open.length < MAX_DEPTH) open.push(component);
    } else if (name === 'END') {
      const at = open.lastIndexOf(componentOf(line));
      if (at !== -1) {
        if (open[at] === 'VTIMEZONE' && tzid !== '') found.zones.set(tzid, new TimeZone(observances));
        open.length = at;
      }
    } else if (inside === 'VEVENT' && (OF_EVENT.has(name) || isLinkProperty(name))) {
      if (name === 'ATTENDEE') attendees += 1;
      if (name !== 'ATTENDEE' || attendees <= MAX_ATTENDEES) event.push(contentLine(line));
    } else if ((inside === 'STANDARD' || inside === 'DAYLIGHT') && OF_OBSERVANCE.has(name)) {
      observances.at(-1)?.push(contentLine(line));
    } else if (inside === 'VTIMEZONE' && name === 'TZID') {
      tzid = contentLine(line).text;
    } else if (name === 'METHOD' && found.method === '' && inside !== 'VEVENT') {
      found.method = contentLine(line).text.trim().toUpperCase();
    }
  }
  return found;
}

/** What a BEGIN or END line names. */
const componentOf = (line: string): string =>
  line
    .slice(line.indexOf(':') + 1)
    .trim()
    .toUpperCase();
const lineOf = (event: Event | undefined, name: string): ContentLine | undefined =>
  event?.find((line) => line.name === name);
const textOf = (event: Event | undefined, name: string): string =>
  lineOf(event, name)?.text.replace(/\s+/g, ' ').trim() ?? '';

// What people read.

/** DESCRIPTION and its forms in HTML: Outlook's X-ALT-DESC, Thunderbird's ALTREP, Google's HTML in the description itself. */
function descriptions(line: ContentLine, source: 'body' | 'calendar', timing: Timing | null): Passage[] {
  if (line.text.trim() === '') return [];
  if (line.name === 'X-ALT-DESC') return [htmlPassage(line.text, source, timing)];
  if (line.name !== 'DESCRIPTION') return [];
  const altrep = /^data:text\/html(?:;[^,]*)?,(.*)$/is.exec(line.parameters.get('altrep') ?? '')?.[1];
  const alternative = altrep === undefined ? [] : [htmlPassage(decodedOnce(altrep), source, timing)];
  if (!looksLikeHtml(line.text)) return [plainPassage(source, line.text, timing), ...alternative];
  // Line ends count there as well as <br>. An address in angle brackets would be lost as if it were a tag.
  const html = htmlPassage(`<pre>${line.text}</pre>`, source, timing);
  const plain = /<https?:/i.test(line.text) ? [plainPassage(source, line.text, timing)] : [];
  return [html, ...plain, ...alternative];
}

function htmlPassage(html: string, source: Passage['source'], timing: Timing | null): Passage {
  const { text, anchors } = readHtml(html);
  return { source, text, anchors, timing };
}

// When.

/**
 * One Timing for each event (facts/meeting-links.md section 12). Events of one UID are one series: the latest start of the series and
 * of its exceptions counts for it (not of those that are cancelled), while an exception (RECURRENCE-ID) has its own start, unless it stands for all that follow.
 */
function timingsOf(events: readonly Event[], calendar: Components): Timing[] {
  const steps = new Steps(STEPS);
  const isCancelled = (event: Event): boolean => textOf(event, 'STATUS').toUpperCase() === 'CANCELLED';
  const lasts = events.map((event) => lastStart(event, calendar.zones, steps));
  const latestOf = new Map<string, number>();
  events.forEach((event, index) => {
    const uid = textOf(event, 'UID');
    const isCancelledException = isCancelled(event) && lineOf(event, 'RECURRENCE-ID') !== undefined;
    if (uid !== '' && !isCancelledException)
      latestOf.set(uid, Math.max(latestOf.get(uid) ?? Number.NEGATIVE_INFINITY, lasts[index] ?? 0));
  });
  return events.map((event, index) => {
    const recurrenceId = lineOf(event, 'RECURRENCE-ID');
    const alone = recurrenceId !== undefined && !recurrenceId.parameters.has('range');
    const own = lasts[index] ?? Number.NEGATIVE_INFINITY;
    const last = alone ? own : (latestOf.get(textOf(event, 'UID')) ?? own);
    return {
      created: createdAt(event, calendar.method),
      lastOccurrence: last === Number.POSITIVE_INFINITY ? 'never' : isoTime(last),
    };
  });
}

/** UTC milliseconds; Infinity for a series without an end, -Infinity if the event does not tell when it is. */
function lastStart(event: Event, zones: ReadonlyMap<string, TimeZone>, steps: Steps): number {
  let last = Number.NEGATIVE_INFINITY;
  for (const line of event) {
    if (line.name !== 'RDATE') continue;
    for (const start of additionalStarts(line, zones, steps)) last = Math.max(last, start);
  }
  const startLine = lineOf(event, 'DTSTART');
  const start = timeOf(startLine);
  if (startLine === undefined || start === null) return last;
  const toUtc = (wall: WallTime): number => {
    if (start.allDay) return endOfDay(wall);
    return start.utc ? wall : wall - offsetOf(startLine, zones, wall, steps);
  };
  last = Math.max(last, toUtc(start.wall));
  for (const line of event) {
    if (line.name !== 'RRULE') continue;
    const rule = readRule(line.raw);
    // A rule that we cannot read repeats the event somehow, we do not know how long.
    if (rule === null) return Number.POSITIVE_INFINITY;
    const until = rule.until === null ? null : readTime(rule.until);
    if (rule.until !== null && until === null) return Number.POSITIVE_INFINITY;
    let limit: WallTime | null = null;
    if (until?.allDay === true) limit = endOfDay(until.wall);
    else if (until?.utc === true && !start.utc && !start.allDay)
      limit = until.wall + offsetOf(startLine, zones, until.wall, steps);
    else if (until !== null) limit = until.wall;
    const wall = lastOccurrence(rule, start.wall, limit, steps);
    if (wall === 'never') return Number.POSITIVE_INFINITY;
    last = Math.max(last, toUtc(wall));
  }
  return last;
}

/** The line's time. Exchange names zones "(UTC+01:00) Amsterdam", not always in quotes: then the time stands after the last colon. */
function timeOf(line: ContentLine | undefined): WrittenTime | null {
  if (line === undefined) return null;
  return readTime(line.raw) ?? readTime(line.raw.slice(line.raw.lastIndexOf(':') + 1));
}

/** RDATE: dates, times or periods; of a period its start. */
function additionalStarts(line: ContentLine, zones: ReadonlyMap<string, TimeZone>, steps: Steps): number[] {
  return line.raw.split(',').flatMap((value) => {
    const time = readTime(value.split('/', 1)[0] ?? '');
    if (time === null) return [];
    if (time.allDay) return [endOfDay(time.wall)];
    return [time.utc ? time.wall : time.wall - offsetOf(line, zones, time.wall, steps)];
  });
}

/** Milliseconds ahead of UTC. A zone that the file does not define, and no zone at all, count as UTC. */
function offsetOf(
  line: ContentLine,
  zones: ReadonlyMap<string, TimeZone>,
  wall: WallTime,
  steps: Steps,
): number {
  const tzid = line.parameters.get('tzid');
  return tzid === undefined ? 0 : (zones.get(tzid)?.offsetAt(wall, steps) ?? 0);
}

/**
 * CREATED; DTSTAMP is the time of sending in a request, but of exporting elsewhere. Exchange writes no CREATED and sends a series again
 * with a new DTSTAMP (facts/meeting-links.md section 12): a series is at least as old as its first start.
 */
function createdAt(event: Event, method: string): string | null {
  const created = timeOf(lineOf(event, 'CREATED'));
  if (created !== null && created.wall >= FIRST_CREATED) return isoTime(created.wall);
  const sent = method === 'REQUEST' ? timeOf(lineOf(event, 'DTSTAMP')) : null;
  if (sent === null || sent.wall < FIRST_CREATED) return null;
  const start = lineOf(event, 'RRULE') === undefined ? null : timeOf(lineOf(event, 'DTSTART'));
  return isoTime(start !== null && start.wall >= FIRST_CREATED ? Math.min(start.wall, sent.wall) : sent.wall);
}
