/** In storage.local from the installation until the first-run page was opened, or the policy said that it is not wanted. */
export const FIRST_RUN_PENDING = 'first-run-pending';
/** In the extension's folder. */
export const FIRST_RUN_PAGE = 'first-run/index.html';
