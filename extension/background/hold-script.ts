import browser from 'webextension-polyfill';
import file from '../content/hold.iife.ts?script&iife';

/** Brings the script that holds joining and sending into a frame whose script reads already. Never rejects: a frame may be gone. */
export async function bringHold(tabId: number, frameId: number): Promise<void> {
  await browser.scripting
    .executeScript({ target: { tabId, frameIds: [frameId] }, files: [file] })
    .catch(() => undefined);
}
