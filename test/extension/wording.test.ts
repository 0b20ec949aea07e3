import { describe, expect, it, vi } from 'vitest';
import type { Trouble } from '../../extension/messages.ts';
import en from '../../extension/public/_locales/en/messages.json' with { type: 'json' };
import { platformName, policyLine } from '../../extension/wording.ts';
import {
  type DialInState,
  LEVELS,
  type Marking,
  type PasscodeState,
  type PolicyFault,
  type PolicyNote,
  type Room,
  type Unknown,
} from '../../src/model.ts';
import { PLATFORMS } from '../../src/platforms/index.ts';
import { withPlatformNames } from '../../tools/platform-names.ts';
import { LOCALES, type LocaleMessage } from './languages.ts';
import { BUILT_IN, ORGANISATION } from './samples.ts';

vi.mock('../../extension/api.ts', async () => {
  const { getMessage } = await import('./locale.ts');
  return { default: { i18n: { getMessage, getUILanguage: () => 'en-GB' } } };
});

const LANGUAGES = Object.fromEntries(LOCALES);

/** The compiler asks for every member of each union. */
const all = <T extends string>(members: Record<T, 1>): string[] => Object.keys(members);
const GROUPS: Record<string, readonly string[]> = {
  level: LEVELS,
  room: all<Room>({ 'one-off': 1, personal: 1, permanent: 1, unknown: 1 }),
  passcode: all<PasscodeState>({
    'in-text': 1,
    'in-link': 1,
    both: 1,
    withheld: 1,
    absent: 1,
    'none-by-design': 1,
    unknown: 1,
  }),
  dial_in: all<DialInState>({ none: 1, open: 1, protected: 1, pin: 1, unknown: 1 }),
  found_in: all<Marking['foundIn']>({ title: 1, body: 1, label: 1, header: 1, calendar: 1 }),
  policy_source: all<PolicyNote['source']>({ file: 1, managed: 1, local: 1, default: 1 }),
  popup_source: all<PolicyNote['source']>({ file: 1, managed: 1, local: 1, default: 1 }),
  trouble: all<Trouble>({
    'reader-failed': 1,
    'worker-silent': 1,
    'review-failed': 1,
    'notice-removed': 1,
    'kept-out': 1,
  }),
  unknown: all<Unknown>({
    lobby: 1,
    e2ee: 1,
    created: 1,
    passcode: 1,
    'dial-in': 1,
    'more-meetings': 1,
    'calendar-attachment': 1,
    'rest-of-text': 1,
    'closed-frame': 1,
    label: 1,
    invitation: 1,
  }),
  fault: all<PolicyFault['problem']>({
    'not-json': 1,
    empty: 1,
    'wrong-type': 1,
    'wrong-value': 1,
    missing: 1,
    'unknown-key': 1,
    'unknown-rule': 1,
    'unknown-marking': 1,
    'unknown-scheme': 1,
    'unknown-platform': 1,
    'unknown-incident': 1,
    twice: 1,
    'too-many': 1,
    'dropped-by-browser': 1,
    unanswered: 1,
    expired: 1,
  }),
};

it.each(Object.keys(LANGUAGES))('%s has a word for everything that a review can hold', (language) => {
  const messages = LANGUAGES[language] ?? {};
  const wanted = Object.entries(GROUPS).flatMap(([group, ids]) =>
    ids.map((id) => `${group}_${id.replaceAll('-', '_')}`),
  );
  expect(wanted.filter((key) => messages[key] === undefined)).toEqual([]);
});

/** Those of the browsers ($1) and ours ($PLATFORM$). */
const gaps = (message: string): string[] =>
  [...new Set(message.match(/\$(?:\d|[a-z_]+\$)/gi)?.map((gap) => gap.toLowerCase()))].sort();

describe.each(LOCALES)('%s', (_, messages) => {
  const keys = Object.keys(en);

  it('has every message of English, and no other', () => {
    const forgotten = keys.filter((key) => messages[key] === undefined);
    expect({ forgotten, strays: Object.keys(messages).filter((key) => !keys.includes(key)) }).toEqual({
      forgotten: [],
      strays: [],
    });
  });

  it('has the same gaps in each, and a note for translators (npm run generate)', () => {
    for (const [key, { message, description, ...more }] of Object.entries<LocaleMessage>(en)) {
      const own = messages[key];
      expect(own?.message.trim(), key).not.toBe('');
      expect(gaps(own?.message ?? ''), key).toEqual(gaps(message));
      expect(description, key).not.toBe('');
      expect({ ...own, message: '' }, key).toEqual({ message: '', description, ...more });
    }
  });
});

it('keeps the messages sorted, and their names within what browsers accept', () => {
  for (const messages of Object.values(LANGUAGES)) {
    const keys = Object.keys(messages);
    expect(keys).toEqual([...keys].sort());
    expect(keys.filter((key) => !/^[a-z0-9_]+$/.test(key))).toEqual([]);
  }
});

it.each(Object.entries(LANGUAGES))(
  '%s has the names that src/platforms gives (npm run generate)',
  (_, messages) => {
    // As text, because the order counts too.
    expect(JSON.stringify(messages)).toBe(JSON.stringify(withPlatformNames(messages)));
  },
);

it.each(PLATFORMS.map((platform) => [platform.id, platform.name]))('calls %s %s', (id, name) => {
  expect(platformName(id)).toBe(name);
});

it('gives the id of a platform that has no name', () => {
  expect(platformName('of-an-older-version')).toBe('of-an-older-version');
});

it('names whose rules apply', () => {
  expect(policyLine(BUILT_IN)).toBe('Built-in advice');
  expect(policyLine(ORGANISATION)).toBe('Rules of Gemeente Voorbeeldstad, version 2026-11-01');
  expect(policyLine({ ...ORGANISATION, organisation: null, version: null })).toBe(
    'Rules of your organisation',
  );
  expect(policyLine({ ...ORGANISATION, source: 'local' })).toBe('Your own settings, version 2026-11-01');
});
