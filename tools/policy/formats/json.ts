import { isRecord } from '../../../src/record.ts';

/**
 * The value with every lone surrogate replaced, in keys too. No file can hold one as UTF-8, and JSON.stringify would write it
 * as an escape for which Chromium refuses the whole file.
 */
export function wellFormed(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed();
  if (Array.isArray(value)) return value.map(wellFormed);
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key.toWellFormed(), wellFormed(one)]));
}

/** JSON as a file, two spaces a level. */
export function jsonFile(value: unknown): string {
  return `${JSON.stringify(wellFormed(value), null, 2)}\n`;
}

/** JSON on one line, for a single value of the registry or of a text box: nothing in it that any program takes for a line end. */
export function jsonLine(value: unknown): string {
  return JSON.stringify(wellFormed(value)).replace(
    /[\u007f-\u009f\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
