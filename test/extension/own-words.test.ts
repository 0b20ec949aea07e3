import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { LANGUAGES, ownWordsFrom, speak, wordsInPages, wordsOf } from '../../extension/own-words.ts';
import { isRecord } from '../../src/record.ts';

vi.mock('../../extension/api.ts', () => ({
  default: { i18n: { getMessage: (key: string) => `browser ${key}`, getUILanguage: () => 'nl-BE' } },
}));
const { language, numberLocale, text } = await import('../../extension/texts.ts');

const WORDS = wordsOf({
  extension_language: { message: 'de' },
  rule_a: { message: 'Ein $PLATFORM$-Link, $$5 und $2', placeholders: { platform: { content: '$1' } } },
});
const own = (words: Record<string, string>) => ownWordsFrom({ language: 'de', version: '1', words });

afterEach(() => speak(null));

describe('own words', () => {
  it('stand in place of the browser’s, with their gaps filled as the browser fills them', () => {
    expect(text('rule_a')).toBe('browser rule_a');
    speak(own(WORDS));
    expect(text('rule_a', 'Zoom $2', 'b')).toBe('Ein Zoom $2-Link, $5 und b');
    expect(text('rule_b')).toBe('browser rule_b');
    expect(language()).toBe('de');
    expect(numberLocale()).toBe('de');
  });

  it.each([
    undefined,
    null,
    'x',
    {},
    { language: 'xx', version: '1', words: {} },
    { language: 'de', words: {} },
  ])('are none in %j', (stored) => expect(ownWordsFrom(stored)).toBeNull());

  it('are sent to pages without those of our own pages', () => {
    const words = {
      rule_a: 'x',
      notice_b: 'x',
      popup_c: 'x',
      settings_d: 'x',
      first_run_e: 'x',
      level_warn: 'x',
    };
    const sent = own(words);
    expect(Object.keys(sent === null ? {} : wordsInPages(sent))).toEqual([
      'rule_a',
      'notice_b',
      'level_warn',
    ]);
  });

  it('hold every word that a script in a page may say', () => {
    const keys = ['notice', 'notice-advice', 'late-notice', 'hold-dialog', 'own-root'].flatMap((file) => {
      const code = readFileSync(`extension/content/${file}.ts`, 'utf8');
      return [...code.matchAll(/(?:text|word|counted)\(\s*[`']([a-z_]+)/g)].map(([, key = '']) => key);
    });
    expect(keys.length).toBeGreaterThan(10);
    const all = Object.fromEntries(keys.map((key) => [`${key}_x`, 'x']));
    const sent = own(all);
    expect(Object.keys(sent === null ? {} : wordsInPages(sent))).toEqual(Object.keys(all));
  });
});

it('offers every language that there is, each by its own code', () => {
  const folders = readdirSync('extension/public/_locales');
  expect(folders.toSorted()).toEqual([...LANGUAGES].sort());
  for (const folder of folders) {
    const messages: unknown = JSON.parse(
      readFileSync(`extension/public/_locales/${folder}/messages.json`, 'utf8'),
    );
    expect(isRecord(messages) && messages['extension_language']).toMatchObject({ message: folder });
  }
});
