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

/** A message by its key; empty if the locale has none. */
export function text(key: string, ...substitutions: string[]): string {
  return browser.i18n.getMessage(key, substitutions);
}

/** `meeting` is the one the finding points at, if any. */
export function findingTexts(finding: Finding, meeting: Meeting | undefined, surface: Surface): FindingTexts {
  const { ownTexts } = finding;
  const own = ownTexts.length === 0 ? null : ownTextFor(browser.i18n.getUILanguage(), ownTexts);
  const stem = `rule_${finding.rule.replaceAll('-', '_')}`;
  const first = (...keys: (string | null)[]): string => {
    for (const key of keys) {
      const found = key === null ? '' : text(key, ...finding.substitutions);
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
