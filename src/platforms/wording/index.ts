import { de } from './de.ts';
import { en } from './en.ts';
import { nl } from './nl.ts';
import type { Wording } from './wording.ts';

/** All languages at once: an invitation's language is its sender's, not the reader's. */
export const WORDINGS: readonly Wording[] = [de, en, nl];
