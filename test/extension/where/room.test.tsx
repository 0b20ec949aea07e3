// @vitest-environment jsdom
import { render } from 'preact';
import { beforeEach, expect, it, vi } from 'vitest';
import { getMessage } from '../locale.ts';

const fake = vi.hoisted(() => {
  const listeners: Record<'added' | 'removed' | 'stored', ((changes: Record<string, unknown>) => void)[]> = {
    added: [],
    removed: [],
    stored: [],
  };
  const event = (name: keyof typeof listeners) => ({
    addListener: (listener: (changes: Record<string, unknown>) => void) => listeners[name].push(listener),
    removeListener: (listener: (changes: Record<string, unknown>) => void) => {
      listeners[name] = listeners[name].filter((one) => one !== listener);
    },
  });
  const state: {
    granted: string[] | null;
    stored: Record<string, unknown> | null;
    requested: string[][];
    answer: boolean | Error;
    isPrivate: boolean | null;
  } = { granted: [], stored: {}, requested: [], answer: true, isPrivate: true };
  return {
    state,
    listeners,
    runtime: {
      getManifest: () => ({
        host_permissions: ['https://mail.google.com/*'],
        content_scripts: [
          {
            matches: [
              'https://mail.google.com/*',
              'https://outlook.office.com/*',
              'https://outlook.live.com/*',
            ],
            js: ['content/in-camera.iife.js'],
          },
          { matches: ['https://*.zoom.us/*', 'https://meet.jit.si/*'], js: ['content/join.iife.js'] },
        ],
      }),
      getURL: (path: string) => `chrome-extension://id${path}`,
    },
    permissions: {
      getAll: () =>
        state.granted === null
          ? Promise.reject(new Error('no'))
          : Promise.resolve({ origins: state.granted }),
      contains: ({ origins }: { origins: string[] }) =>
        Promise.resolve(origins.every((one) => state.granted?.includes(one))),
      request({ origins }: { origins: string[] }) {
        state.requested.push(origins);
        if (state.answer instanceof Error) return Promise.reject(state.answer);
        if (state.answer) state.granted?.push(...origins);
        return Promise.resolve(state.answer);
      },
      onAdded: event('added'),
      onRemoved: event('removed'),
    },
    storage: {
      local: {
        get: () => (state.stored === null ? Promise.reject(new Error('no')) : Promise.resolve(state.stored)),
        onChanged: event('stored'),
      },
    },
    extension: {
      isAllowedIncognitoAccess: () =>
        state.isPrivate === null ? Promise.reject(new Error('no')) : Promise.resolve(state.isPrivate),
    },
    i18n: {
      getMessage: (_key: string, _given?: string | string[]): string => '',
      getUILanguage: () => 'en-GB',
    },
  };
});
vi.mock('webextension-polyfill', () => ({ default: fake }));
vi.mock('../../../extension/api.ts', () => ({ default: fake }));
const { Room } = await import('../../../extension/options/rooms/where.tsx');

const ALL = [
  'https://mail.google.com/*',
  'https://outlook.office.com/*',
  'https://outlook.live.com/*',
  'https://*.zoom.us/*',
  'https://meet.jit.si/*',
];
const access = (...wanted: string[]) => ({ missing: [], asked: [], wanted });

beforeEach(() => {
  Object.assign(fake.state, {
    granted: [...ALL],
    stored: { access: access() },
    requested: [],
    answer: true,
    isPrivate: true,
  });
  fake.i18n.getMessage = getMessage;
  render(null, document.body);
});

async function enter(): Promise<void> {
  render(<Room />, document.body);
  await vi.waitFor(() => expect(document.body.textContent).toMatch(/Private windows|does not say which/));
}
const words = (selector: string): string => document.querySelector(selector)?.textContent ?? '';
const site = (name: string): HTMLElement => {
  const found = document.querySelector<HTMLElement>(`[data-site="${name}"]`);
  if (found === null) throw new Error(`no ${name}`);
  return found;
};
const said = (): string => words('[role=status]');

it('names each webmail with its hosts, and asks for those alone that are not allowed', async () => {
  fake.state.granted = ALL.filter((one) => !one.includes('live'));
  await enter();
  expect(site('Gmail').dataset.stateOfSite).toBe('read');
  const outlook = site('Outlook');
  expect(outlook.dataset.stateOfSite).toBe('not-allowed');
  expect(outlook.textContent).toContain('outlook.office.com, outlook.live.com');
  expect(outlook.textContent).toContain('Not allowed: outlook.live.com');
  outlook.querySelector('button')?.click();
  expect(fake.state.requested).toEqual([['https://outlook.live.com/*']]);
  await vi.waitFor(() => expect(said()).toBe('Allowed: Outlook. In Camera checks there from now on.'));
});

it('follows what is withdrawn elsewhere, and offers all of it at once', async () => {
  await enter();
  fake.state.granted = [];
  for (const listener of fake.listeners.removed) listener({});
  await vi.waitFor(() => expect(site('Gmail').dataset.stateOfSite).toBe('not-allowed'));
  expect(words('[data-missing="2"]')).toContain('Addresses that the browser does not allow: 2');
  document.querySelector<HTMLElement>('.allow-all')?.click();
  expect(fake.state.requested).toEqual([ALL.slice(0, 3)]);
});

it('tells the organisation’s sites from the person’s own', async () => {
  fake.state.stored = { access: access('https://mail.example.gov/*', 'https://post.example.gov/*') };
  fake.state.granted?.push('https://post.example.gov/*', 'https://own.example.org/*');
  await enter();
  const states = [...document.querySelectorAll<HTMLElement>('[data-group="policy"] li')].map(
    ({ dataset }) => `${dataset.site} ${dataset.stateOfSite}`,
  );
  expect(states).toEqual(['mail.example.gov waiting', 'post.example.gov read']);
  expect(words('[data-group="own"] ul')).toContain('own.example.org');
  expect(words('[data-group="own"] ul')).not.toContain('post.example.gov');
});

it('says when the browser refuses, or cannot ask', async () => {
  fake.state.granted = ALL.slice(1);
  fake.state.answer = false;
  await enter();
  site('Gmail').querySelector('button')?.click();
  await vi.waitFor(() => expect(said()).toBe('Not allowed: Gmail. Nothing has changed.'));
  fake.state.answer = new Error('no');
  site('Gmail').querySelector('button')?.click();
  await vi.waitFor(() => expect(said()).toContain('Your browser cannot allow this: Gmail.'));
});

it('says on how many days a webmail was read in part, by site or by product', async () => {
  const today = new Date().toISOString().slice(0, 10);
  fake.state.stored = {
    access: access(),
    'reader-misses': { [today]: { 'gmail mail-read title': 3, 'roundcube mail-read body': 1 } },
  };
  await enter();
  expect(site('Gmail').dataset.stateOfSite).toBe('limited');
  expect(site('Gmail').textContent).toContain('Limited check on 1 of the last 7 days');
  expect(words('[data-limited="roundcube"]')).toContain('Roundcube: Limited check on 1');
  expect(site('Outlook').textContent).not.toContain('Limited');
});

it.each([
  ['fails', null],
  ['holds nonsense', { access: 'nonsense' }],
])('does not look well when the storage %s', async (_, stored) => {
  fake.state.stored = stored;
  await enter();
  expect(words('[data-group="policy"]')).toContain('could not read which sites your organisation has named');
  expect(words('[data-group="webmail"]').includes('could not read on which days')).toBe(stored === null);
});

it('says that it does not know when the browser gives no answer', async () => {
  fake.state.granted = null;
  await enter();
  expect(document.body.textContent).toContain('it is not known where it checks');
  expect(document.querySelectorAll('.site')).toHaveLength(0);
});

it.each([
  [true, 'checks in private windows, too'],
  [false, 'In private windows In Camera checks nothing.'],
  [null, 'does not say whether'],
])('tells whether private windows are checked: %s', async (isPrivate, sentence) => {
  fake.state.isPrivate = isPrivate;
  await enter();
  expect(words('[data-group="private"]')).toContain(sentence);
});
