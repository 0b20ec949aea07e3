import type { Timing } from '../../../src/model.ts';
import * as dom from '../dom.ts';
import { closest, isShown, sameTree } from '../tree.ts';

/**
 * Times that a page writes for programs (HTML standard, `time` and `input`). A date as people read it differs by language and settings:
 * what it says is not guessed at (facts/webmail-dom.md section 9).
 */

const MAX_LOOKED_AT = 400;
/** A mail's own text, or an older one that it holds. */
const QUOTED = 'blockquote, [role=document]';
const DAY = 86_400_000;
const DAY_FIELDS = 'input[type=date], input[type=datetime-local]';
/** A day, alone or with a time of it. The standard also knows months, weeks, and times of no day. */
const MOMENT = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?)?$/;

/**
 * When a mail was made: the closest time before its text. What a sender writes into the text itself proves as much as the date that he
 * gives the mail. `text`: its body, or something in it. Null when no time is written, or only one to come.
 */
export function timingOfMail(part: Element, text: Element): Timing | null {
  const own = sameTree(text, dom.firstElementChild(part) ?? part);
  let created: number | null = null;
  for (const time of [...dom.querySelectorAll(part, 'time[datetime]')].slice(0, MAX_LOOKED_AT)) {
    if ((dom.compareDocumentPosition(time, own) & Node.DOCUMENT_POSITION_FOLLOWING) === 0) break;
    const moment = momentOf(dom.getAttribute(time, 'datetime'));
    if (moment === null || moment > Date.now() || !isShown(time) || closest(time, QUOTED) !== null) continue;
    created = moment;
  }
  return created === null ? null : { created: new Date(created).toISOString(), lastOccurrence: null };
}

/** The latest time that an event's part holds, if it is not over: of one that is, nobody knows whether more follow. */
export function timingOfEvent(part: Element): Timing | null {
  const times = [...dom.querySelectorAll(part, `time[datetime], ${DAY_FIELDS}`)]
    .slice(0, MAX_LOOKED_AT)
    .filter(isShown)
    .map((one) => momentOf('value' in one ? String(one.value) : dom.getAttribute(one, 'datetime')));
  const last = Math.max(...times.map((moment) => moment ?? Number.NEGATIVE_INFINITY));
  return last + DAY >= Date.now() ? { created: null, lastOccurrence: new Date(last).toISOString() } : null;
}

/** From one time until another, beside each other: no mail has those. */
export function tellsSpan(part: Element): boolean {
  return [...dom.querySelectorAll(part, 'time[datetime]')].slice(0, MAX_LOOKED_AT).some((time) => {
    const end = dom.nextElementSibling(time);
    if (end === null || dom.localName(end) !== 'time' || !isShown(end) || closest(time, QUOTED) !== null)
      return false;
    const [from, until] = [time, end].map((one) => momentOf(dom.getAttribute(one, 'datetime')));
    return from != null && until != null && until > from;
  });
}

/** Milliseconds since 1970; a time without a zone is this machine's, a day alone begins where UTC's does. */
function momentOf(written: string | null): number | null {
  const moment = written !== null && MOMENT.test(written.trim()) ? Date.parse(written.trim()) : Number.NaN;
  return Number.isNaN(moment) ? null : moment;
}
