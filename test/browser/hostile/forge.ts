/** What a compromised process of a page can say: whatever our content script in it could. */
import type { Place } from '../own-pages.ts';

/**
 * Sends these messages, one after the other, from the extension's own world in a page's frame; the answers as JSON, “null” where there is none.
 * An answer that never comes counts as none.
 */
export async function forge(
  { driver, tabId }: Pick<Place, 'driver' | 'tabId'>,
  messages: readonly unknown[],
): Promise<string[]> {
  // As text: arguments of the browsers' call know no undefined.
  const say = `async (messages) => {
    const answers = [];
    for (const message of JSON.parse(messages)) {
      const late = new Promise((resolve) => setTimeout(resolve, 3000, 'late'));
      const answer = await Promise.race([chrome.runtime.sendMessage(message).catch(() => null), late]);
      answers.push(JSON.stringify(answer === 'late' ? null : (answer ?? null)));
    }
    return answers;
  }`;
  const call = `{ target: { tabId: ${tabId}, frameIds: [0] }, func: ${say}, args: [${JSON.stringify(JSON.stringify(messages))}] }`;
  const answers: unknown = JSON.parse(
    String(await driver.worker(`JSON.stringify((await chrome.scripting.executeScript(${call}))[0].result)`)),
  );
  return Array.isArray(answers) ? answers.map(String) : [];
}

/** All that the extension keeps, as text, in the order of its keys. */
export async function kept({ driver }: Pick<Place, 'driver'>): Promise<string> {
  const all = await driver.worker(
    `JSON.stringify(await Promise.all([chrome.storage.local.get(), chrome.storage.session.get()]).then((areas) =>
      areas.map((area) => Object.entries(area).sort(([one], [other]) => (one < other ? -1 : 1)))))`,
  );
  return String(all);
}
