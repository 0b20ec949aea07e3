/** A person's own settings in storage.local. The worker follows them (background/policy-store.ts). */
import browser from 'webextension-polyfill';
import type { Change, Settings } from '../../../src/policy/settings-changes.ts';
import { settingsFrom } from '../../../src/policy/settings-changes.ts';
import { inOrder } from '../../in-order.ts';
import { OWN_SETTINGS_KEY } from '../../policy-here.ts';

/** Each begins with what is stored then, so that another window's change is not undone. */
const inTurn = (change: () => Promise<void>): Promise<void> => inOrder(OWN_SETTINGS_KEY, change);

/** Rejects when the settings cannot be read or stored; then nothing has changed. */
export function changeSettings(change: Change): Promise<void> {
  return inTurn(async () => {
    const { [OWN_SETTINGS_KEY]: stored } = await browser.storage.local.get([OWN_SETTINGS_KEY]);
    const before = settingsFrom(stored);
    if (before === null) throw new Error('What is stored are no settings.');
    await store(change(before));
  });
}

/** In place of whatever was there. Rejects as above. */
export const replaceSettings = (settings: Settings): Promise<void> => inTurn(() => store(settings));

async function store(settings: Settings): Promise<void> {
  if (Object.keys(settings).length === 0) await browser.storage.local.remove(OWN_SETTINGS_KEY);
  else await browser.storage.local.set({ [OWN_SETTINGS_KEY]: settings });
}
