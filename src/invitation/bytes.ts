/** Bytes of a saved file → its text. */

/**
 * Decodes as a browser would: a byte order mark decides (https://encoding.spec.whatwg.org/#bom-sniff), else UTF-8, else
 * windows-1252, in which older mail programs and calendars save; it has a character for every byte and so never fails.
 */
export function textOfBytes(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const lenient = new TextDecoder('utf-8').decode(bytes);
    if (isDamagedUtf8(lenient)) return lenient;
    // `stream`: else Node 20 decodes ISO-8859-1 and leaves € and “ out. A byte is a character, so nothing waits for more.
    return new TextDecoder('windows-1252').decode(bytes, { stream: true });
  }
}

/** Sequences that are valid beside some that are not: other encodings hardly ever look like that. */
function isDamagedUtf8(lenient: string): boolean {
  let valid = 0;
  let invalid = 0;
  for (let index = 0; index < lenient.length; index++) {
    const code = lenient.charCodeAt(index);
    if (code === 0xfffd) invalid++;
    else if (code > 0x7f) valid++;
  }
  return valid * 4 >= invalid;
}
