import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_TEXT } from '../../src/invitation/bound.ts';
import { type CalendarReading, readCalendar } from '../../src/invitation/calendar.ts';
import type { Timing } from '../../src/model.ts';
import { caseText, textAtAnchors } from './cases.ts';

function read(text: string, source: 'body' | 'calendar' = 'body'): CalendarReading {
  const calendar = readCalendar(text, source);
  if ('failure' in calendar) throw new Error(calendar.failure);
  return calendar;
}

const inCalendar = (...lines: string[]): string =>
  ['BEGIN:VCALENDAR', ...lines, 'END:VCALENDAR', ''].join('\r\n');
const event = (...lines: string[]): string => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'].join('\r\n');
const timingOf = (text: string): Timing | null => read(text).passages[0]?.timing ?? null;
/** The last start of one event with these lines. */
const last = (...lines: string[]) => timingOf(inCalendar(event('LOCATION:x', ...lines)))?.lastOccurrence;
const texts = (calendar: CalendarReading, source: string): string[] =>
  calendar.passages.filter((passage) => passage.source === source).map((passage) => passage.text);

describe('a request of Exchange', () => {
  const calendar = read(caseText('exchange-request.ics'));

  it('has its title, its description, its place and its links', () => {
    expect(calendar.title).toBe('Begroting 2025');
    expect(calendar.passages.map((passage) => passage.source)).toEqual(['body', 'location', 'calendar']);
    expect(texts(calendar, 'body')[0]).toMatch(
      /^Microsoft Teams-vergadering\nNeem deel vanaf uw computer\n[^\n]*\nVergadering-id: 312 345 678 90\nWachtwoordcode: aB3dE6\n$/,
    );
    expect(texts(calendar, 'location')).toEqual(['Microsoft Teams-vergadering']);
    const links = calendar.passages[2];
    expect(links?.anchors.map((anchor) => anchor.href)).toEqual([
      'https://teams.microsoft.com/l/meetup-join/19%3ameeting_NzA%40thread.v2/0?context=%7b%22Tid%22%3a%2211111111-2222-3333-4444-555555555555%22%7d',
      'conf:sip:griffier@example.gov;gruu;opaque=app:conf:focus:id:teams:2:0',
      'tel:+31207091000,,123456789#',
    ]);
    expect(textAtAnchors(links ?? { text: '', anchors: [] })).toEqual(
      links?.anchors.map((anchor) => anchor.href),
    );
  });

  it('was made when it was sent, and starts where its zone says', () => {
    for (const { timing } of calendar.passages) {
      expect(timing).toEqual({ created: '2024-05-06T11:30:15Z', lastOccurrence: '2024-05-20T08:00:00Z' });
    }
  });

  it('gives its description as "calendar" when it is a part of a mail', () => {
    const part = read(caseText('exchange-request.ics'), 'calendar');
    expect(part.passages.map((passage) => passage.source)).toEqual(['calendar', 'location', 'calendar']);
  });
});

describe('an export of Google', () => {
  const calendar = read(caseText('google-export.ics'));

  it('was made when it was CREATED, not when it was exported', () => {
    expect(new Set(calendar.passages.map((passage) => passage.timing?.created))).toEqual(
      new Set(['2024-03-01T08:30:00Z']),
    );
  });

  it('is one invitation with all its events, but not with their alarms', () => {
    expect(calendar.title).toBe('Weekoverleg griffie');
    expect(texts(calendar, 'body')).toEqual([
      'Join with Google Meet: https://meet.google.com/abc-defg-hij\nOr dial: +31 20 257 3000, PIN: 123 456 789#\n\n' +
        'Learn more: https://support.google.com/a/users/answer/9282720',
      'Weekoverleg griffie (verplaatst)',
    ]);
    expect(texts(calendar, 'location')).toEqual([
      'Raadzaal, Stadhuis',
      'https://meet.google.com/abc-defg-hij',
    ]);
  });

  it('lasts until its moved occurrence, which is later than UNTIL', () => {
    expect(new Set(calendar.passages.map((passage) => passage.timing?.lastOccurrence))).toEqual(
      new Set(['2024-04-12T13:00:00Z']),
    );
  });
});

describe('a series with changed occurrences', () => {
  const calendar = read(caseText('changed-occurrences.ics'));

  it('has the passages of each, with their own timing', () => {
    const series = { created: '2026-08-01T08:00:00Z', lastOccurrence: '2026-10-26T08:00:00Z' };
    const tuesday = { created: '2026-09-10T08:00:00Z', lastOccurrence: '2026-10-13T09:00:00Z' };
    expect(calendar.passages.map(({ source, text, timing }) => [source, text, timing])).toEqual([
      [
        'body',
        'Deelnemen: https://examplestad.webex.com/examplestad/j.php?MTID=m0123456789abcdef0123456789abcdef',
        series,
      ],
      ['location', 'https://examplestad.webex.com/examplestad', series],
      ['body', 'Overleg bedrijfsvoering (dinsdag)', tuesday],
      ['body', 'Deze keer: https://zoom.us/j/95555555555', tuesday],
      ['location', 'Zoom', tuesday],
      ['calendar', 'https://zoom.us/j/95555555555', tuesday],
      ['location', 'vervalt', { created: '2026-09-15T08:00:00Z', lastOccurrence: '2027-10-26T08:00:00Z' }],
    ]);
  });

  it('tells which of them are cancelled', () => {
    expect(calendar.events.map((one) => one.cancelled)).toEqual([false, false, true]);
  });
});

describe('several events in one file', () => {
  const calendar = read(
    inCalendar(
      event('UID:1', 'SUMMARY:Eerste', 'URL:https://a.example/1', 'DTSTART:20261005T080000Z'),
      event('UID:2', 'SUMMARY:Tweede', 'URL:https://b.example/2', 'DTSTART:20261006T080000Z'),
      'BEGIN:VTODO\r\nSUMMARY:Taak\r\nURL:https://c.example/3\r\nEND:VTODO',
      'BEGIN:VJOURNAL\r\nSUMMARY:Verslag\r\nURL:https://d.example/4\r\nEND:VJOURNAL',
    ),
  );

  it('all come through, with their own links and times, but no tasks and no notes', () => {
    expect(calendar.events).toHaveLength(2);
    expect(calendar.passages.map(({ text, timing }) => [text, timing?.lastOccurrence])).toEqual([
      ['https://a.example/1', '2026-10-05T08:00:00Z'],
      ['Tweede', '2026-10-06T08:00:00Z'],
      ['https://b.example/2', '2026-10-06T08:00:00Z'],
    ]);
  });
});

describe('created', () => {
  const at = (method: string, ...lines: string[]) =>
    timingOf(inCalendar(`METHOD:${method}`, event('LOCATION:x', ...lines)))?.created;

  it.each([
    ['REQUEST', 'CREATED:20240101T080000Z', '2024-01-01T08:00:00Z'],
    ['request', '', '2024-05-06T11:30:15Z'],
    ['PUBLISH', 'CREATED:20240101T080000Z', '2024-01-01T08:00:00Z'],
    ['PUBLISH', '', null],
    // Google's way to say that it does not know.
    ['PUBLISH', 'CREATED:19000101T120000Z', null],
    ['REQUEST', 'CREATED:00001231T000000Z', '2024-05-06T11:30:15Z'],
    ['REQUEST', 'CREATED:yesterday', '2024-05-06T11:30:15Z'],
  ])('is, with METHOD:%s and "%s", %s', (method, created, expected) => {
    expect(at(method, created, 'DTSTAMP:20240506T113015Z')).toBe(expected);
  });
});

describe('lastOccurrence', () => {
  it.each([
    ['a single event', ['DTSTART:20240520T080000Z'], '2024-05-20T08:00:00Z'],
    ['a floating time', ['DTSTART:20240520T080000'], '2024-05-20T08:00:00Z'],
    [
      'a zone that the file does not define',
      ['DTSTART;TZID=Europe/Amsterdam:20240520T080000'],
      '2024-05-20T08:00:00Z',
    ],
    [
      'a zone whose name breaks the grammar',
      ['DTSTART;TZID=(UTC+01:00) Amsterdam, Berlin:20240520T080000'],
      '2024-05-20T08:00:00Z',
    ],
    ['a whole day', ['DTSTART;VALUE=DATE:20240520'], '2024-05-20T23:59:59Z'],
    [
      'whole days',
      ['DTSTART;VALUE=DATE:20240520', 'RRULE:FREQ=DAILY;UNTIL=20240522'],
      '2024-05-22T23:59:59Z',
    ],
    ['COUNT', ['DTSTART:20240520T080000Z', 'RRULE:FREQ=WEEKLY;COUNT=3'], '2024-06-03T08:00:00Z'],
    [
      'UNTIL',
      ['DTSTART:20240520T080000Z', 'RRULE:FREQ=WEEKLY;UNTIL=20240610T075959Z'],
      '2024-06-03T08:00:00Z',
    ],
    [
      'UNTIL on the very moment',
      ['DTSTART:20240520T080000Z', 'RRULE:FREQ=WEEKLY;UNTIL=20240610T080000Z'],
      '2024-06-10T08:00:00Z',
    ],
    [
      'UNTIL as a date',
      ['DTSTART:20240520T080000Z', 'RRULE:FREQ=WEEKLY;UNTIL=20240610'],
      '2024-06-10T08:00:00Z',
    ],
    ['no end', ['DTSTART:20240520T080000Z', 'RRULE:FREQ=WEEKLY;BYDAY=MO'], 'never'],
    ['too many to count', ['DTSTART:20240520T080000Z', 'RRULE:FREQ=DAILY;COUNT=6000'], 'never'],
    ['a rule that cannot be read', ['DTSTART:20240520T080000Z', 'RRULE:FREQ=SOMETIMES'], 'never'],
    ['an UNTIL that cannot be read', ['DTSTART:20240520T080000Z', 'RRULE:FREQ=DAILY;UNTIL=later'], 'never'],
    [
      'more dates',
      ['DTSTART:20240520T080000Z', 'RDATE:20240801T080000Z,20240701T080000Z'],
      '2024-08-01T08:00:00Z',
    ],
    ['more days', ['DTSTART:20240520T080000Z', 'RDATE;VALUE=DATE:20240801'], '2024-08-01T23:59:59Z'],
    [
      'periods',
      ['DTSTART:20240520T080000Z', 'RDATE;VALUE=PERIOD:20240801T080000Z/PT1H'],
      '2024-08-01T08:00:00Z',
    ],
    ['no start', [], null],
    ['no day of the calendar', ['DTSTART:20241340T080000Z'], null],
  ])('of %s', (_, lines, expected) => {
    expect(last(...lines)).toBe(expected);
  });

  const zone = [
    'BEGIN:VTIMEZONE',
    'TZID:Here',
    'BEGIN:STANDARD',
    'DTSTART:19700101T000000',
    'TZOFFSETFROM:-0500',
    'TZOFFSETTO:-0500',
    'END:STANDARD',
    'END:VTIMEZONE',
  ];

  it('counts UNTIL, which is in UTC, in the zone of the series', () => {
    const text = inCalendar(
      ...zone,
      event('LOCATION:x', 'DTSTART;TZID=Here:20240520T200000', 'RRULE:FREQ=DAILY;UNTIL=20240523T010000Z'),
    );
    expect(timingOf(text)?.lastOccurrence).toBe('2024-05-23T01:00:00Z');
  });

  it('is that of the series for the series, and its own for an exception', () => {
    const series = event('UID:1', 'LOCATION:series', 'DTSTART:20240520T080000Z', 'RRULE:FREQ=WEEKLY;COUNT=3');
    const early = event(
      'UID:1',
      'LOCATION:early',
      'RECURRENCE-ID:20240527T080000Z',
      'DTSTART:20240526T080000Z',
    );
    const late = event(
      'UID:1',
      'LOCATION:late',
      'RECURRENCE-ID:20240603T080000Z',
      'DTSTART:20240901T080000Z',
    );
    const rest = event(
      'UID:1',
      'LOCATION:rest',
      'RECURRENCE-ID;RANGE=THISANDFUTURE:20240603T080000Z',
      'DTSTART:20240603T080000Z',
    );
    const other = event('UID:2', 'LOCATION:other', 'DTSTART:20240520T080000Z');
    const { passages } = read(inCalendar(early, series, late, rest, other));
    expect(passages.map(({ text, timing }) => [text, timing?.lastOccurrence])).toEqual([
      ['early', '2024-05-26T08:00:00Z'],
      ['series', '2024-09-01T08:00:00Z'],
      ['late', '2024-09-01T08:00:00Z'],
      ['rest', '2024-09-01T08:00:00Z'],
      ['other', '2024-05-20T08:00:00Z'],
    ]);
  });
});

describe('descriptions in HTML', () => {
  it.each([
    [
      'X-ALT-DESC',
      'X-ALT-DESC;FMTTYPE=text/html:<p>Join <a href="https://a.example/?b\\,c">here</a>\\, now</p>\\n',
    ],
    [
      'ALTREP',
      'DESCRIPTION;ALTREP="data:text/html,Join%20%3Ca%20href%3D%22https%3A%2F%2Fa.example%2F%3Fb,c%22%3Ehere%3C%2Fa%3E, now":',
    ],
    ['the description itself', 'DESCRIPTION:Join <a href="https://a.example/?b\\,c">here</a>\\, now'],
  ])('are read from %s', (_, line) => {
    const passage = read(inCalendar(event('SUMMARY:x', line.replace(/":$/, '":plain')))).passages.at(-1);
    expect(passage?.text).toBe('Join here, now');
    expect(passage?.anchors).toEqual([{ href: 'https://a.example/?b,c', text: 'here', at: 5 }]);
  });

  it('keep line ends, and addresses in angle brackets', () => {
    const { passages } = read(inCalendar(event('DESCRIPTION:a\\nb<br>c <https://a.example>')));
    expect(passages.map((passage) => passage.text)).toEqual(['a\nb\nc ', 'a\nb<br>c <https://a.example>']);
  });

  it('are kept beside the plain one', () => {
    const { passages } = read(inCalendar(event('DESCRIPTION:a', 'X-ALT-DESC:<b>a</b>')));
    expect(passages.map((passage) => passage.text)).toEqual(['a', 'a']);
  });
});

describe('links', () => {
  it('are lines of their own, after their label; what is no link is text only', () => {
    const [passage] = read(
      inCalendar(
        event(
          'URL:https://a.example/x',
          'CONFERENCE;VALUE=URI;FEATURE=PHONE,MODERATOR;LABEL="Code: 76543":tel:+1-412-555-0123,,,654321',
          'X-GOOGLE-CONFERENCE:javascript:alert(1)',
          'X-MICROSOFT-SKYPETEAMSMEETINGURL:no link',
        ),
      ),
    ).passages;
    expect(passage?.text).toBe(
      'https://a.example/x\nCode: 76543\ntel:+1-412-555-0123,,,654321\njavascript:alert(1)\nno link',
    );
    expect(passage?.anchors.map(({ href, at }) => [href, at])).toEqual([
      ['https://a.example/x', 0],
      ['tel:+1-412-555-0123,,,654321', 32],
      ['javascript:alert(1)', 61],
    ]);
    expect(textAtAnchors(passage ?? { text: '', anchors: [] })).toEqual(
      passage?.anchors.map((anchor) => anchor.href),
    );
  });
});

describe('damaged files', () => {
  it('are read as far as they can be', () => {
    const calendar = read(caseText('damaged.ics'));
    expect(calendar.title).toBe('Damaged but readable');
    expect(texts(calendar, 'body')[0]).toContain(
      '\nhttps://example.zoom.us/j/91234567890?pwd=abcDEF\nMeeting password: 1234',
    );
    expect(calendar.passages[1]?.anchors[0]?.href).toBe('https://example.webex.com/meet/jan');
    expect(calendar.passages[0]?.timing).toEqual({ created: null, lastOccurrence: '2024-05-20T08:00:00Z' });
  });

  it.each([
    ['without a calendar around the event', 'BEGIN:VEVENT\nLOCATION:x\nEND:VEVENT'],
    ['without any end', 'BEGIN:VCALENDAR\nBEGIN:VEVENT\nLOCATION:x'],
    ['with events that do not end', 'BEGIN:VEVENT\nSUMMARY:a\nBEGIN:VEVENT\nLOCATION:x\nEND:VEVENT'],
    ['with an alarm that does not end', 'BEGIN:VEVENT\nLOCATION:x\nBEGIN:VALARM\nLOCATION:y\nEND:VEVENT'],
    ['with ends of nothing', 'END:VALARM\nBEGIN:VEVENT\nEND:VTODO\nLOCATION:x\nEND:VEVENT'],
    ['in lower case', 'begin:vevent\nlocation:x\nend:vevent'],
  ])('are read %s', (_, text) => {
    expect(texts(read(text), 'location')).toEqual(['x']);
  });

  it.each([
    ['', 'it is not iCalendar: nothing in it begins with BEGIN:'],
    ['<html>', 'it is not iCalendar: nothing in it begins with BEGIN:'],
    ['BEGIN:VCALENDAR\nBEGIN:VEV', 'no event in it can be read'],
    ['BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VEVENT\nEND:VCALENDAR', 'no event in it can be read'],
    ['BEGIN:VCALENDAR\nBEGIN:VTODO\nSUMMARY:x\nEND:VTODO\nEND:VCALENDAR', 'no event in it can be read'],
  ])('fail clearly: %j', (text, failure) => {
    expect(readCalendar(text, 'body')).toMatchObject({ failure });
  });
});

describe('hostile files', () => {
  const lines = [
    'BEGIN:VCALENDAR',
    'BEGIN:VEVENT',
    'END:VEVENT',
    'BEGIN:VALARM',
    'END:VALARM',
    'BEGIN:VTIMEZONE',
    'END:VTIMEZONE',
    'BEGIN:STANDARD',
    'END:STANDARD',
    'TZID:x',
    'METHOD:REQUEST',
    'DTSTART:20240520T080000Z',
    'DTSTART;TZID=x:20240520T080000',
    'DTSTART:nonsense',
    'TZOFFSETFROM:+0100',
    'TZOFFSETTO:+0200',
    'RRULE:FREQ=WEEKLY;COUNT=2',
    'RRULE:FREQ=SECONDLY;UNTIL=99991231T000000Z',
    'RRULE',
    'RDATE:20240801T080000Z',
    'UID:1',
    'UID:__proto__',
    'RECURRENCE-ID:20240520T080000Z',
    'DESCRIPTION:<a href=x>\\n',
    'URL:https://x.example',
    ' folded',
    '\tfolded',
    'stray',
    '',
    'SUMMARY;X="',
    'LOCATION;=:x',
    'CREATED:20240101T000000Z',
    '\ud800',
  ];

  it('never throw', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...lines), { maxLength: 40 }), (some) => {
        const calendar = readCalendar(some.join('\n'), 'body');
        expect('failure' in calendar || calendar.passages.every(({ text }) => typeof text === 'string')).toBe(
          true,
        );
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['nested components', 'BEGIN:X\n', 'BEGIN:VEVENT\nLOCATION:x'],
    ['ends of nothing', 'END:X\n', 'BEGIN:VEVENT\nLOCATION:x'],
    ['events', 'BEGIN:VEVENT\nURL:x\n', ''],
    ['attendees', '\nBEGIN:VEVENT\nATTENDEE;CN=a:mailto:a@b.example', ''],
    ['attendees of one event', '\nATTENDEE;CN=a:mailto:a@b.example', ''],
    ['parameters', ';a=b', ':x\nBEGIN:VEVENT\nLOCATION:x'],
    [
      'costly rules',
      'BEGIN:VEVENT\nLOCATION:x\nDTSTART:20240520T080000Z\nRRULE:FREQ=HOURLY;COUNT=4999\n',
      '',
    ],
    [
      'rules that match nothing',
      'BEGIN:VEVENT\nLOCATION:x\nDTSTART:20240520T080000Z\nRRULE:FREQ=DAILY;INTERVAL=7;BYDAY=TU;COUNT=2\n',
      '',
    ],
  ])('of one megabyte of %s take less than five seconds', (_, piece, end) => {
    const start = performance.now();
    readCalendar(`BEGIN:VCALENDAR\nDESCRIPTION${piece.repeat(1_000_000 / piece.length)}${end}`, 'body');
    expect(performance.now() - start).toBeLessThan(5_000);
  });

  it('are cut when too long, and say so', () => {
    const long = `BEGIN:VEVENT\nDESCRIPTION:${'x'.repeat(MAX_TEXT)}\nLOCATION:y`;
    expect(read(long).unread).toEqual(['rest-of-text']);
    expect(texts(read(long), 'location')).toEqual([]);
  });
});
