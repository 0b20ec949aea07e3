/** Tables as files for a spreadsheet (RFC 4180). */

/** `lines`: the head first. The byte order mark tells Excel that it is UTF-8. */
export function csv(lines: readonly (readonly string[])[]): string {
  return `\ufeff${lines.map((cells) => `${cells.map(cell).join(',')}\r\n`).join('')}`;
}

/**
 * A spreadsheet takes a cell that begins like this for a formula, and a formula can send what stands in the others away
 * (https://owasp.org/www-community/attacks/CSV_Injection). An apostrophe makes it text.
 */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

function cell(value: string): string {
  const plain = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
