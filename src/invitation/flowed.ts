/** Plain text with `format=flowed` (RFC 3676) → its paragraphs as lines. */

/** Long paragraphs of a reply: deeper quotes than this are counted as this deep. */
const MAX_DEPTH = 100;

/**
 * Joins what a mail program broke: a line that ends with a blank goes on in the next one, if that is quoted as deeply. `delSp`: that
 * blank was added by the break (DelSp=yes), so that a link comes out whole. Before a quoted line stands "> " for each level.
 */
export function unflowed(text: string, delSp: boolean): string {
  const lines: string[] = [];
  let open: string[] = [];
  let depth = 0;
  const close = (): void => {
    if (open.length > 0) lines.push('> '.repeat(depth) + open.join(''));
    open = [];
  };
  for (const line of text.split(/\r?\n/)) {
    let quotes = 0;
    while (line[quotes] === '>') quotes++;
    // A blank before the text is stuffed there, so that the text cannot be taken for a quote (section 4.4).
    const content = line.slice(line[quotes] === ' ' ? quotes + 1 : quotes);
    const level = Math.min(quotes, MAX_DEPTH);
    // The line "-- " begins a signature and is never broken (section 4.3).
    const isSignature = content === '-- ';
    if (level !== depth || isSignature) close();
    depth = level;
    const isBroken = content.endsWith(' ') && !isSignature;
    open.push(isBroken && delSp ? content.slice(0, -1) : content);
    if (!isBroken) close();
  }
  close();
  return lines.join('\n');
}
