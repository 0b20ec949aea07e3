import { generic } from './generic.ts';
import type { Reader } from './reader.ts';
import { roundcube } from './roundcube.ts';

/** Refinements first; the generic reader is last and takes whatever they miss. */
export const READERS: readonly Reader[] = [roundcube, generic];
