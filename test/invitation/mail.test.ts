import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMail } from '../../src/invitation/mail.ts';
import type { Invitation } from '../../src/model.ts';
import { caseBytes, invitationOf, textAtAnchors } from './cases.ts';

const HEADERS = [
  'From: a@example.gov',
  'Subject: Overleg',
  'Date: Mon, 6 May 2024 13:30:15 +0200',
  'MIME-Version: 1.0',
];
const SENT = '2024-05-06T11:30:15Z';

/** A mail with these lines after its usual headers. */
const mail = (...lines: string[]): string => [...HEADERS, ...lines].join('\r\n');
const multipart = (kind: string, ...parts: string[]): string =>
  [
    `Content-Type: multipart/${kind}; boundary="${kind}-b"`,
    '',
    ...parts.map((part) => `--${kind}-b\r\n${part}`),
    `--${kind}-b--`,
  ].join('\r\n');
const part = (type: string, body: string): string => `Content-Type: ${type}\r\n\r\n${body}`;
const calendar = (...lines: string[]): string =>
  ['BEGIN:VCALENDAR', 'METHOD:REQUEST', 'BEGIN:VEVENT', ...lines, 'END:VEVENT', 'END:VCALENDAR'].join('\r\n');
const read = async (raw: string | Uint8Array): Promise<Invitation> =>
  invitationOf(await readMail(raw, 'mail-read'));
const texts = (invitation: Invitation): string[] => invitation.passages.map((passage) => passage.text.trim());

describe('an invitation of Exchange', () => {
  it('is read in all its encodings, each part once', async () => {
    const { title, passages, unread } = await read(caseBytes('exchange-invitation.eml'));
    expect(title).toBe('Vertrouwelijk: bégroting 2025');
    expect(passages.map(({ source, text }) => [source, text.split('\n')[0]])).toEqual([
      ['body', 'Beste René,'],
      ['calendar', 'Begroting 2025'],
      ['calendar', 'Microsoft Teams-vergadering'],
      ['location', 'Microsoft Teams-vergadering'],
      ['calendar', expect.stringMatching(/^https:\/\/teams\.microsoft\.com\//)],
    ]);
    expect(unread).toEqual([]);
    for (const passage of passages) {
      expect(passage.timing).toEqual({ created: SENT, lastOccurrence: '2024-05-20T08:00:00Z' });
      expect(textAtAnchors(passage)).toEqual(passage.anchors.map((anchor) => anchor.text));
    }
  });
});

describe('the text of a mail', () => {
  it('is its plain text if that is all', async () => {
    const { title, passages } = await read(
      mail('Content-Type: text/plain; charset=utf-8', '', 'Hallo', 'Jan'),
    );
    expect(title).toBe('Overleg');
    expect(passages).toEqual([
      { source: 'body', text: 'Hallo\nJan\n', anchors: [], timing: { created: SENT, lastOccurrence: null } },
    ]);
  });

  const html = '<p>Join <a href="https://a.example/?x=1&amp;y=2">here</a> or +31207940854,,123#</p>';

  it.each([
    ['that says the same', 'Join https://a.example/?x=1&y=2, or +31207940854,,123#.'],
    ['without links', 'Your program shows no HTML.'],
    ['with the link in brackets', 'Join here<https://a.example/?x=1&y=2> (https://a.example/?x=1&y=2)!'],
  ])('is the HTML alone beside plain text %s', async (_, plain) => {
    const invitation = await read(
      mail(multipart('alternative', part('text/plain', plain), part('text/html', html))),
    );
    expect(texts(invitation)).toEqual(['Join here or +31207940854,,123#']);
  });

  it.each([
    ['another link', 'Join https://b.example'],
    ['a dial string', 'Call +31207940854,,999#'],
  ])('is both if the plain text has %s', async (_, plain) => {
    const invitation = await read(
      mail(multipart('alternative', part('text/plain', plain), part('text/html', html))),
    );
    expect(texts(invitation)).toEqual(['Join here or +31207940854,,123#', plain]);
  });

  it('is said to be unread if it is encrypted', async () => {
    const { passages, unread } = await read(
      mail(
        'Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m',
        'Content-Transfer-Encoding: base64',
        '',
        'AAAA',
      ),
    );
    expect(passages).toEqual([]);
    expect(unread).toEqual(['rest-of-text']);
  });

  it.each(['Date: nonsense', 'Date:', 'X-No-Date: x'])('has no time of making with "%s"', async (date) => {
    const { passages } = await read(['From: a@example.gov', date, '', 'Hallo'].join('\r\n'));
    expect(passages[0]?.timing).toEqual({ created: null, lastOccurrence: null });
  });

  it('is found after a byte order mark and empty lines, with bare line feeds', async () => {
    const { title, passages } = await read('\ufeff\n\r\nSubject: x\nFrom: a\n\nHallo');
    expect(title).toBe('x');
    expect(passages[0]?.text).toBe('Hallo\n');
  });
});

describe('alternatives with different links', () => {
  it('are both read, and of a gateway only the link that opens', async () => {
    const { passages } = await read(caseBytes('alternatives-differ.eml'));
    expect(passages.map(({ text, anchors }) => [text.trim(), anchors.map(({ href }) => href)])).toEqual([
      [
        'Deelnemen: https://zoom.us/j/95555555555',
        [
          'https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fzoom.us%2Fj%2F95555555555&data=05',
        ],
      ],
      // Broken by quoted-printable in the middle.
      [
        'Deelnemen: https://zoom.us.join-example.org/j/95555555555?pwd=abcDEFabcDEFabcDEFabcDEFabcDEFabcDEFabcDEFabcDEF',
        [],
      ],
    ]);
  });

  it.each([
    ['without its scheme', 'Join a.example/?x=1&y=2 or tel:+31207940854,,123#', 1],
    ['with a scheme that runs something', 'Join javascript:alert(1)', 2],
    ['that is another one without a scheme', 'Join b.example/j/1', 2],
  ])('count a link of the plain text %s', async (_, plain, count) => {
    const html = '<p>Join <a href="https://a.example/?x=1&amp;y=2">here</a> or +31207940854,,123#</p>';
    const { passages } = await read(
      mail(multipart('alternative', part('text/plain', plain), part('text/html', html))),
    );
    expect(passages).toHaveLength(count);
  });
});

describe('flowed text', () => {
  const flowed = (parameters: string, ...lines: string[]): string =>
    mail(`Content-Type: text/plain; charset=utf-8; ${parameters}`, '', ...lines);

  it('has its links whole, in quotes too', async () => {
    const { passages } = await read(caseBytes('flowed-quote.eml'));
    expect(passages.map(({ text }) => text)).toEqual([
      [
        'Dank, ik ben er. Mijn eigen kamer is https://examplestad.webex.com/meet/jan.devries voor wie wil.',
        '',
        '> Op maandag schreef Piet:',
        '> https://examplestad.webex.com/examplestad/j.php?MTID=m0123456789abcdef0123456789abcdef',
        '> > https://zoom.us/j/95555555555?pwd=abcDEF123.1',
        '-- \nJan\n',
      ].join('\n'),
    ]);
  });

  it.each([
    ['format=flowed; delsp=yes', ['https://a.example/b ', 'c'], 'https://a.example/bc'],
    ['format=flowed', ['Join: ', 'https://a.example/b'], 'Join: https://a.example/b'],
    ['Format="Flowed"; DelSp="Yes"', ['> https://a.example/b ', '> c'], '> https://a.example/bc'],
    ['format=fixed', ['> https://a.example/b ', '> c'], '> https://a.example/b \n> c'],
  ])('with "%s" is joined as it says', async (parameters, lines, text) => {
    expect(texts(await read(flowed(parameters, ...lines)))).toEqual([text]);
  });
});

describe('calendar parts', () => {
  it('are read in their encodings, whatever they are called', async () => {
    const { passages, events, unread } = await read(caseBytes('calendar-parts.eml'));
    const calendarPart = [
      'Überleg',
      'Passwort für alle: geheim',
      'https://examplestad.webex.com/meet/jan.devries',
    ];
    expect(passages.map(({ text }) => text.trim())).toEqual([
      'Siehe Termin.',
      // Quoted-printable in UTF-8, then base64 in windows-1252.
      ...calendarPart,
      ...calendarPart,
    ]);
    expect(passages[3]?.anchors[0]?.property).toBe('LOCATION');
    expect(events).toHaveLength(2);
    expect(unread).toEqual([]);
  });

  it('are said to be unread where their charset cannot be right', async () => {
    const wrong = part('text/calendar; charset=utf-16', calendar('LOCATION:x'));
    const { events, unread } = await read(mail(multipart('mixed', part('text/plain', 'Hallo'), wrong)));
    expect(events).toEqual([]);
    expect(unread).toEqual(['calendar-attachment']);
  });

  it.each(['nonsense', 'us-ascii', 'iso-8859-1'])('keep their links with the charset %s', async (charset) => {
    const one = part(`text/calendar; charset=${charset}`, calendar('LOCATION:https://a.example/b é'));
    const { passages } = await read(mail(multipart('mixed', one)));
    expect(passages[0]?.anchors.map(({ href }) => href)).toEqual(['https://a.example/b']);
  });

  it('with tasks only are said to be unread', async () => {
    const task = 'BEGIN:VCALENDAR\r\nBEGIN:VTODO\r\nURL:https://a.example\r\nEND:VTODO\r\nEND:VCALENDAR';
    expect((await read(mail(part('text/calendar', task)))).unread).toEqual(['calendar-attachment']);
  });

  it('have the method of their part if they name none', async () => {
    const plain = 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nLOCATION:x\r\nDTSTAMP:20240401T080000Z';
    const request = await read(mail(part('text/calendar; method=REQUEST', plain)));
    expect(request.passages[0]?.timing?.created).toBe('2024-04-01T08:00:00Z');
    const cancel = await read(mail(part('text/calendar; method=CANCEL', plain)));
    expect(cancel.passages[0]?.timing?.created).toBe(SENT);
    expect(cancel.events.map((one) => one.cancelled)).toEqual([true]);
  });

  it('are all there is in some mails', async () => {
    const invitation = await read(caseBytes('calendar-only.eml'));
    expect(invitation.title).toBe('Uitnodiging');
    expect(invitation.passages.map(({ source, text }) => [source, text])).toEqual([
      ['calendar', 'Alleen agenda'],
      ['location', 'https://example.webex.com/meet/jan'],
    ]);
    expect(invitation.passages[1]?.timing).toEqual({
      created: '2024-05-07T08:00:00Z',
      lastOccurrence: '2024-06-01T08:00:00Z',
    });
  });

  it('that are broken do not fail the mail', async () => {
    const invitation = await read(caseBytes('broken-calendar.eml'));
    expect(texts(invitation)).toEqual(['Zie de uitnodiging.']);
    expect(invitation.unread).toEqual(['calendar-attachment']);
  });

  it('tell how long the mail matters, and are as old as it if they do not say', async () => {
    const weekly = calendar('SUMMARY:Overleg', 'LOCATION:x', 'DTSTART:20240520T080000Z', 'RRULE:FREQ=WEEKLY');
    const invitation = await read(
      mail(
        multipart(
          'mixed',
          part('text/plain', 'Hallo'),
          part('application/octet-stream; name="a.ics"', weekly),
        ),
      ),
    );
    const timing = { created: SENT, lastOccurrence: 'never' };
    expect(invitation.passages.map(({ text, timing: one }) => [text.trim(), one])).toEqual([
      ['Hallo', timing],
      ['x', timing],
    ]);
  });

  it('are read once for each text', async () => {
    const one = calendar('SUMMARY:Overleg', 'LOCATION:x');
    const other = calendar('SUMMARY:Overleg', 'LOCATION:y');
    const parts = [one, one, other].map((text) => part('text/calendar', text));
    expect(texts(await read(mail(multipart('mixed', ...parts))))).toEqual(['x', 'y']);
  });
});

describe('attached mails', () => {
  it('are quoted', async () => {
    const { passages } = await read(caseBytes('forwarded.eml'));
    expect(passages.map(({ text }) => text)).toEqual([
      'Zie bijlage.\n',
      '> Overleg',
      '> Hallo\n> Klik hier of daar',
    ]);
    const [anchor] = passages[2]?.anchors ?? [];
    expect(anchor).toEqual({ href: 'https://example.zoom.us/j/91234567890', text: 'hier', at: 15 });
    expect(textAtAnchors(passages[2] ?? { text: '', anchors: [] })).toEqual(['hier', 'daar']);
    expect(passages[2]?.timing?.created).toBe('2024-05-06T09:00:00Z');
  });

  it('are read when they are encoded, but their events are not the events of this mail', async () => {
    const invitation = await read(caseBytes('forwarded-base64.eml'));
    expect(texts(invitation)).toEqual([
      'Ter info.',
      '> Overleg',
      '> Überleg',
      '> Passwort für alle: geheim',
      '> https://examplestad.webex.com/meet/jan.devries',
    ]);
    expect(invitation.passages[4]?.anchors).toEqual([
      {
        href: 'https://examplestad.webex.com/meet/jan.devries',
        text: 'https://examplestad.webex.com/meet/jan.devries',
        at: 2,
        property: 'LOCATION',
      },
    ]);
    expect(invitation.events).toEqual([]);
  });

  it('in the text are quoted where the mail program marks them', async () => {
    const { passages } = await read(caseBytes('forwarded-inline.eml'));
    expect(passages.map(({ text }) => text)).toEqual([
      'Zie hieronder.\n\n> ---------- Forwarded message ---------\n> Subject: Overleg\n> Deelnemen: https://zoom.us/j/95555555555',
    ]);
    expect(textAtAnchors(passages[0] ?? { text: '', anchors: [] })).toEqual([
      'https://zoom.us/j/95555555555',
    ]);
  });

  it.each([
    ['winmail.dat', 'application/octet-stream; name=winmail.dat'],
    ['winmail.dat by its type', 'application/ms-tnef; name=x'],
    ['a mail as Outlook saves it', 'application/octet-stream; name=Overleg.msg'],
  ])('are said to be unread in %s', async (_, type) => {
    const { unread } = await read(mail(multipart('mixed', part('text/plain', 'Hallo'), part(type, 'x'))));
    expect(unread).toEqual(['rest-of-text']);
  });

  it('in winmail.dat leave the text of the mail', async () => {
    const invitation = await read(caseBytes('winmail.eml'));
    expect(texts(invitation)).toEqual(['Tot dan.']);
    expect(invitation.unread).toEqual(['rest-of-text']);
  });

  it('are followed some levels deep', async () => {
    const nested = (depth: number): string =>
      mail(depth === 0 ? '\r\nat the bottom' : `Content-Type: message/rfc822\r\n\r\n${nested(depth - 1)}`);
    const four = await read(nested(4));
    expect(texts(four)).toContain('> > > > at the bottom\n> > > >');
    expect(four.unread).toEqual([]);
    expect((await read(nested(50))).unread).toEqual(['rest-of-text']);
  });
});

describe('what is no mail', () => {
  it.each([
    ['', 'the file is empty'],
    ['Hello, world', 'it is not a mail: it has none of the header lines of one'],
    [
      'a: b\n\nhttps://example.webex.com/meet/jan',
      'it is not a mail: it has none of the header lines of one',
    ],
    ['\0\u0001\u0002', 'it is not a mail: it has none of the header lines of one'],
    [
      `From: ${'a,'.repeat(200_000)}\n\nx`,
      expect.stringMatching(/^it cannot be taken apart as a mail: Maximum header size/),
    ],
  ])('fails clearly: %j', async (text, failure) => {
    expect(await readMail(text, 'mail-read')).toMatchObject({ failure });
  });
});

describe('hostile mails', () => {
  it('never reject', async () => {
    const line = fc.constantFrom(
      ...HEADERS,
      '',
      '--b',
      'Content-Type: text/plain; format=flowed; delsp=yes',
      '> a ',
      '--b--',
      'Content-Type: multipart/mixed; boundary=b',
      'Content-Type: multipart/alternative; boundary=b',
      'Content-Type: text/html; charset=nonsense',
      'Content-Type: text/calendar; method=REQUEST',
      'Content-Type: message/rfc822',
      'Content-Transfer-Encoding: base64',
      'Content-Transfer-Encoding: quoted-printable',
      'Content-Disposition: attachment; filename="a.ics"',
      'Subject: =?utf-8?B?////?=',
      'Date: 0',
      '<a href="x">',
      '=3D=',
      'BEGIN:VEVENT',
      'LOCATION:x',
      ' folded',
      '\0',
      '\ud800',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 30 }), async (lines) => {
        expect(['invitation', 'kind']).toContain(
          Object.keys(await readMail(lines.join('\r\n'), 'mail-read'))[0],
        );
      }),
      { numRuns: 500 },
    );
    await fc.assert(
      fc.asyncProperty(fc.uint8Array(), async (bytes) => {
        expect(['invitation', 'kind']).toContain(Object.keys(await readMail(bytes, 'mail-read'))[0]);
      }),
    );
  });

  it.each([
    ['empty lines', mail('', '\n'.repeat(1_000_000))],
    ['parts', mail('Content-Type: multipart/mixed; boundary=b', '', '--b\r\n\r\n'.repeat(150_000))],
  ])('of one megabyte of %s are cut, and say so', async (_, text) => {
    const start = performance.now();
    expect((await read(text)).unread).toEqual(['rest-of-text']);
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});
