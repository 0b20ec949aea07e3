/** The page that opens by itself in a fresh profile: what a test or a demonstration does not want in front of its own pages. */
import { FIRST_RUN_PAGE, FIRST_RUN_PENDING } from '../extension/first-run/pending.ts';

const KEY = JSON.stringify(FIRST_RUN_PENDING);

/**
 * For the worker or a page of the extension: true when the page will not come, false when it may come still. Chromium's managed storage
 * takes seconds to answer in a fresh profile, and the worker waits for it.
 */
export const CALL_OFF_FIRST_RUN = `(async () => {
  const { [${KEY}]: pending } = await chrome.storage.local.get(${KEY});
  if (pending === true) await chrome.storage.local.remove(${KEY});
  const tabs = await chrome.tabs.query({ url: chrome.runtime.getURL(${JSON.stringify(FIRST_RUN_PAGE)}) });
  await chrome.tabs.remove(tabs.map(({ id }) => id));
  return pending === true || tabs.length > 0;
})()`;
