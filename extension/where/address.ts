/** An address as people paste it → the site that is to be checked. */
import { patternOfPage } from '../origins.ts';

/** Why there is no such site, as the end of a message's name. */
export type AddressFault = 'empty' | 'mail' | 'http' | 'not_web' | 'not_address';

export type SiteAsked = { pattern: string } | { fault: AddressFault };

/** Longer than any address of a webmail's start page; what is longer is a text. */
const LONGEST = 2000;

export function siteFromAddress(written: string): SiteAsked {
  const typed = written.trim();
  if (typed === '') return { fault: 'empty' };
  if (typed.length > LONGEST) return { fault: 'not_address' };
  const page = URL.parse(withScheme(typed));
  if (page === null) return { fault: 'not_address' };
  if (page.protocol === 'http:') return { fault: 'http' };
  if (page.protocol !== 'https:') return { fault: 'not_web' };
  if (page.username !== '' || page.password !== '')
    return { fault: hasScheme(typed) ? 'not_address' : 'mail' };
  // A host with its last dot is another one to the browsers, and nobody means it.
  const host = page.hostname.endsWith('.') ? page.hostname.slice(0, -1) : page.hostname;
  // A lone word is a host of an office's own network only where somebody wrote it as an address.
  const isWord = !host.includes('.') && !host.startsWith('[');
  if (host === '' || host.includes('*') || (isWord && !hasScheme(typed))) return { fault: 'not_address' };
  const pattern = patternOfPage(`https://${host}/`);
  return pattern === null ? { fault: 'not_address' } : { pattern };
}

const hasScheme = (typed: string): boolean => typed.includes('://');

/** Addresses without "//", which are taken as they stand: "mail.example.gov:8443" looks like one of them. */
const NOT_WEB = /^(?:about|data|file|javascript|view-source):/i;

function withScheme(typed: string): string {
  if (hasScheme(typed) || NOT_WEB.test(typed)) return typed;
  if (typed.startsWith('//')) return `https:${typed}`;
  return `https://${typed.replace(/^mailto:/i, '')}`;
}
