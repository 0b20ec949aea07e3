/**
 * The content script as the build names it; a test of the build holds it against the manifest. With a slash: Firefox takes a file's
 * name as relative to the page that asks, so that the popup's would be popup/content/… (measured, Firefox 153).
 */
export const CONTENT_SCRIPT = '/content/in-camera.iife.js';
