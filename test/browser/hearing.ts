/** What content scripts say to the worker, heard by a page of the extension, which runtime messages reach as well. */
import { setTimeout as pause } from 'node:timers/promises';
import { incoming } from '../../extension/background/incoming.ts';
import type { Invitation } from '../../src/model.ts';
import { isRecord } from '../../src/record.ts';
import type { ExtensionDriver } from './drivers/chromium.ts';
import type { TestPage } from './verdict.ts';

/** The last that one document of a tab said of itself. */
export interface DocumentReport {
  /** Its address, as the browser tells it; about:blank and srcdoc have none of their own. */
  url: string;
  /** 0 is the tab's own document. */
  frameId: number;
  webmail: string | null;
  missed: readonly string[];
  invitations: readonly Invitation[];
  /** Why it could not be read. */
  trouble: string | null;
}

export interface Hearing {
  /** The tab's documents, the top one first. Those that went away are not among them. */
  documents(tabId: number): Promise<DocumentReport[]>;
  /** Milliseconds since something was heard of that tab; null when nothing was. */
  silence(tabId: number): Promise<number | null>;
  /** How many reviews the tab's documents have asked for. */
  reviews(tabId: number): Promise<number>;
  /** What was said in that tab up to now counts no more. Documents that stay do not repeat themselves. */
  forget(tabId: number): Promise<void>;
}

/** The listener answers nothing, so that the worker's answer stands. */
const LISTEN = `(() => {
  globalThis.heard = [];
  chrome.runtime.onMessage.addListener((message, sender) => {
    if (['review', 'unreadable', 'gone'].includes(message?.type))
      globalThis.heard.push({ at: Date.now(), tab: sender.tab?.id, frame: sender.frameId, url: sender.url, message });
  });
})()`;

/** Not in the worker: that ends when nothing happens, and a listener added from outside with it. */
export async function listen<AnyPage extends TestPage>(driver: ExtensionDriver<AnyPage>): Promise<Hearing> {
  const ear = await driver.openPopup(0);
  await ear.evaluate(LISTEN);
  const ofTab = (tabId: number): string => `globalThis.heard.filter(({ tab }) => tab === ${tabId})`;

  // As text: the two protocols differ in how deep they hand objects over.
  async function heard(tabId: number): Promise<unknown[]> {
    const all: unknown = JSON.parse(String(await ear.evaluate(`JSON.stringify(${ofTab(tabId)})`)));
    return Array.isArray(all) ? all : [];
  }

  return {
    async documents(tabId) {
      const documents = new Map<string, DocumentReport>();
      for (const entry of await heard(tabId)) {
        if (!isRecord(entry)) continue;
        // As the worker does: what it would not take was not said.
        const message = incoming(entry.message);
        if (message === null) throw new Error(`The worker refuses ${JSON.stringify(entry).slice(0, 2000)}`);
        const said = { url: String(entry.url), frameId: Number(entry.frame) };
        if (message.type === 'gone') documents.delete(message.page);
        else if (message.type === 'review') {
          const { webmail, missed, invitations } = message;
          documents.set(message.page, { ...said, webmail, missed, invitations, trouble: null });
        } else if (message.type === 'unreadable') {
          const { reason } = message;
          documents.set(message.page, {
            ...said,
            webmail: null,
            missed: [],
            invitations: [],
            trouble: reason,
          });
        }
      }
      return [...documents.values()].sort((one, other) => one.frameId - other.frameId);
    },

    async silence(tabId) {
      const since = await ear.evaluate(
        `(() => { const last = ${ofTab(tabId)}.at(-1); return last === undefined ? null : Date.now() - last.at; })()`,
      );
      return typeof since === 'number' ? since : null;
    },

    async reviews(tabId) {
      const all = await heard(tabId);
      return all.filter((one) => isRecord(one) && isRecord(one.message) && one.message.type === 'review')
        .length;
    },

    async forget(tabId) {
      await ear.evaluate(`void (globalThis.heard = globalThis.heard.filter(({ tab }) => tab !== ${tabId}))`);
    },
  };
}

/** What may still change is not what a person sees: so long nothing must have been said. */
const STILL_MS = 400;
const PATIENCE_MS = 5000;

/**
 * The complaints about a tab's documents once they have said nothing more for a while: none, as soon as there are none. Otherwise the last
 * ones, after a patience that lets a busy machine be slow.
 */
export async function settledComplaints(
  hearing: Hearing,
  tabId: number,
  complain: (documents: readonly DocumentReport[]) => readonly string[],
): Promise<readonly string[]> {
  const began = Date.now();
  for (;;) {
    // From now on: what was done to the page just before shows only in a while.
    const silence = Math.min((await hearing.silence(tabId)) ?? 0, Date.now() - began);
    const isLate = Date.now() - began > PATIENCE_MS;
    if (isLate || silence >= STILL_MS) {
      const complaints = complain(await hearing.documents(tabId));
      if (complaints.length === 0 || isLate) return complaints;
    }
    await pause(50);
  }
}
