// @vitest-environment jsdom
import { h, render } from 'preact';
import { beforeEach, expect, it, vi } from 'vitest';
import { Room } from '../../extension/options/rooms/applies.tsx';
import { getMessage } from './locale.ts';

const fake = vi.hoisted(() => {
  type Listener = (changes: Record<string, unknown>, area: string) => void;
  const state: { stored: Record<string, unknown>; listeners: Set<Listener> } = {
    stored: {},
    listeners: new Set(),
  };
  return {
    state,
    storage: {
      local: { get: () => Promise.resolve(state.stored) },
      onChanged: {
        addListener: (one: Listener) => state.listeners.add(one),
        removeListener: (one: Listener) => state.listeners.delete(one),
      },
    },
    i18n: {
      getMessage: (_key: string, _given?: string | string[]): string => '',
      getUILanguage: () => 'en-GB',
    },
  };
});
vi.mock('webextension-polyfill', () => ({ default: fake }));
vi.mock('../../extension/api.ts', () => ({ default: fake }));

beforeEach(async () => {
  fake.i18n.getMessage = getMessage;
  render(null, document.body);
  fake.state.stored = {};
});

async function enter(stored: Record<string, unknown>): Promise<void> {
  fake.state.stored = stored;
  render(h(Room, {}), document.body);
  await vi.waitFor(() => expect(document.querySelector('.applies')).not.toBeNull());
}
const texts = (selector: string): (string | null)[] =>
  [...document.querySelectorAll(selector)].map((one) => one.textContent);

it('for a person without a policy: the built-in advice, and nobody to ask', async () => {
  await enter({});
  expect(texts('.applies-whose h3')).toEqual(['Built-in advice']);
  expect(document.querySelector('.problem, .faults, .applies-whose a, .applies-legend')).toBeNull();
  expect(texts('[data-origin]:not([data-origin="default"])')).toEqual([]);
});

it('whom to ask, as links that give nothing away; other words stay words', async () => {
  const organisation = {
    name: '<img src=x>',
    contact: 'mailto:security@example.gov?subject=x',
    helpUrl: 'https://help.example.gov/meetings',
  };
  await enter({ 'last-good-policy': { organisation, otherPlatforms: { alternative: '<img src=y>' } } });
  const links = [...document.querySelectorAll<HTMLAnchorElement>('.applies-whose a')];
  expect(links.map(({ href, rel, target }) => [href, rel, target])).toEqual([
    ['mailto:security@example.gov?subject=x', '', ''],
    ['https://help.example.gov/meetings', 'noreferrer noopener', '_blank'],
  ]);
  expect(links.map(({ textContent }) => textContent)).toEqual([
    'security@example.gov',
    'Help of your organisation (help.example.gov) (opens in a new tab)',
  ]);
  expect(document.querySelector('img')).toBeNull();
  expect(texts('[data-sentence="other-services"] bdi')).toEqual(['<img src=y>']);
});

it('faults by item, and a lock in words', async () => {
  await enter({ 'last-good-policy': { locked: true, rules: [{ rule: 'no-pascode', level: 'warn' }] } });
  expect(texts('[data-fault="unknown-rule"] code')).toEqual(['rules[0].rule']);
  expect(texts('[data-sentence="no-passcode"] .applies-origin')).toEqual(['built in, cannot be made milder']);
  expect(texts('.applies-legend')).toEqual([' This cannot be made milder.']);
});

it('what cannot be read is said, and never looks like no rules', async () => {
  await enter({ 'last-good-policy': 'nonsense' });
  expect(texts('.problem h3')).toEqual(['In Camera could not read which rules apply']);
  expect(document.querySelector('[data-policy-source="unknown"]')).not.toBeNull();
  expect(document.querySelector('[data-policy-source="default"]')).toBeNull();
  expect(texts('.applies-whose')).toEqual([]);
});

it('follows what is stored, says so once, and stops when the room is left', async () => {
  await enter({});
  expect(texts('[role="status"]')).toEqual(['']);
  fake.state.stored = { 'last-good-policy': { policyVersion: '8' } };
  for (const one of fake.state.listeners) one({ 'last-good-policy': {} }, 'local');
  await vi.waitFor(() =>
    expect(texts('.applies-whose h3')).toEqual(['Rules of your organisation, version 8']),
  );
  expect(texts('[role="status"]')).toEqual(['The rules have changed. You see the new ones.']);
  render(null, document.body);
  await vi.waitFor(() => expect(fake.state.listeners.size).toBe(0));
});
