import { roundcube } from './roundcube.ts';
import type { Webmail } from './webmail.ts';

/** Refinements; what they miss, the generic reading takes. */
export const READERS: readonly Webmail[] = [roundcube];
