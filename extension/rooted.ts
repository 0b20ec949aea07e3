import browser from 'webextension-polyfill';

/** A file of ours as content-script.ts names one: of the manifest's, Firefox gives back the whole address. */
export const rooted = (file: string): string => new URL(file, browser.runtime.getURL('/')).pathname;
