const AMPERSAND_OF_HTML = 'amp;';

/**
 * One parameter of a query (or a fragment that looks like one), decoded once. URLSearchParams would turn "+" into a blank, which breaks
 * the link inside a link. A broken percent sequence stays as it is. Null when the parameter is absent.
 */
export function parameter(query: string, name: string): string | null {
  const wanted = name.toLowerCase();
  let start = query.startsWith('?') || query.startsWith('#') ? 1 : 0;
  while (start < query.length) {
    const next = query.indexOf('&', start);
    const end = next === -1 ? query.length : next;
    // Addresses that were copied out of HTML keep its "&amp;".
    if (query.startsWith(AMPERSAND_OF_HTML, start)) start += AMPERSAND_OF_HTML.length;
    const pair = query.slice(start, end);
    const equals = pair.indexOf('=');
    // Servers read a name, too, with its codes undone.
    if (equals !== -1 && decodedOnce(pair.slice(0, equals)).toLowerCase() === wanted)
      return decodedOnce(pair.slice(equals + 1));
    start = end + 1;
  }
  return null;
}

/** Percent-decoded once; as it is when a sequence is broken. */
export function decodedOnce(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
