import browser from 'webextension-polyfill';

/**
 * The content script as the build names it; a test of the build holds it against the manifest. With a slash: Firefox takes a file's
 * name as relative to the page that asks, so that the popup's would be popup/content/… (measured, Firefox 153).
 */
export const CONTENT_SCRIPT = '/content/in-camera.iife.js';

/** A file of ours in the same form: of the manifest's, Firefox gives back the whole address. */
export const rooted = (file: string): string => new URL(file, browser.runtime.getURL('/')).pathname;
