import { hostMatches } from '../links/hosts.ts';
import type { Policy } from './schema.ts';

/**
 * At Google a calendar may organise an event, and rooms are invited like people (Google Calendar API, concepts). Such an address
 * does not tell whose calendar it is.
 */
const CALENDARS = '*.calendar.google.com';

/** Where a mail address is at, in ASCII and lower case; null for what tells no organisation. */
export function mailDomain(address: string): string | null {
  const written = address.slice(address.lastIndexOf('@') + 1);
  // A name without a dot is of somebody's own network, an address without "@" of somebody's own mail server.
  if (written.length === address.length || !/^[\p{L}\p{M}\p{N}._-]{1,253}$/u.test(written)) return null;
  const host = asciiHost(written).replace(/\.$/, '');
  return host.includes('.') && !hostMatches(host, CALENDARS) ? host : null;
}

/** Empty for what no host may be called. An invitation may have thousands of addresses, and few of them need the URL parser. */
function asciiHost(written: string): string {
  if (/^[\w.-]+$/.test(written)) return written.toLowerCase();
  const link = `https://${written}/`;
  return URL.canParse(link) ? new URL(link).hostname : '';
}

/** What the policy calls the organisation's own, in lower case; null when it does not say, so that nobody is outside. */
export function ownMailDomains({ organisation }: Policy): ReadonlySet<string> | null {
  const { mailDomains = [] } = organisation ?? {};
  return mailDomains.length === 0 ? null : new Set(mailDomains.map((domain) => domain.toLowerCase()));
}

/** "example.gov" names its sub-domains, too; "*.example.gov" names them alone, as it does for hosts. */
export function isOwnMailDomain(domain: string, own: ReadonlySet<string>): boolean {
  for (let rest = domain; ; ) {
    if (own.has(rest)) return true;
    const dot = rest.indexOf('.');
    if (dot < 0) return false;
    rest = rest.slice(dot + 1);
    if (own.has(`*.${rest}`)) return true;
  }
}
