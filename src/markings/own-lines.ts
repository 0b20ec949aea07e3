import { quotedFrom } from '../meetings/quotes.ts';
import { withoutAccents } from './spellings.ts';

/** How mail programs and gateways say that what follows belongs to every mail of the house (facts/markings.md section 3). */
const DISCLAIMER =
  /^(?:(?:important|wichtig|avis)[\s:]{1,3})?(?:this (?:e-?mail|message|communication|transmission)|the (?:information|contents?) (?:contained )?(?:in|of) this|confidentiality notice|disclaimer|(?:if|unless) you (?:are not|have received)|dit (?:e-?mail)?bericht|deze e-?mail|(?:de|deze) informatie|de inhoud van d|diese[rs]? (?:e-?mail|nachricht)|der inhalt dieser|ce (?:message|courriel|mail)|cet? e-?mail|le contenu de c|les informations contenues|este (?:mensaje|correo|e-?mail)|esta mensagem|questo messaggio|questa e-?mail|detta (?:e-?post)?meddelande|denne (?:e-?mail|meddelelse|besked)|ta wiadomosc|niniejsza wiadomosc)/i;
/** Shorter paragraphs that begin like a disclaimer are somebody's own words. */
const DISCLAIMER_LENGTH = 80;

/** The writer's own lines, trimmed, without accents: no quotes, no signature, no disclaimer. Linear in the text's length. */
export function ownLines(text: string): { written: string; plain: string }[] {
  const isQuoted = quotedFrom(text);
  const own: { written: string; plain: string }[] = [];
  let paragraph: { written: string; plain: string }[] = [];
  const end = (): void => {
    const length = paragraph.reduce((sum, { plain }) => sum + plain.length, 0);
    const first = paragraph[0]?.plain ?? '';
    if (!(length >= DISCLAIMER_LENGTH && DISCLAIMER.test(first))) own.push(...paragraph);
    paragraph = [];
  };
  let at = 0;
  for (const raw of text.split('\n')) {
    const quoted = isQuoted(at);
    at += raw.length + 1;
    if (quoted) continue;
    // RFC 3676 section 4.3; some programs drop the blank.
    if (raw === '-- ' || raw === '--') break;
    const written = raw.trim();
    if (written === '') end();
    else paragraph.push({ written, plain: withoutAccents(written) });
  }
  end();
  return own;
}
