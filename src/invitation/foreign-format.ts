/** Files of other programs: read as text they would hold no meeting, which would look like safety. */
import type { ReadingFailure } from '../model.ts';

/** Compound File Binary ([MS-CFB] section 2.2), in which Outlook saves a .msg. */
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** How much of a file tells what it is. */
const BEGINNING = 4096;
/** Of its bytes. Text has next to none, and a single one in it must not keep us from reading. */
const MOST_CONTROLS = 1 / 20;

/** Null for text in any encoding that we read, and for a mail, which begins with text. */
export function foreignFormat(bytes: Uint8Array): ReadingFailure | null {
  if (COMPOUND_FILE.every((byte, index) => bytes[index] === byte))
    return { kind: 'outlook-file', failure: 'it is in the own format of Outlook (.msg): save it as .eml' };
  if (isUtf16(bytes)) return null;
  const beginning = bytes.subarray(0, BEGINNING);
  const controls = beginning.reduce((count, byte) => (isControl(byte) ? count + 1 : count), 0);
  if (controls <= beginning.length * MOST_CONTROLS && !isPdf(bytes)) return null;
  return { kind: 'not-text', failure: 'it is not text: it belongs to another program' };
}

/** By its byte order mark, without which we read no UTF-16 either. */
const isUtf16 = ([first, second]: Uint8Array): boolean =>
  (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);

/** Begins with text, and keeps what it shows in compressed streams (ISO 32000-1 section 7.5.2). */
const isPdf = (bytes: Uint8Array): boolean =>
  [...'%PDF-'].every((sign, index) => bytes[index] === sign.charCodeAt(0));

/** But for white space, and Escape, with which Japanese mail changes its letters (ISO-2022-JP, RFC 1468). */
const isControl = (byte: number): boolean => byte < 0x20 && !(byte >= 0x08 && byte <= 0x0d) && byte !== 0x1b;
