import { connect, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { until } from '../browser/until.ts';
import { type SmtpSink, startSmtpSink } from './smtp-sink.ts';

describe('the mail server of the tests', () => {
  let sink: SmtpSink;
  let client: Socket;
  let said = '';

  beforeEach(async () => {
    sink = await startSmtpSink();
    said = '';
    client = connect(Number(sink.address.split(':')[1]), '127.0.0.1');
    client.setEncoding('latin1');
    client.on('data', (piece: string) => {
      said += piece;
    });
    client.on('error', () => undefined);
  });
  afterEach(async () => {
    client.destroy();
    await sink.stop();
  });

  /** The first digits of every answer so far. */
  const codes = (): string => [...said.matchAll(/^(\d{3}) /gm)].map(([, code]) => code).join(' ');
  const answered = (wanted: string): Promise<void> =>
    until(`“${wanted}”`, () => codes() === wanted).catch(() => expect(codes()).toBe(wanted));

  const ENVELOPE =
    'MAIL FROM:<anna@example.org> SIZE=40\r\nRCPT TO:<jan@example.org>\r\nRCPT TO:<jo@example.org>\r\n';

  it('keeps envelope and message, commands one by one', async () => {
    client.write('EHLO test\r\n');
    await answered('220 250');
    for (const line of ENVELOPE.trim().split('\r\n')) client.write(`${line}\r\n`);
    await answered('220 250 250 250 250');
    client.write('DATA\r\n');
    await answered('220 250 250 250 250 354');
    client.write('Subject: x\r\n\r\n..two dots\r\n.');
    client.write('.\r\nin the end\r\n');
    client.write('.\r\nQUIT\r\n');
    await answered('220 250 250 250 250 354 250 221');
    expect(sink.received()).toEqual([
      {
        from: 'anna@example.org',
        to: ['jan@example.org', 'jo@example.org'],
        raw: Buffer.from('Subject: x\r\n\r\n.two dots\r\n.\r\nin the end\r\n'),
      },
    ]);
  });

  it('takes everything in one piece, and two mails on one connection', async () => {
    client.write(`EHLO test\r\n${ENVELOPE}DATA\r\nSubject: 1\r\n\r\n\xe9\r\n.\r\n`, 'latin1');
    client.write(`${ENVELOPE}DATA\r\n.\r\nNOOP\r\nQUIT\r\n`);
    await answered('220 250 250 250 250 354 250 250 250 250 354 250 250 221');
    expect(sink.received().map(({ raw }) => raw.toString('latin1'))).toEqual([
      'Subject: 1\r\n\r\n\xe9\r\n',
      '',
    ]);
  });

  it('forgets at RSET, and wants things in order', async () => {
    client.write(
      `HELO test\r\nRCPT TO:<jan@example.org>\r\n${ENVELOPE}RSET\r\nDATA\r\nMAIL jan\r\nVRFY jan\r\n`,
    );
    await answered('220 250 503 250 250 250 250 503 501 502');
    expect(sink.received()).toEqual([]);
  });

  it.each([
    ['line', 'x'.repeat(2000), '220 500'],
    ['mail', `EHLO test\r\n${ENVELOPE}DATA\r\n${'x'.repeat(10_000_001)}`, '220 250 250 250 250 354 552'],
  ])('ends a %s without end', async (_what, text, wanted) => {
    client.write(text);
    await answered(wanted);
    await until('the end', () => client.readyState === 'closed' || client.readableEnded);
    expect(sink.received()).toEqual([]);
  });
});
