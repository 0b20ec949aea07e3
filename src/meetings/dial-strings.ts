import type { DialString } from '../platforms/platform.ts';

/** The numbers and keys by which a phone joins, as invitations write them. Linear in the text's length. */

/** "+31 20 794 4000", "+49-619-6781-9736": at least eight digits after a plus. Offsets. */
export function phoneNumbersIn(text: string): number[] {
  const found: number[] = [];
  for (let plus = text.indexOf('+'); plus !== -1; plus = text.indexOf('+', plus + 1))
    if (/^\+\d(?:[\s().\-–/]{0,2}\d){7}/.test(text.slice(plus, plus + 32))) found.push(plus);
  return found;
}

/** A number with its keys: "+31207944000,,27413058812##". The keys begin at the pause after the number. */
const DIAL_STRING = /\d(,{2,10}[*\d][*#,\d]{2,80})/g;

/** Keys that are only a meeting's number; no hash need end them. Other keys without one are anything. */
const NUMBER_ALONE = /^,{2,10}(?:\*01\*)?\d{9,12}$/;

const LONGEST_PHONE_LINK = 2000;

/** Of a `tel:` address: whatever stands behind the pauses was meant as keys. */
export function dialStringsOfLink(href: string): DialString[] {
  return keysIn(href.slice(0, LONGEST_PHONE_LINK));
}

/** Of a text: keys without a hash are a meeting's number alone, or no keys. */
export function dialStringsIn(text: string): DialString[] {
  return keysIn(text).filter((keys) => keys.includes('#') || NUMBER_ALONE.test(keys));
}

/** "#", "*" and "," may be percent-encoded. */
function keysIn(text: string): DialString[] {
  if (!text.includes(',,') && !text.includes('%2')) return [];
  const dialled = text.replace(/%23/g, '#').replace(/%2a/gi, '*').replace(/%2c/gi, ',');
  return Array.from(dialled.matchAll(DIAL_STRING), (match) => match[1] ?? '');
}

/** Nine to eleven digits are the number of a Webex or Zoom meeting, then it must be this one's. Others are PINs and conference ids. */
export function mayBelongTo(keys: DialString, own: string | null): boolean {
  if (own === null || !/^\d{9,11}$/.test(own)) return true;
  const dialled = dialledNumber(keys);
  return dialled === null || dialled === own;
}

/** The meeting's number that a dial string gives; null for one that gives none. */
export function dialledNumber(keys: DialString): string | null {
  return /^,+(?:\*01\*)?(\d{9,11})(?:#|$)/.exec(keys)?.[1] ?? null;
}
