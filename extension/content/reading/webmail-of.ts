import type { Webmail } from '../readers/webmail.ts';

/** Where a mail's text stands, whatever the webmail: a sign in there is no sign. */
const MESSAGE = 'article, [role=article], [role=document], blockquote';

/** The one that is known by this page's host alone. */
export const webmailByHost = (page: Document, webmails: readonly Webmail[]): Webmail | null =>
  webmails.find(({ hosts }) => hosts.includes(page.location.hostname)) ?? null;

/** The one that this page is; null for one that nobody described. */
export function webmailOf(page: Document, webmails: readonly Webmail[]): Webmail | null {
  const byHost = webmailByHost(page, webmails);
  if (byHost !== null) return byHost;
  return webmails.find(({ signs }) => signs.some((sign) => isSign(page.querySelector(sign)))) ?? null;
}

const isSign = (element: Element | null): boolean => element !== null && element.closest(MESSAGE) === null;
