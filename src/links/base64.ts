import { MAX_LINK } from './bounds.ts';

/**
 * The bytes that base64 `text` holds, in its standard or its address alphabet ("-" and "_" for "+" and "/"), with or without
 * the "=" at the end. Null when it is no base64, or longer than a link can be.
 */
export function base64Bytes(text: string): Uint8Array | null {
  if (text.length > MAX_LINK) return null;
  const digits = text
    .replace(/={1,2}$/, '')
    .replaceAll('-', '+')
    .replaceAll('_', '/');
  // Four digits are three bytes; one digit over is not even one.
  if (digits.length % 4 === 1 || !/^[A-Za-z0-9+/]*$/.test(digits)) return null;
  return Uint8Array.from(atob(digits), (byte) => byte.charCodeAt(0));
}

/** The text that base64 `text` holds as UTF-8. Null when it is no base64, or its bytes are no UTF-8. */
export function base64Text(text: string): string | null {
  const bytes = base64Bytes(text);
  if (bytes === null) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
