/** The demonstration's webmail: a mailbox that nobody can write to, served on this machine only. */
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { type DemoItem, items, owner, type Person, pathOf, textOf } from './items.ts';

export interface Webmail {
  /** Without a slash at the end: `http://127.0.0.1:8025`. */
  url: string;
  /** Also ends the connections that a browser keeps open. */
  close(): Promise<void>;
}

const HOST = '127.0.0.1';

/** Serves the webmail on that port if it is free, else on any. */
export async function serveWebmail(preferredPort = 0): Promise<Webmail> {
  const server = createServer(async (request, response) => {
    const { status, type, body } = await answer(request.url ?? '/');
    response.writeHead(status, {
      'Content-Type': type,
      'Cache-Control': 'no-store',
      // As strict as webmail can be: whatever the extension shows must work under it.
      'Content-Security-Policy': "default-src 'self'",
    });
    response.end(body);
  });
  const port = await listen(server, preferredPort).catch(() => listen(server, 0));
  return {
    url: `http://${HOST}:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The port it got. Rejects if that port is taken. */
function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, HOST, () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

interface Answer {
  status: number;
  type: string;
  body: string;
}

const FILES = new Map([
  ['/webmail.css', 'text/css; charset=utf-8'],
  ['/webmail.js', 'text/javascript; charset=utf-8'],
  ['/webmail.svg', 'image/svg+xml'],
]);

async function answer(path: string): Promise<Answer> {
  const file = FILES.get(path);
  if (file !== undefined) return { status: 200, type: file, body: await read(path.slice(1)) };
  const item = path === '/' ? items[0] : items.find((each) => pathOf(each) === path);
  if (item === undefined) return { status: 404, type: 'text/plain', body: 'There is nothing here.' };
  return { status: 200, type: 'text/html; charset=utf-8', body: await pageOf(item) };
}

async function pageOf(opened: DemoItem): Promise<string> {
  const entries = (kind: DemoItem['kind']): string =>
    items
      .filter((item) => item.kind === kind)
      .map((item) => entryOf(item, item === opened))
      .join('\n');
  return fill(await read('webmail.html'), {
    title: opened.subject,
    owner: owner.name,
    mails: entries('mail'),
    events: entries('event'),
    drafts: entries('draft'),
    pane: await paneOf(opened),
  });
}

function entryOf(item: DemoItem, current: boolean): string {
  const who = item.kind === 'mail' ? item.from.name : item.kind === 'event' ? timesOf(item) : 'Draft';
  const date = item.kind === 'mail' ? item.sent : item.kind === 'event' ? item.start : null;
  const time =
    date === null ? '' : fill('<time datetime="{{date}}">{{day}}</time>', { date, day: shortDay(date) });
  return fill(
    '<li><a href="{{path}}"{{{current}}}><span class="who">{{who}}</span>{{{time}}}<span class="subject">{{subject}}</span></a></li>',
    { path: pathOf(item), current: current ? ' aria-current="page"' : '', who, time, subject: item.subject },
  );
}

async function paneOf(item: DemoItem): Promise<string> {
  const template = await read(`${item.kind}.html`);
  const common = { subject: item.subject, language: item.language, text: await textOf(item) };
  switch (item.kind) {
    case 'mail':
      return fill(template, {
        ...common,
        from: withAddress(item.from),
        to: item.to.map(withAddress).join(', '),
        sent: item.sent,
        date: `${longDay(item.sent)}, ${clock(item.sent)}`,
      });
    case 'event':
      return fill(template, {
        ...common,
        start: item.start,
        time: clock(item.start),
        when: `${longDay(item.start)}, ${timesOf(item)}`,
        place: item.place,
        organiser: withAddress(item.organiser),
        guests: item.guests
          .map((guest) => fill('<li>{{guest}}</li>', { guest: withAddress(guest) }))
          .join('\n'),
      });
    case 'draft':
      return fill(template, { ...common, to: item.to.map(withAddress).join(', ') });
  }
}

/** Fills `{{name}}` with text and `{{{name}}}` with HTML. Throws on a name without a value. */
function fill(template: string, values: Record<string, string>): string {
  return template.replace(/\{\{(\{?)(\w+)\}?\}\}/g, (_, html: string, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`The template asks for "${name}".`);
    return html === '' ? escapeHtml(value) : value;
  });
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

function read(name: string): Promise<string> {
  return readFile(new URL(name, import.meta.url), 'utf8');
}

const withAddress = ({ name, address }: Person): string => `${name} <${address}>`;
const clock = (time: string): string => time.slice(-5);
const timesOf = (event: { start: string; end: string }): string =>
  `${clock(event.start)} - ${clock(event.end)}`;

const inEnglish = (time: string, options: Intl.DateTimeFormatOptions): string =>
  new Date(`${time}Z`).toLocaleDateString('en-GB', { ...options, timeZone: 'UTC' });
const shortDay = (time: string): string => inEnglish(time, { day: 'numeric', month: 'short' });
const longDay = (time: string): string => inEnglish(time, { dateStyle: 'full' });
