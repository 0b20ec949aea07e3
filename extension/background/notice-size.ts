import browser from 'webextension-polyfill';
import { NOTICE_KINDS, type NoticeKind } from '../messages.ts';

/** Which kinds of notice a person made small, in storage.local. */

const KEY = 'small-notices';

export async function smallNotices(): Promise<readonly NoticeKind[]> {
  const { [KEY]: stored } = await browser.storage.local.get(KEY).catch((): Record<string, unknown> => ({}));
  return NOTICE_KINDS.filter((kind) => Array.isArray(stored) && stored.includes(kind));
}

export async function setNoticeSize(kind: NoticeKind, small: boolean): Promise<void> {
  const now = await smallNotices();
  if (now.includes(kind) === small) return;
  const others = now.filter((one) => one !== kind);
  await browser.storage.local.set({ [KEY]: small ? [...others, kind] : others });
}
