import { fakeBrowser } from '../extension/browser.ts';
import { fakeLocks } from '../extension/locks.ts';

/**
 * A browser for the extension's modules outside of Vitest: they take the global one when they are loaded, so this is imported before them,
 * and it stays the same object. Its storage is new for each case.
 */
const here: Record<string, unknown> = {};

Reflect.set(globalThis, 'browser', here);
// Without an id the polyfill takes this for a page.
const RUNTIME = { id: 'fuzz' };
Reflect.set(globalThis, 'chrome', { runtime: RUNTIME });
Object.defineProperty(globalThis, 'navigator', { value: { locks: fakeLocks() }, configurable: true });

/** Stores what is given in an otherwise empty browser. */
export async function storeInNew({
  local,
  session,
}: Readonly<Record<'local' | 'session', Record<string, unknown>>>) {
  const fake = fakeBrowser();
  Object.assign(here, fake, { runtime: { ...fake.runtime, ...RUNTIME } });
  await fake.storage.local.set(local);
  await fake.storage.session.set(session);
  return fake.storage;
}
await storeInNew({ local: {}, session: {} });
