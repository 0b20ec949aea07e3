import type { Attack } from './attack.ts';
import { backslash } from './backslash.ts';
import { calendarProperty } from './calendar-property.ts';
import { homoglyph } from './homoglyph.ts';
import { ipHost } from './ip-host.ts';
import { lookalike } from './lookalike.ts';
import { openRedirect } from './open-redirect.ts';
import { scheme } from './scheme.ts';
import { textMismatch } from './text-mismatch.ts';
import { userinfo } from './userinfo.ts';

/** Every way to pretend that we know. A new one is a file here and a line. */
export const ATTACKS: readonly Attack[] = [
  backslash,
  calendarProperty,
  homoglyph,
  ipHost,
  lookalike,
  openRedirect,
  scheme,
  textMismatch,
  userinfo,
];
