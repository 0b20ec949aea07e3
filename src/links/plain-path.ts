const CODED = /%[2-7][0-9a-f]/gi;
const UNRESERVED = /[A-Za-z0-9._~-]/;

/**
 * The same address, with the letters, digits and signs of its path that need no code written without one: servers take both for the same
 * (RFC 3986 section 6.2.2.2), and URL() leaves them as they are.
 */
export function withPlainPath(url: URL): URL {
  const pathname = url.pathname.replace(CODED, (code) => {
    const character = String.fromCharCode(Number.parseInt(code.slice(1), 16));
    return UNRESERVED.test(character) ? character : code;
  });
  if (pathname === url.pathname) return url;
  const plain = new URL(url);
  plain.pathname = pathname;
  return plain;
}
