import { beforeEach, expect, it, vi } from 'vitest';
import { notePass, takePass } from '../../extension/background/passes.ts';
import { fakeBrowser } from './browser.ts';

const fake = vi.hoisted(() => ({ browser: {} }));
vi.mock('webextension-polyfill', () => ({ default: fake.browser }));

const NOW = new Date('2026-11-22T09:00:00Z');
const later = (seconds: number): Date => new Date(NOW.getTime() + seconds * 1000);
let storage: ReturnType<typeof fakeBrowser>['storage'];

beforeEach(() => {
  const { storage: made } = fakeBrowser();
  storage = made;
  Object.assign(fake.browser, { storage });
});

it('gives what a reason was given for, once', async () => {
  await notePass(['one', 'other'], ['no-passcode'], NOW);
  expect(await takePass(['one'], later(60))).toEqual(['no-passcode']);
  expect(await takePass(['one'], later(60))).toEqual([]);
  expect(await takePass(['third'], later(60))).toEqual([]);
});

it('forgets it after two minutes', async () => {
  await notePass(['one'], ['no-passcode'], NOW);
  expect(await takePass(['one'], later(121))).toEqual([]);
});

it('takes one that lasts longer than any for nothing: the clock was set back', async () => {
  await notePass(['one'], ['no-passcode'], later(366 * 24 * 3600));
  expect(await takePass(['one'], NOW)).toEqual([]);
});

it('takes damage for nothing', async () => {
  await storage.session.set({ passes: [['one', later(60).getTime()], ['other', { until: 'x' }], 7, null] });
  expect(await takePass(['one', 'other'], NOW)).toEqual([]);
});
