/** The inbox of the bench's Roundcube session: twenty mails as one morning brings them. Nothing is random. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { items } from '../demo/items.ts';
import { prose } from './bench-texts.ts';

export interface BenchMail {
  /** A file name. */
  name: string;
  subject: string;
  raw: string;
  /** `fault`: an invitation that is warned about; `good`: one that is not. */
  kind: 'ordinary' | 'good' | 'fault';
}

const root = fileURLToPath(new URL('../', import.meta.url));

const ORDINARY = [
  'corpus/ordinary/newsletter-about-zoom',
  'corpus/ordinary/newsletter-awstrack',
  'corpus/ordinary/newsletter-mandrill',
  'corpus/ordinary/release-notes',
  'corpus/ordinary/safelinks-shown-link',
  'corpus/ordinary/signature-phones',
  'corpus/ordinary/teams-notification',
  'webmail/mails/no-meeting',
];
const GOOD = ['zoom-good', 'teams-good', 'webex-good', 'meet-good'];
const FAULTS = ['zoom-no-passcode', 'webex-open-dial-in', 'webex-personal-room', 'lookalike'];

/** In the order in which they are opened. The last one is at fault. */
export function benchMails(): BenchMail[] {
  const ordinary = [
    ...ORDINARY.map((path) => fromFile(path, 'ordinary')),
    mail('newsletter-30-kb', 'Nieuwsbrief van de gemeente', 'ordinary', newsletter()),
    mail('discussion-20-kb', 'Re: begroting, tweede ronde', 'ordinary', discussion()),
  ];
  const good = [
    ...GOOD.map((id) => fromDemo(id, 'good')),
    fromFile('webmail/mails/teams-safelinks-good', 'good'),
    fromFile('corpus/meetings/zoom-passcode-only-in-text', 'good'),
  ];
  const faults = FAULTS.map((id) => fromDemo(id, 'fault'));
  const turns = [ordinary, good, ordinary, faults, ordinary, good];
  const mails: BenchMail[] = [];
  const count = ordinary.length + good.length + faults.length;
  for (let turn = 0; mails.length < count; turn++) {
    const next = turns[turn % turns.length]?.shift();
    if (next !== undefined) mails.push(next);
  }
  const last = mails.findLastIndex(({ kind }) => kind === 'fault');
  return [...mails.slice(0, last), ...mails.slice(last + 1), ...mails.slice(last, last + 1)];
}

function fromFile(path: string, kind: BenchMail['kind']): BenchMail {
  const raw = readFileSync(`${root}test/${path}.eml`, 'latin1');
  const subject = /^subject: (.*?)\r?$/im.exec(raw)?.[1] ?? '';
  return { name: path.replaceAll('/', '-'), subject, raw, kind };
}

function fromDemo(id: string, kind: BenchMail['kind']): BenchMail {
  const subject = items.find((item) => item.id === id)?.subject;
  if (subject === undefined) throw new Error(`The demonstration has no ${id}.`);
  return mail(id, subject, kind, readFileSync(`${root}demo/items/${id}.html`, 'utf8'));
}

function mail(name: string, subject: string, kind: BenchMail['kind'], html: string): BenchMail {
  const headers = [
    'From: Hanna Brink <h.brink@examplestad.example>',
    'To: Anna Vermeer <anna.vermeer@ministerie.example>',
    `Subject: ${subject}`,
    'Date: Mon, 02 Nov 2026 09:00:00 +0100',
    `Message-ID: <${name}@bench.example>`,
    'MIME-Version: 1.0',
    'Content-Type: text/html; charset=utf-8',
    'Content-Transfer-Encoding: base64',
  ];
  const lines =
    Buffer.from(html)
      .toString('base64')
      .match(/.{1,76}/g) ?? [];
  return { name, subject, kind, raw: `${headers.join('\n')}\n\n${lines.join('\n')}\n` };
}

/** Tables in tables, as newsletters are laid out; forty items with a link each, some 30 KB. */
function newsletter(): string {
  const item = (index: number): string =>
    `<table width="600" cellpadding="0" cellspacing="0"><tr><td style="padding: 12px; font: 14px Arial"><h3 style="color: #154273">Bericht ${index}</h3>
<table><tr><td><p>${prose(400)}</p><a href="https://nieuws.examplestad.example/bericht/${index}?utm_source=nieuwsbrief">Lees verder</a></td></tr></table></td></tr></table>`;
  return Array.from({ length: 40 }, (_, index) => item(index)).join('\n');
}

/** Replies under replies, without a meeting. */
function discussion(): string {
  return Array.from(
    { length: 20 },
    (_, index) => `<div>Op ma 2 nov 2026 om 0${index % 10}:15 schreef collega ${index}:</div>
<blockquote style="border-left: 2px solid #ccc; padding-left: 8px"><p>${prose(900)}</p></blockquote>`,
  ).join('\n');
}
