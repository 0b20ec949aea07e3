import type { Webmail } from '../readers/webmail.ts';

/** Where a mail's text stands, whatever the webmail: a sign in there is no sign. */
const MESSAGE = 'article, [role=article], [role=document], blockquote';

/** The one that this page is; null for one that nobody described. */
export function webmailOf(page: Document, webmails: readonly Webmail[]): Webmail | null {
  const { hostname } = page.location;
  const byHost = webmails.find(({ hosts }) => hosts.includes(hostname));
  if (byHost !== undefined) return byHost;
  return webmails.find(({ signs }) => signs.some((sign) => isSign(page.querySelector(sign)))) ?? null;
}

const isSign = (element: Element | null): boolean => element !== null && element.closest(MESSAGE) === null;
