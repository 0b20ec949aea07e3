/**
 * One query parameter, decoded once. URLSearchParams would turn "+" into a blank, which breaks the link inside a link.
 * A broken percent sequence stays as it is. Null when the parameter is absent.
 */
export function parameter(query: string, name: string): string | null {
  for (const pair of query.replace(/^[?#]/, '').split('&')) {
    const equals = pair.indexOf('=');
    // Addresses that were copied out of HTML keep its "&amp;".
    const given = pair.startsWith('amp;') ? pair.slice(4, equals) : pair.slice(0, equals);
    if (equals < 0 || given.toLowerCase() !== name.toLowerCase()) continue;
    return decodedOnce(pair.slice(equals + 1));
  }
  return null;
}

/** Percent-decoded once; as it is when a sequence is broken. */
export function decodedOnce(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
