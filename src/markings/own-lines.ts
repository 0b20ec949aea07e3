import { quotedFrom } from '../meetings/quotes.ts';
import { mayHoldMarking, type Spellings, withoutAccents } from './spellings.ts';

/** How mail programs and gateways say that what follows belongs to every mail of the house (facts/markings.md section 3). */
const DISCLAIMER =
  /^(?:(?:important|wichtig|avis)[\s:]{1,3})?(?:this (?:e-?mail|message|communication|transmission)|the (?:information|contents?) (?:contained )?(?:in|of) this|confidentiality notice|disclaimer|(?:if|unless) you (?:are not|have received)|dit (?:e-?mail)?bericht|deze e-?mail|(?:de|deze) informatie|de inhoud van d|diese[rs]? (?:e-?mail|nachricht)|der inhalt dieser|ce (?:message|courriel|mail)|cet? e-?mail|le contenu de c|les informations contenues|este (?:mensaje|correo|e-?mail)|esta mensagem|questo messaggio|questa e-?mail|detta (?:e-?post)?meddelande|denne (?:e-?mail|meddelelse|besked)|ta wiadomosc|niniejsza wiadomosc)/i;
/** Shorter paragraphs that begin like a disclaimer are somebody's own words. */
const DISCLAIMER_LENGTH = 80;

export interface Line {
  /** Trimmed. */
  written: string;
  /** Without accents. */
  plain: string;
}

/**
 * Of the writer's own lines those that may hold a marking: no quotes, no signature, no disclaimer. Linear in the text's length.
 */
export function ownLines(text: string, spellings: Spellings): Line[] {
  const candidates: { from: number; to: number; paragraph: number }[] = [];
  let paragraph = -1;
  for (let from = 0; from <= text.length; ) {
    const next = text.indexOf('\n', from);
    const to = next === -1 ? text.length : next;
    if (isSignature(text, from, to)) break;
    if (text.charAt(from) === '>' || isBlank(text, from, to)) paragraph = -1;
    else {
      if (paragraph === -1) paragraph = from;
      if (mayHoldMarking(text, from, to, spellings)) candidates.push({ from, to, paragraph });
    }
    from = to + 1;
  }
  if (candidates.length === 0) return [];
  const isQuoted = quotedFrom(text);
  const disclaimers = new Map<number, boolean>();
  return candidates.flatMap(({ from, to, paragraph: start }) => {
    const known = disclaimers.get(start) ?? isDisclaimer(text, start);
    disclaimers.set(start, known);
    if (known || isQuoted(from)) return [];
    const written = text.slice(from, to).trim();
    return [{ written, plain: withoutAccents(written) }];
  });
}

/** RFC 3676 section 4.3; some programs drop the blank. */
function isSignature(text: string, from: number, to: number): boolean {
  return to - from <= 3 && /^--[ \r]?$/.test(text.slice(from, to));
}

function isBlank(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (!/\s/.test(text.charAt(at))) return false;
  return true;
}

function isDisclaimer(text: string, start: number): boolean {
  const beginning = withoutAccents(text.slice(start, start + 3 * DISCLAIMER_LENGTH)).trimStart();
  const [paragraph = ''] = beginning.split(/\n\s{0,20}\n/, 1);
  return paragraph.length >= DISCLAIMER_LENGTH && DISCLAIMER.test(paragraph);
}
