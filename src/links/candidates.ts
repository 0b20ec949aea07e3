import type { Anchor, Passage } from '../model.ts';
import { MAX_LINKS } from './bounds.ts';
import { scanLinks, type TextLink } from './scan.ts';

/** A link of an invitation, in the order of reading. */
export interface Candidate {
  href: string;
  /** UTF-16 offset in the passage's text. */
  at: number;
  /** Which passage it stands in. */
  passage: number;
  /** What opens on a click; null for an address that just stands in the text. */
  anchor: Anchor | null;
}

/** Outlook writes a link into plain text as what it shows and, in angle brackets behind it, what it opens. */
function openedBehind(shown: TextLink, next: TextLink | undefined, text: string): TextLink | null {
  if (next === undefined || next.at - shown.end > 2) return null;
  return /^ ?<$/.test(text.slice(shown.end, next.at)) ? next : null;
}

/**
 * The links of all passages: what opens on a click, and what stands in the text without being clickable (in HTML mail bare
 * addresses are no anchors, facts/webmail-dom.md section 11). Where an anchor's own text is an address, its href counts.
 */
export function candidates(passages: readonly Passage[]): { links: Candidate[]; cut: boolean } {
  const links: Candidate[] = [];
  passages.forEach((passage, index) => {
    const anchors = [...passage.anchors].sort((one, other) => one.at - other.at);
    let next = 0;
    let covered = -1;
    const push = (anchor: Anchor): void => {
      links.push({ href: anchor.href, at: anchor.at, passage: index, anchor });
    };
    const inText = scanLinks(passage.text);
    inText.forEach((found, place) => {
      for (
        let anchor = anchors[next];
        anchor !== undefined && anchor.at <= found.at;
        anchor = anchors[++next]
      ) {
        push(anchor);
        covered = Math.max(covered, anchor.at + anchor.text.length);
      }
      if (found.at < covered) return;
      const opens = openedBehind(found, inText[place + 1], passage.text);
      if (opens === null) {
        links.push({ href: found.href, at: found.at, passage: index, anchor: null });
      } else {
        push({ href: opens.href, text: found.href, at: found.at });
        covered = opens.end;
      }
    });
    for (const anchor of anchors.slice(next)) push(anchor);
  });
  return { links: links.slice(0, MAX_LINKS), cut: links.length > MAX_LINKS };
}
