import { READERS } from '../content/readers/index.ts';
import type { Webmail } from '../content/readers/webmail.ts';

/** The webmails that a page of this host may be: the one known by it, or all that anybody may host. */
export function readersFor(host: string): Webmail[] {
  const known = READERS.filter(({ hosts }) => hosts.includes(host));
  return known.length > 0 ? known : READERS.filter(({ signs }) => signs.length > 0);
}
