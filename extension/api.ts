import type { Browser } from 'webextension-polyfill';

declare global {
  var browser: Browser | undefined;
  var chrome: Browser | undefined;
}

/**
 * The browser's own functions, for the content script and what it shares with the popup: both browsers answer by promises under Manifest
 * V3, and the polyfill would be a quarter of the script. Its listeners answer through their third argument, as both browsers do.
 */
const given = globalThis.browser ?? globalThis.chrome;
if (given === undefined) throw new Error('This is no script of an extension.');
const extensionApi: Browser = given;
export default extensionApi;
