import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCalendar } from '../../src/invitation/calendar.ts';
import type { Passage } from '../../src/model.ts';
import { caseText, textAtAnchors } from './cases.ts';

function passagesOf(...lines: string[]): readonly Passage[] {
  const calendar = readCalendar(['BEGIN:VEVENT', ...lines].join('\r\n'), 'body');
  if ('failure' in calendar) throw new Error(calendar.failure);
  for (const passage of calendar.passages)
    expect(textAtAnchors(passage)).toEqual(passage.anchors.map((anchor) => anchor.text));
  return calendar.passages;
}
const hrefs = (...lines: string[]): string[] =>
  passagesOf(...lines).flatMap((passage) => passage.anchors.map((anchor) => anchor.href));
const properties = (...lines: string[]): (string | undefined)[] =>
  passagesOf(...lines).flatMap((passage) => passage.anchors.map((anchor) => anchor.property));
const textsOf = (source: Passage['source'], ...lines: string[]): string[] =>
  passagesOf(...lines).flatMap((passage) => (passage.source === source ? [passage.text] : []));

describe("Microsoft's properties", () => {
  const lines = caseText('microsoft-properties.ics').split('\r\n').slice(4);

  it('each give their links, with their name', () => {
    const found = passagesOf(...lines).flatMap((passage) =>
      passage.anchors.map(({ href, property }) => [property, href]),
    );
    expect(found).toEqual([
      [
        'X-MICROSOFT-SKYPETEAMSMEETINGURL',
        'https://teams.microsoft.com/l/meetup-join/19%3ameeting_NzA%40thread.v2/0?context=%7b%22Tid%22%3a%2211111111-2222-3333-4444-555555555555%22%7d',
      ],
      [
        'X-MICROSOFT-SCHEDULINGSERVICEUPDATEURL',
        'https://api.scheduler.teams.microsoft.com/teams/11111111-2222-3333-4444-555555555555/66666666-7777-4888-8999-000000000000/19_meeting_NzA@thread.v2/0',
      ],
      [
        'X-MICROSOFT-ONLINEMEETINGCONFLINK',
        'conf:sip:griffier@example.org;gruu;opaque=app:conf:focus:id:ABC123',
      ],
      ['X-MICROSOFT-ONLINEMEETINGEXTERNALLINK', 'https://meet.lync.com/examplestad/griffier/ABC123'],
      ['X-MS-OLK-MWSURL', 'https://intranet.example.org/overleg'],
      ['X-MICROSOFT-ONLINEMEETINGTOLLNUMBER', 'tel:+31207091000,,123456789#'],
    ]);
  });

  it('give the thread of the meeting, and of the places those that LOCATION lacks', () => {
    expect(textsOf('calendar', ...lines)[0]).toContain('\n19:meeting_NzA@thread.v2\n');
    expect(textsOf('location', ...lines)).toEqual(['Raadzaal; Microsoft Teams-vergadering', 'Kamer 4']);
  });

  it('say nothing where they hold no link', () => {
    expect(
      passagesOf(
        'SUMMARY:x',
        'X-MICROSOFT-CDO-BUSYSTATUS:BUSY',
        'X-MICROSOFT-ONLINEMEETINGINFORMATION:{"a":3}',
      ),
    ).toEqual([]);
  });

  it.each([
    ['X-MICROSOFT-ONLINEMEETINGINFORMATION:{"joinUrl":"https://teams.live.com/meet/9312345678901"\\,"b":1}'],
    ['X-MICROSOFT-ONLINEMEETINGINFORMATION:{"joinUrl":"https://teams.live.com/meet/9312345678901","b":1}'],
    ['X-MICROSOFT-ONLINEMEETINGINFORMATION:{"joinUrl":"https:\\/\\/teams.live.com\\/meet\\/9312345678901"}'],
    ['X-MICROSOFT-ONLINEMEETINGINFORMATION:[{"a":{"b":["https://teams.live.com/meet/9312345678901"]}}]'],
    ['X-MICROSOFT-ONLINEMEETINGINFORMATION:{"broken":"https://teams.live.com/meet/9312345678901"'],
    ['X-MICROSOFT-ANYTHING:https://teams.live.com/meet/9312345678901'],
    ['X-MICROSOFT-LOCATIONS:[{"DisplayName":"https://teams.live.com/meet/9312345678901"}]'],
    ['X-MICROSOFT-LOCATIONDISPLAYNAME:Teams\\; https://teams.live.com/meet/9312345678901'],
  ])('give a link from %s', (line) => {
    expect(hrefs(line)).toEqual(['https://teams.live.com/meet/9312345678901']);
    expect(properties(line)).toEqual([line.split(':', 1)[0]]);
  });

  it.each([
    [
      ['X-MICROSOFT-TOLLNUMBER:tel:+31-20-709-1000', 'X-MICROSOFT-CONFERENCEID:123456'],
      ['tel:+31207091000,,123456#'],
    ],
    [
      ['X-MICROSOFT-CONFERENCEID:123456', 'X-MICROSOFT-TOLLNUMBER:(020) 709 10 00'],
      ['tel:0207091000,,123456#'],
    ],
    [['X-MICROSOFT-TOLLNUMBER:Toll number: +31 20 709 1000'], ['tel:+31207091000']],
    [['X-MICROSOFT-TOLLNUMBER:none', 'X-MICROSOFT-CONFERENCEID:none'], []],
    [
      ['X-MICROSOFT-ONLINEMEETINGINFORMATION:{"conferenceId":"123456","tollFreeNumbers":["+318000001000"]}'],
      ['tel:+318000001000,,123456#'],
    ],
    [
      ['X-MICROSOFT-CONFERENCETELURI:tel:+31 20 709 1000\\,\\,123 456 789#'],
      ['tel:+31207091000,,123456789#'],
    ],
  ])('of a telephone become an address: %j', (given, expected) => {
    expect(hrefs('SUMMARY:x', ...given)).toEqual(expected);
  });
});

describe('CONFERENCE', () => {
  it('is read each time, with its label and whatever its scheme', () => {
    const given = [
      'CONFERENCE;VALUE=URI;FEATURE=PHONE,MODERATOR;LABEL=Voor de voorzitter:tel:+31-20-555-0123,,,654321',
      'CONFERENCE;VALUE=URI;FEATURE=AUDIO,VIDEO;LABEL="Deelnemen: hier":https://video.example.org/a,b;c',
      'conference;value=uri;feature=CHAT:xmpp:overleg@chat.example.org?join',
      'CONFERENCE;VALUE=TEXT:Bel +31 20 555 0123',
    ];
    expect(textsOf('calendar', ...given)).toEqual([
      'Voor de voorzitter\ntel:+31-20-555-0123,,,654321\nDeelnemen: hier\nhttps://video.example.org/a,b;c\n' +
        'xmpp:overleg@chat.example.org?join\nBel +31 20 555 0123',
    ]);
    expect(hrefs(...given)).toEqual([
      'tel:+31-20-555-0123,,,654321',
      'https://video.example.org/a,b;c',
      'xmpp:overleg@chat.example.org?join',
    ]);
    expect(new Set(properties(...given))).toEqual(new Set(['CONFERENCE']));
  });
});

describe('the values of link properties', () => {
  it.each([
    [
      'folded',
      'X-GOOGLE-CONFERENCE:https://meet.goo\r\n gle.com/abc-defg-hij',
      ['https://meet.google.com/abc-defg-hij'],
    ],
    ['with escapes', 'URL:https://a.example/?b=c\\,d\\;e', ['https://a.example/?b=c,d;e']],
    [
      'with escapes where text is escaped',
      'X-GOOGLE-CONFERENCE:https://a.example/?b=c\\,d',
      ['https://a.example/?b=c,d'],
    ],
    ['in quotes', 'URL:"https://a.example/b"', ['https://a.example/b']],
    ['in angle brackets', 'URL:<https://a.example/b>', ['https://a.example/b']],
    ['in lower case', 'url:https://a.example/b', ['https://a.example/b']],
    ['with blanks around', 'URL:  https://a.example/b  ', ['https://a.example/b']],
    ['as HTML', 'URL:<a href="https://a.example/b">x</a>', ['https://a.example/b']],
    ['in words', 'URL:Deelnemen: https://a.example/b (nu)', ['https://a.example/b']],
    [
      'between blanks',
      'URL:https://a.example/b https://b.example/c',
      ['https://a.example/b', 'https://b.example/c'],
    ],
    [
      'between commas',
      'URL:https://a.example/b,https://b.example/c',
      ['https://a.example/b', 'https://b.example/c'],
    ],
    [
      'between semicolons',
      'URL:https://a.example/b; https://b.example/c',
      ['https://a.example/b', 'https://b.example/c'],
    ],
    [
      'beside a telephone',
      'URL:https://a.example/b,tel:+3120,,123#',
      ['https://a.example/b', 'tel:+3120,,123#'],
    ],
    [
      'after a telephone',
      'URL:tel:+3120,,123#,https://a.example/b',
      ['tel:+3120,,123#', 'https://a.example/b'],
    ],
    [
      'on lines of their own',
      'X-GOOGLE-CONFERENCE:https://a.example/b\\nhttps://b.example/c',
      ['https://a.example/b', 'https://b.example/c'],
    ],
    [
      'with a link inside',
      'URL:https://a.example/url?q=https://b.example/c',
      ['https://a.example/url?q=https://b.example/c'],
    ],
    ['of any other scheme', 'URL:vergader:kamer', ['vergader:kamer']],
    [
      'of a program',
      'URL:zoommtg://zoom.us/join?confno=95555555555',
      ['zoommtg://zoom.us/join?confno=95555555555'],
    ],
    ['with backslashes', 'URL:https:\\\\a.example\\b', ['https:\\\\a.example\\b']],
  ])('are found %s', (_, line, expected) => {
    expect(hrefs(line)).toEqual(expected);
  });

  it('given twice stand there once, and in two properties twice', () => {
    const link = 'https://a.example/b';
    const given = [`URL:${link}`, `URL:${link}`, `X-GOOGLE-CONFERENCE:${link}`, 'URL:https://b.example/c'];
    expect(textsOf('calendar', ...given)).toEqual([`${link}\n${link}\nhttps://b.example/c`]);
    expect(properties(...given)).toEqual(['URL', 'X-GOOGLE-CONFERENCE', 'URL']);
  });

  const active = [
    ['javascript:alert(1)', 'javascript:alert(1)'],
    ["JavaScript: location = 'https://a.example/b'", "JavaScript: location = 'https://a.example/b'"],
    ['java\\nscript:alert(1)', 'javascript:alert(1)'],
    ['data:text/html\\,<b>x</b> y', 'data:text/html,<b>x</b> y'],
    ['file:///C:/x y.exe', 'file:///C:/x y.exe'],
    ['intent://a.example/#Intent\\;scheme=https\\;end', 'intent://a.example/#Intent;scheme=https;end'],
    ['zoommtg://zoom.us/join?confno=95555555555', 'zoommtg://zoom.us/join?confno=95555555555'],
  ];
  it.each(
    ['X-GOOGLE-CONFERENCE', 'LOCATION', 'X-MICROSOFT-SKYPETEAMSMEETINGURL'].flatMap((property) =>
      active.map(([value = '', href = '']) => [property, value, href] as const),
    ),
  )('that run or open something are anchors: %s:%s', (property, value, href) => {
    expect(hrefs(`${property}:${value}`)).toEqual([href]);
    expect(properties(`${property}:${value}`)).toEqual([property]);
  });
});

describe('LOCATION', () => {
  it.each([
    ['a link', 'https://a.example/b', ['https://a.example/b']],
    ['text with a link', 'Raadzaal (of https://a.example/b)', ['https://a.example/b']],
    [
      'two links',
      'https://a.example/b\\; https://b.example/c',
      ['https://a.example/b', 'https://b.example/c'],
    ],
    ['a link and a line', 'https://a.example/b\\nKamer 4', ['https://a.example/b']],
    ['HTML', '<a href="https://a.example/b">Deelnemen</a>', ['https://a.example/b']],
    ['a link in angle brackets', 'Zoom<https://a.example/b>', ['https://a.example/b']],
    ['a telephone', 'tel:+31 20 555 0123,,123#', ['tel:+31205550123,,123#']],
    ['a room with a colon', 'Zaal:3', []],
    ['a word that is also a scheme', 'Data: zie de agenda', []],
    ['no link', 'Stadhuis, Markt 1, 10:30', []],
  ])('that is %s', (_, value, expected) => {
    expect(hrefs(`LOCATION:${value}`)).toEqual(expected);
    expect(properties(`LOCATION:${value}`)).toEqual(expected.map(() => 'LOCATION'));
  });

  it('in HTML is read as people see it', () => {
    expect(textsOf('location', 'LOCATION:<p>Kamer <b>4</b></p>')).toEqual(['Kamer 4']);
  });
});

describe('hostile values', () => {
  it('never throw, and every anchor stands where it says', () => {
    const piece = fc.constantFrom(
      'https://a.example/b',
      'tel:+31,,1#',
      'javascript:',
      'data:text/html,',
      'conf:sip:a@b;c',
      '[',
      '{"a":"',
      '"',
      '}',
      '\\,',
      '\\;',
      '\\n',
      '\\\\',
      ',',
      ';',
      ' ',
      '<',
      '>',
      '<b>',
      "'",
      'x:y',
      '\ud800',
    );
    const name = fc.constantFrom(
      'URL',
      'LOCATION',
      'X-MICROSOFT-A',
      'X-MICROSOFT-LOCATIONS',
      'X-MICROSOFT-TOLLNUMBER',
    );
    fc.assert(
      fc.property(name, fc.array(piece, { maxLength: 12 }), (property, pieces) => {
        const { passages } = { passages: passagesOf('SUMMARY:x', `${property}:${pieces.join('')}`) };
        expect(Array.isArray(passages)).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  it.each([
    ['URL:', 'tel:1,'],
    ['URL:', 'https://a.example/b,'],
    ['LOCATION:', 'javascript:'],
    ['LOCATION:', '" <'],
    ['X-MICROSOFT-A:{"a":"', 'b,'],
    ['X-MICROSOFT-A:', '['],
    ['X-MICROSOFT-TOLLNUMBER:', '+31 20'],
    ['', 'X-MICROSOFT-A:{"a":"https://a.example"}\r\n'],
    ['', 'X-MICROSOFT-LOCATIONS:["a","b","c","d"]\r\n'],
    ['', 'LOCATION:a\r\nX-MICROSOFT-LOCATIONDISPLAYNAME:b\r\n'],
  ])('of one megabyte of "%s" with "%s" take less than two seconds', (head, repeated) => {
    const value = head + repeated.repeat(1_000_000 / repeated.length);
    const start = performance.now();
    readCalendar(`BEGIN:VEVENT\r\nSUMMARY:x\r\n${value}`, 'body');
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});
