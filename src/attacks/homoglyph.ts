import punycode from 'punycode/punycode.js';
import type { Attack } from './attack.ts';
import { asLatin } from './confusables.ts';
import { isGenuine } from './genuine.ts';
import { deceives, imitationBy } from './imitation.ts';

/** A host with letters of other scripts that reads like a platform's. URL() writes it as "xn--…" (RFC 3492). */
export const homoglyph: Attack = {
  why: 'homoglyph',
  isIn(suspect) {
    if (!suspect.host.includes('xn--')) return false;
    const read = asRead(suspect.host);
    if (read === null || read === suspect.host) return false;
    if (isGenuine(read)) return true;
    const imitation = imitationBy(read);
    return imitation !== null && deceives(imitation, suspect);
  },
  examples: [
    { href: 'https://zооm.us/j/84512345678' },
    { href: 'https://us02web.zооm.us/j/84512345678' },
    { href: 'https://xn--zm-fmca.us/j/84512345678' },
    { href: 'https://examplestad.wеbex.com/meet/jan' },
    { href: 'https://teams.mіcrosoft.com/meet/3456789012345' },
    { href: 'https://meet.gооgle.com/abc-defg-hij' },
    { href: 'https://meet.jіt.si/raadsvergadering' },
    { href: 'https://zoöm.us/j/84512345678' },
    { href: 'https://zoom.us⁄j⁄84512345678.evil.example/' },
  ],
  counterexamples: [
    { href: 'https://münchen.example/overleg', because: 'an honest name' },
    { href: 'https://сайт.example/j/84512345678', because: 'a name in its own script' },
  ],
};

/** Signs that look like the slash behind a host: `zoom.us⁄j⁄845.evil.example`. What stands before them reads like the host. */
const LIKE_A_SLASH = /[\u2044\u2215\u29f8\uff0f\u2571]/g;

/** The host in Latin letters; null when a label is no valid punycode. */
function asRead(host: string): string | null {
  try {
    return asLatin(punycode.toUnicode(host)).replace(LIKE_A_SLASH, '.');
  } catch {
    return null;
  }
}
