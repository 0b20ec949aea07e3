import browser from 'webextension-polyfill';

/** What came of asking: the browser can also have no question to ask, because it does not know the address or its owner forbids it. */
export type Answer = 'done' | 'refused' | 'failed';

/** In the person's own click, or the browsers refuse. The worker hears of it (permissions.onAdded), registers and reads. */
export function askFor(patterns: readonly string[]): Promise<Answer> {
  return answerTo(browser.permissions.request({ origins: [...patterns] }));
}

export function giveUp(pattern: string): Promise<Answer> {
  return answerTo(browser.permissions.remove({ origins: [pattern] }));
}

function answerTo(asked: Promise<boolean>): Promise<Answer> {
  return asked.then(
    (yes) => (yes ? 'done' : 'refused'),
    () => 'failed',
  );
}
