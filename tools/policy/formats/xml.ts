const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  // A parser would make a line feed of it, and in an attribute a space of all three.
  ['\r', '&#13;'],
]);
const ATTRIBUTE_ESCAPES: ReadonlyMap<string, string> = new Map([...ESCAPES, ['\n', '&#10;'], ['\t', '&#9;']]);

/** Text for between tags. What XML 1.0 cannot hold, even escaped, is left out (https://www.w3.org/TR/xml/#charsets). */
export function xmlText(text: string): string {
  return escaped(text, ESCAPES);
}

/** Text for an attribute in double quotes. */
export function xmlAttribute(text: string): string {
  return escaped(text, ATTRIBUTE_ESCAPES);
}

function escaped(text: string, escapes: ReadonlyMap<string, string>): string {
  return text
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>"\r\n\t]/g, (character) => escapes.get(character) ?? character);
}
