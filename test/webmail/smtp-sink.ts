/**
 * A mail server that takes every mail and delivers none: what was sent stays here for a test to look at. As much of
 * RFC 5321 as a sending program needs, on loopback only.
 */
import { createServer, type Socket } from 'node:net';

/** A mail as it arrived. */
export interface ReceivedMail {
  /** The envelope's sender, without brackets; empty for a bounce. */
  readonly from: string;
  /** The envelope's recipients, in order, without brackets. */
  readonly to: readonly string[];
  /** Headers and text with CRLF, dots unstuffed. */
  readonly raw: Buffer;
}

export interface SmtpSink {
  /** `127.0.0.1:PORT` */
  readonly address: string;
  /** In the order of arrival. */
  received(): readonly ReceivedMail[];
  /** Ends every connection. A second call does nothing. */
  stop(): Promise<void>;
}

/** RFC 5321, 4.5.3.1: the least that a server has to take. */
const MAX_COMMAND = 512;
const MAX_RECIPIENTS = 100;
/** Enough for every test; a mail above it is refused, as a real server would. */
const MAX_MAIL = 10_000_000;
const MAX_MAILS = 1000;
const MAX_CONNECTIONS = 50;
const IDLE_MS = 30_000;

const CRLF = '\r\n';
const END_OF_DATA = '\r\n.\r\n';

/** Listens on a free port until stop(). */
export async function startSmtpSink(): Promise<SmtpSink> {
  const mails: ReceivedMail[] = [];
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
    converse(socket, (mail) => {
      if (mails.length >= MAX_MAILS) return false;
      mails.push(mail);
      return true;
    });
  });
  server.maxConnections = MAX_CONNECTIONS;

  const port = await new Promise<number>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (typeof address === 'object' && address !== null) resolve(address.port);
      else reject(new Error('no port'));
    });
  });

  return {
    address: `127.0.0.1:${port}`,
    received: () => [...mails],
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of open) socket.destroy();
      }),
  };
}

/** What one connection has said of its next mail. */
interface Envelope {
  from: string | null;
  to: string[];
}

/**
 * One connection. `keep` answers whether there was room. Bytes are taken as latin1 so that none is changed (RFC 6152
 * lets a mail hold all of them), and commands one by one out of what has come: with PIPELINING several come at once.
 */
function converse(socket: Socket, keep: (mail: ReceivedMail) => boolean): void {
  let waiting = '';
  let inData = false;
  let envelope: Envelope = { from: null, to: [] };

  const say = (...lines: string[]): void => {
    if (socket.writable) socket.write(lines.map((line) => line + CRLF).join(''));
  };
  const leave = (line: string): void => {
    if (socket.writable) socket.end(line + CRLF);
  };

  socket.setEncoding('latin1');
  socket.setTimeout(IDLE_MS, () => leave('421 4.4.2 Too long without a word'));
  // A client that breaks off has nothing more to hear.
  socket.on('error', () => socket.destroy());
  socket.on('data', (piece: string) => {
    waiting += piece;
    while (socket.writable && (inData ? takeMail() : takeCommand()));
    if (waiting.length > (inData ? MAX_MAIL : MAX_COMMAND)) {
      waiting = '';
      leave(inData ? '552 5.3.4 Too much mail' : '500 5.5.2 Too long a line');
    }
  });
  say('220 sink.example ESMTP');

  /** False when the mail has not come to its end yet. */
  function takeMail(): boolean {
    // The CRLF that ended DATA counts, too: an empty mail is a dot alone.
    const end = `${CRLF}${waiting}`.indexOf(END_OF_DATA);
    if (end < 0) return false;
    const stuffed = waiting.slice(0, end);
    waiting = waiting.slice(end + END_OF_DATA.length - CRLF.length);
    inData = false;
    const { from, to } = envelope;
    envelope = { from: null, to: [] };
    const unstuffed = `${CRLF}${stuffed}`.replaceAll(`${CRLF}.`, CRLF).slice(CRLF.length);
    const raw = Buffer.from(unstuffed, 'latin1');
    if (raw.length > MAX_MAIL) say('552 5.3.4 Too much mail');
    else if (keep({ from: from ?? '', to, raw })) say('250 2.0.0 Kept');
    else say('452 4.3.1 No more room');
    return true;
  }

  function takeCommand(): boolean {
    const end = waiting.indexOf(CRLF);
    if (end < 0 || end > MAX_COMMAND) return false;
    const line = waiting.slice(0, end);
    waiting = waiting.slice(end + CRLF.length);
    say(...answer(line));
    if (line.toUpperCase() === 'QUIT') socket.end();
    return true;
  }

  function answer(line: string): string[] {
    const [verb = ''] = line.split(' ', 1);
    switch (verb.toUpperCase()) {
      case 'EHLO':
        envelope = { from: null, to: [] };
        return ['250-sink.example', '250-PIPELINING', '250-8BITMIME', `250 SIZE ${MAX_MAIL}`];
      case 'HELO':
        envelope = { from: null, to: [] };
        return ['250 sink.example'];
      case 'MAIL': {
        const from = pathIn(line, 'MAIL FROM:');
        if (from === null) return ['501 5.5.4 MAIL FROM:<address>'];
        if (envelope.from !== null) return ['503 5.5.1 There is a sender already'];
        envelope.from = from;
        return ['250 2.1.0 Ok'];
      }
      case 'RCPT': {
        const to = pathIn(line, 'RCPT TO:');
        if (to === null || to === '') return ['501 5.5.4 RCPT TO:<address>'];
        if (envelope.from === null) return ['503 5.5.1 First the sender'];
        if (envelope.to.length >= MAX_RECIPIENTS) return ['452 4.5.3 Too many recipients'];
        envelope.to.push(to);
        return ['250 2.1.5 Ok'];
      }
      case 'DATA':
        if (envelope.to.length === 0) return ['503 5.5.1 First the recipients'];
        inData = true;
        return ['354 End with a dot alone'];
      case 'RSET':
        envelope = { from: null, to: [] };
        return ['250 2.0.0 Ok'];
      case 'NOOP':
        return ['250 2.0.0 Ok'];
      case 'QUIT':
        return ['221 2.0.0 Bye'];
      default:
        return ['502 5.5.1 Not known here'];
    }
  }
}

/** The address in `MAIL FROM:<jan@example.org> SIZE=…`; null when the line has another form. */
function pathIn(line: string, beginning: string): string | null {
  if (!line.toUpperCase().startsWith(beginning)) return null;
  const path = line.slice(beginning.length).trimStart();
  const end = path.indexOf('>');
  return path.startsWith('<') && end > 0 ? path.slice(1, end) : null;
}
