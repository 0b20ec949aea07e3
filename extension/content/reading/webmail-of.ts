import * as dom from '../dom.ts';
import type { Webmail } from '../readers/webmail.ts';
import { firstChildren } from '../tree.ts';
import { MESSAGE } from './parts.ts';

const MOST_IN_HEAD = 300;
const MOST_IN_BODY = 50;

/** The one that this page is, by its host or by signs at its outside; null for one that nobody described. */
export function webmailOf(page: Document, webmails: readonly Webmail[]): Webmail | null {
  const { hostname } = page.location;
  const byHost = webmails.find(({ hosts }) => hosts.includes(hostname));
  if (byHost !== undefined) return byHost;
  const outside = [
    page.documentElement,
    ...firstChildren(page.head, MOST_IN_HEAD),
    page.body,
    ...firstChildren(page.body, MOST_IN_BODY),
  ].filter((element) => element !== null);
  return webmails.find(({ signs }) => isAnyOf(outside, signs.join())) ?? null;
}

/** Some show their signs only deep inside: to look there costs more than all other work on a page without a meeting. */
export function webmailInside(page: Document, webmails: readonly Webmail[]): Webmail | null {
  return webmails.find(({ signs }) => signs.some((sign) => isSign(page.querySelector(sign)))) ?? null;
}

const isAnyOf = (elements: readonly Element[], signs: string): boolean =>
  signs !== '' && elements.some((element) => dom.matches(element, signs) && isSign(element));

/** What stands in a mail's text is no sign, whatever the webmail. */
const isSign = (element: Element | null): boolean =>
  element !== null && dom.closest(element, MESSAGE) === null;
