/** A webmail's page for an invitation that the demonstration does not hold: the case of a rule, for one. */
import { readFileSync } from 'node:fs';
import type { RuleCase } from '../../src/rules/rule.ts';

export type Invitation = Pick<RuleCase, 'title' | 'text' | 'anchors' | 'sender' | 'recipients' | 'surface'>;

const CSS = readFileSync(new URL('../../demo/webmail.css', import.meta.url), 'utf8');
const NOBODY = { name: 'Hanna Brink', address: 'h.brink@examplestad.example' };
const OWNER = { name: 'Noor Aalbers', address: 'n.aalbers@examplestad.example' };
const TITLE = 'Overleg';

export function invitationPage(invitation: Invitation): string {
  const { title = TITLE, surface, recipients } = invitation;
  // On a page that nobody described, only an event tells for certain who is invited.
  const shape = surface?.endsWith('-write') ? written : recipients === undefined ? read : event;
  const inside = shape(invitation);
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escaped(title)} - Webmail</title><style>${CSS} body { display: block }</style></head>
<body><main>${inside}</main></body></html>`;
}

function read({ title = TITLE, sender = NOBODY, recipients = [OWNER], ...body }: Invitation): string {
  return `<article class="mail" aria-labelledby="subject">
<div class="toolbar" role="toolbar"><button type="button">Reply</button><button type="button">Delete</button></div>
<header><h1 id="subject">${escaped(title)}</h1>
<dl><dt>From</dt><dd>${people([sender])}</dd><dt>To</dt><dd>${people(recipients)}</dd></dl></header>
<div class="text" role="document" aria-label="Message text">${textOf(body)}</div></article>`;
}

function event({ title = TITLE, sender = NOBODY, recipients = [], ...body }: Invitation): string {
  return `<div class="event" role="dialog" aria-labelledby="subject">
<div class="toolbar"><button type="button">Accept</button><button type="button" aria-label="Close">✕</button></div>
<h2 id="subject">${escaped(title)}</h2>
<dl><dt>When</dt><dd><time datetime="2026-12-01T09:30">Tuesday 1 December 2026, 09:30 - 11:00</time></dd>
<dt>Organiser</dt><dd>${people([sender])}</dd><dt>Guests</dt><dd>${people(recipients)}</dd></dl>
<div class="text" role="document" aria-label="Description">${textOf(body)}</div></div>`;
}

function written({ title = TITLE, recipients = [], ...body }: Invitation): string {
  return `<form class="draft" aria-label="New message">
<div class="toolbar" role="toolbar"><button type="submit" class="send">Send</button><button type="button">Attach</button></div>
<label>To <input name="to" value="${addresses(recipients)}"></label>
<label>Subject <input name="subject" value="${escaped(title)}"></label>
<div class="text" contenteditable="true" role="textbox" aria-multiline="true" aria-label="Message text">${textOf(body)}</div></form>`;
}

/** The text with its links where they stand, a line for each line. A link that stands nowhere in it follows. */
function textOf({ text, anchors = [] }: Pick<Invitation, 'text' | 'anchors'>): string {
  let html = '';
  let from = 0;
  const link = (href: string, shown: string): string => `<a href="${escaped(href)}">${escaped(shown)}</a>`;
  const later: string[] = [];
  for (const { href, text: shown, at } of [...anchors].sort((one, other) => one.at - other.at)) {
    if (at < from || text.slice(at, at + shown.length) !== shown) {
      later.push(`<p>${link(href, shown === '' ? href : shown)}</p>`);
      continue;
    }
    html += escaped(text.slice(from, at)) + link(href, shown);
    from = at + shown.length;
  }
  html += escaped(text.slice(from));
  return `<p>${html.replaceAll('\n', '<br>\n')}</p>${later.join('')}`;
}

const people = (all: readonly { name: string; address: string }[]): string =>
  all
    .map(({ name, address }) => `<a href="mailto:${escaped(address)}">${escaped(name || address)}</a>`)
    .join(', ');

const addresses = (all: readonly { address: string }[]): string =>
  all.map(({ address }) => escaped(address)).join(', ');

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
