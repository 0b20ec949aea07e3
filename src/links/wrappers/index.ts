import { google } from './google.ts';
import { safelinks } from './safelinks.ts';
import type { Wrapper } from './wrapper.ts';

export const WRAPPERS: readonly Wrapper[] = [google, safelinks];
