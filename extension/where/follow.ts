import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { ACCESS_KEY } from '../access.ts';
import { MISSES } from '../misses.ts';
import { readWhere, type Where } from './read.ts';

/** Null: not read yet. 'failed': the browser does not say. */
export type WhereNow = Where | 'failed' | null;

/** Where In Camera checks, as it is now: permissions change on the browser's own pages too, and a policy comes when it comes. */
export function useWhere(): WhereNow {
  const [where, setWhere] = useState<WhereNow>(null);
  useEffect(() => {
    let latest = 0;
    const look = async (): Promise<void> => {
      latest += 1;
      const mine = latest;
      const seen = await readWhere(new Date()).catch((): 'failed' => 'failed');
      // A later look has seen more.
      if (mine === latest) setWhere(seen);
    };
    const changed = (): void => void look();
    const stored = (changes: Record<string, unknown>): void => {
      if (ACCESS_KEY in changes || MISSES in changes) changed();
    };
    browser.permissions.onAdded.addListener(changed);
    browser.permissions.onRemoved.addListener(changed);
    browser.storage.local.onChanged.addListener(stored);
    changed();
    return () => {
      latest = Number.POSITIVE_INFINITY;
      browser.permissions.onAdded.removeListener(changed);
      browser.permissions.onRemoved.removeListener(changed);
      browser.storage.local.onChanged.removeListener(stored);
    };
  }, []);
  return where;
}
