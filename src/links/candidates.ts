import type { Anchor, Passage } from '../model.ts';
import { scanLinks } from './scan.ts';

/** More links than this in one invitation are not looked at; the review then says that a rest was not checked. */
export const MAX_LINKS = 20_000;

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
    for (const found of scanLinks(passage.text)) {
      for (
        let anchor = anchors[next];
        anchor !== undefined && anchor.at <= found.at;
        anchor = anchors[++next]
      ) {
        push(anchor);
        covered = Math.max(covered, anchor.at + anchor.text.length);
      }
      if (found.at >= covered) links.push({ href: found.href, at: found.at, passage: index, anchor: null });
    }
    for (const anchor of anchors.slice(next)) push(anchor);
  });
  return { links: links.slice(0, MAX_LINKS), cut: links.length > MAX_LINKS };
}
