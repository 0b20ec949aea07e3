import type { Attack, Suspect } from './attack.ts';
import { claimsMeeting } from './claims.ts';

/** What stands where the host should be, as written: browsers end it at a backslash, other programs do not. */
function hasBackslashInAuthority({ href }: Suspect): boolean {
  const authority = /^https?:([\\/]{0,4}[^/?#]{0,300})/i.exec(href)?.[1] ?? '';
  return authority.includes('\\') && !isExpression(authority);
}

/** "meet\.google\.com" is an expression in a program's text: the dot itself is escaped, and none stands before it. */
function isExpression(authority: string): boolean {
  return /^\/\/[^.\\]{1,63}\\\./.test(authority);
}

/** `https://evil.example\@zoom.us/`: one program reads one host, another the other (facts section 11). */
export const backslash: Attack = {
  why: 'backslash',
  isIn: (suspect) => hasBackslashInAuthority(suspect) && claimsMeeting(suspect),
  examples: [
    { href: 'https://evil.example\\@zoom.us/j/84512345678' },
    { href: 'https://zoom.us\\@evil.example/j/84512345678' },
    { href: 'https://zoom.us\\.evil.example/j/84512345678' },
    { href: 'https:\\\\zoom.us\\j\\84512345678' },
    { href: 'https:/\\evil.example/join', text: 'Join Zoom Meeting' },
  ],
  counterexamples: [
    { href: 'https://meet\\.google\\.com/[a-z]{3}', because: 'an expression in a program’s text' },
    { href: 'https:\\/\\/zoom.us\\/j\\/84512345678', because: 'JSON, which may escape slashes' },
    {
      href: 'https://zoom.us/j/84512345678?pwd=a\\_b',
      because: 'an escape behind the host, as Markdown writes it',
    },
    { href: 'https://server\\share/agenda.docx', because: 'a file’s path, and nothing speaks of a meeting' },
  ],
};
