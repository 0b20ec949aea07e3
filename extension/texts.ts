/** The words for what the core found. All of them stand in public/_locales; here is only which one. */
import browser from 'webextension-polyfill';
import type { Finding, Meeting } from '../src/model.ts';

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
export function findingTexts(finding: Finding, meeting: Meeting | undefined): FindingTexts {
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
  const platform = meeting === undefined ? null : `${stem}_next_${meeting.platform.replaceAll('-', '_')}`;
  return {
    what: first(variant('what'), `${stem}_what`),
    why: first(variant('why'), `${stem}_why`),
    next: first(variant('next'), platform, `${stem}_next`),
  };
}
