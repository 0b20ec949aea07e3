/** The words for what the core found. All of them stand in public/_locales; here is only which one. */

import type { Finding, Meeting, Surface } from '../src/model.ts';
import { ownTextFor } from '../src/rules/own-text.ts';
import browser from './api.ts';

export interface FindingTexts {
  /** One plain sentence: what is wrong. */
  what: string;
  why: string;
  /** The next step, on that very platform where we know it. */
  next: string;
}

declare global {
  /** Words of a language that the person chose (own-words.ts), where it is not the browser's. */
  var inCameraWords: Readonly<Record<string, string>> | undefined;
}

/** A message by its key; empty if the locale has none. */
export function text(key: string, ...substitutions: string[]): string {
  const own = globalThis.inCameraWords?.[key];
  if (own === undefined) return browser.i18n.getMessage(key, substitutions);
  return own.replace(/\$(?:\$|([1-9]))/g, (_, gap?: string) =>
    gap === undefined ? '$' : (substitutions[Number(gap) - 1] ?? ''),
  );
}

/** BCP 47: of the words that people see. */
export const language = (): string => text('extension_language') || 'en';

/** How numbers and dates are written: as in the browser's own country, where that speaks the language of the words. */
export function numberLocale(): string {
  const words = language();
  const browsers = browser.i18n.getUILanguage().replace('_', '-');
  return browsers.split('-', 1)[0] === words ? browsers : words;
}

/** A day ("2026-11-01") as people write it; whatever else, as it is. Days have no zone: read and written as UTC. */
function dayInWords(written: string): string {
  if (!/^\d{4}-\d\d-\d\d$/.test(written)) return written;
  const day = new Date(`${written}T00:00:00Z`);
  if (Number.isNaN(day.getTime())) return written;
  return new Intl.DateTimeFormat(numberLocale(), { dateStyle: 'long', timeZone: 'UTC' }).format(day);
}

/** `meeting` is the one the finding points at, if any. */
export function findingTexts(finding: Finding, meeting: Meeting | undefined, surface: Surface): FindingTexts {
  const { ownTexts } = finding;
  const substitutions = finding.substitutions.map(dayInWords);
  const spoken = globalThis.inCameraWords === undefined ? browser.i18n.getUILanguage() : language();
  const own = ownTexts.length === 0 ? null : ownTextFor(spoken, ownTexts);
  const stem = `rule_${finding.rule.replaceAll('-', '_')}`;
  const first = (...keys: (string | null)[]): string => {
    for (const key of keys) {
      const found = key === null ? '' : text(key, ...substitutions);
      if (found !== '') return found;
    }
    return '';
  };
  const variant = (part: string): string | null =>
    finding.variant === null ? null : `${stem}_${part}_${finding.variant.replaceAll('-', '_')}`;
  const platform = (part: string): string | null =>
    meeting === undefined ? null : `${stem}_${part}_${meeting.platform.replaceAll('-', '_')}`;
  // Who writes the invitation is told what to mend, not whom to ask.
  const writing = surface === 'mail-write' || surface === 'event-write';
  const mend = writing ? [variant('next_write'), platform('next_write'), `${stem}_next_write`] : [];
  return {
    what: own ?? first(variant('what'), `${stem}_what`),
    why: first(variant('why'), `${stem}_why`),
    next: first(...mend, variant('next'), platform('next'), `${stem}_next`),
  };
}
