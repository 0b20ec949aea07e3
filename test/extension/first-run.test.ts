import { beforeEach, expect, it, vi } from 'vitest';
import { DEFAULT_POLICY } from '../../src/policy/defaults.ts';
import type { PolicyInForce } from '../../src/policy/in-force.ts';
import { fakeBrowser } from './browser.ts';

let fake = fakeBrowser();
let opened: string[] = [];
let installed: (details: { reason: string }) => void = () => undefined;
vi.mock('webextension-polyfill', () => ({
  default: new Proxy(
    {},
    {
      get: (_, name) =>
        name === 'runtime'
          ? {
              ...fake.runtime,
              onInstalled: {
                addListener(listener: typeof installed) {
                  installed = listener;
                },
              },
            }
          : name === 'tabs'
            ? { create: ({ url }: { url: string }) => Promise.resolve(opened.push(url)) }
            : Reflect.get(fake, name),
    },
  ),
}));

/** Managed storage, which answers when it likes. */
let answer: (policy: PolicyInForce) => void = () => undefined;
vi.mock('../../extension/background/policy-store.ts', () => ({
  policyOnceRead: () =>
    new Promise<PolicyInForce>((resolve) => {
      answer = resolve;
    }),
}));

/** A start of the worker. */
async function start(): Promise<void> {
  vi.resetModules();
  const { introduceOnce } = await import('../../extension/background/first-run.ts');
  introduceOnce();
}
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));
const keys = async (): Promise<string[]> => Object.keys(await fake.storage.local.get(null));

beforeEach(() => {
  fake = fakeBrowser();
  opened = [];
  answer = () => undefined;
});

const PAGE = 'chrome-extension://id/first-run/index.html';

it('opens the page after an installation, when managed storage has answered', async () => {
  await start();
  installed({ reason: 'install' });
  await settled();
  expect(opened).toEqual([]);
  answer(DEFAULT_POLICY);
  await settled();
  expect(opened).toEqual([PAGE]);
  expect(await keys()).toEqual([]);
  await start();
  await settled();
  expect(opened).toEqual([PAGE]);
});

it('opens it at the next start when the browser stopped the worker before', async () => {
  await start();
  installed({ reason: 'install' });
  await settled();
  await start();
  await settled();
  answer(DEFAULT_POLICY);
  await settled();
  expect(opened).toEqual([PAGE]);
});

it.each([
  ['after an update', 'update', DEFAULT_POLICY],
  ['where the policy says no', 'install', { ...DEFAULT_POLICY, policy: { firstRun: false } }],
])('does not open it %s', async (_, reason, policy) => {
  await start();
  installed({ reason });
  await settled();
  answer(policy);
  await settled();
  expect(opened).toEqual([]);
  expect(await keys()).toEqual([]);
});
