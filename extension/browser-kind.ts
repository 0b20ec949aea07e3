import browser from 'webextension-polyfill';

/** For words that tell where to press: the browsers' menus differ. */
export type BrowserKind = 'firefox' | 'edge' | 'chromium';

export function browserKind(): BrowserKind {
  if (browser.runtime.getURL('/').startsWith('moz-extension:')) return 'firefox';
  // As Edge's own documentation tells it from other Chromiums (learn.microsoft.com, "Detect Microsoft Edge from your website").
  return navigator.userAgent.includes('Edg/') ? 'edge' : 'chromium';
}
