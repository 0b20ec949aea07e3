import browser from 'webextension-polyfill';
import hold from '../content/hold.iife.ts?script&iife';
import meeting from '../content/meeting.iife.ts?script&iife';
import notice from '../content/notice.iife.ts?script&iife';
import { rooted } from '../rooted.ts';

/** Scripts that only some pages need. They join the one that reads, in the extension's own world. */
const FILES = { hold: [hold], meeting: [notice, meeting] } as const;

/** Never rejects: a frame may be gone. */
export async function bring(script: keyof typeof FILES, tabId: number, frameId: number): Promise<void> {
  await browser.scripting
    .executeScript({
      target: { tabId, frameIds: [frameId] },
      files: FILES[script].map((file) => rooted(`/${file}`)),
    })
    .catch(() => undefined);
}
