/** In storage.local: the last good policy as delivered, what the popup says of it, and the person's own settings. */
export const LAST_GOOD = 'last-good-policy';
export const NOTE = 'policy-note';
export const OWN_SETTINGS = 'own-settings';
