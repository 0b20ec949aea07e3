import { quotedFrom } from '../meetings/quotes.ts';
import { mayHoldMarking, type Spellings, withoutAccents } from './spellings.ts';

export interface Line {
  /** Trimmed; what stands in a web address is blanked. */
  written: string;
  /** Without accents. */
  plain: string;
  /** It is the first or the last of the writer's own lines, or all there is. */
  atEdge: boolean;
  /** It belongs to a disclaimer. Asked only of a line whose marking would count. */
  isDisclaimer(): boolean;
}

/**
 * Of the writer's own lines those that may hold a marking: no quotes (unless `quotedToo`), no signature. Linear in the text's
 * length.
 */
export function ownLines(text: string, spellings: Spellings, quotedToo: boolean): Line[] {
  const candidates: Candidate[] = [];
  let paragraph = -1;
  let first = -1;
  let last = -1;
  // What follows a signature is one's own no more, but may be the mail that is forwarded.
  const isForwarded = quotedToo ? quotedFrom(text) : null;
  let afterSignature = false;
  for (let from = 0; from <= text.length; ) {
    const next = text.indexOf('\n', from);
    const to = next === -1 ? text.length : next;
    if (isSignature(text, from, to)) {
      if (isForwarded === null) break;
      afterSignature = true;
    }
    if (isForwarded?.(from) === true) afterSignature = false;
    if (afterSignature) paragraph = -1;
    else if (isBlank(text, from, to) || (text.charAt(from) === '>' && !quotedToo)) paragraph = -1;
    else {
      if (paragraph === -1) paragraph = from;
      if (first === -1) first = from;
      last = from;
      if (mayHoldMarking(text, from, to, spellings)) candidates.push({ from, to, paragraph });
    }
    from = to + 1;
  }
  if (candidates.length === 0) return [];
  const isQuoted = quotedToo ? () => false : quotedFrom(text);
  const disclaims = disclaimersIn(text);
  return candidates.flatMap((candidate) => {
    const { from, to } = candidate;
    if (isQuoted(from)) return [];
    const written = withoutAddresses(text.slice(from, to).replace(/^(?:>\s?){1,20}/, '')).trim();
    const isFirst = from === first;
    return stretchesOf(written).map((stretch) => ({
      written: stretch,
      plain: withoutAccents(stretch),
      atEdge: isFirst || from === last,
      isDisclaimer: () => disclaims(candidate, isFirst),
    }));
  });
}

/** A line that goes on and on is taken apart in stretches; they overlap by more than the longest marking. */
const STRETCH = 8_000;
const OVERLAP = 400;

function stretchesOf(line: string): string[] {
  if (line.length <= STRETCH) return [line];
  const stretches: string[] = [];
  for (let at = 0; at < line.length; at += STRETCH - OVERLAP) {
    const blank = at === 0 ? -1 : line.slice(at, at + OVERLAP / 2).search(/\s/);
    stretches.push(line.slice(at + Math.max(0, blank), at + STRETCH));
  }
  return stretches;
}

interface Candidate {
  from: number;
  to: number;
  /** Where its paragraph begins. */
  paragraph: number;
}

/** A link's path is no place for a marking. */
function withoutAddresses(line: string): string {
  if (!line.includes('://')) return line;
  return line.replace(/https?:\/\/[^\s<>"]{1,2000}/gi, (address) => ' '.repeat(address.length));
}

/** RFC 3676 section 4.3; some programs drop the blank. */
function isSignature(text: string, from: number, to: number): boolean {
  return to - from <= 3 && /^--[ \r]?$/.test(text.slice(from, to));
}

function isBlank(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (!/\s/.test(text.charAt(at))) return false;
  return true;
}

/** How mail programs and gateways begin what belongs to every mail of the house, without accents (facts/markings.md section 3). */
const BEGINS =
  /^(?:[^\p{L}\n]{0,80})(?:(?:important|wichtig|avis|disclaimer)[\s:]{1,3})?(?:this (?:e-?mail|message|communication|transmission)[\s,]|the (?:information|contents?) (?:contained )?(?:in|of) this|confidentiality notice|disclaimer|(?:if|unless) you (?:are not|have received)|e-?mails? (?:sent )?to |privileged[ /]|dit (?:e-?mail)?bericht|deze e-?mail|de informatie in|deze informatie|de inhoud van d|aan dit bericht|(?:bent|als|indien) u niet|diese[rs]? (?:e-?mail|nachricht)|der inhalt dieser|(?:falls|sollten|wenn) sie (?:nicht|diese)|ce (?:message|courriel|courrier|mail)|cet? e-?mail|le contenu de c|les informations|toute utilisation|si vous (?:avez recu|n['’]etes pas)|este (?:mensaje|correo|e-?mail)|esta mensagem|questo messaggio|questa e-?mail|detta (?:e-?post)?meddelande|innehallet i|om du (?:har fatt|inte ar)|denne (?:e-?mail|mail|meddelelse|besked)|indholdet af|hvis du (?:har modtaget|ikke er)|ta wiadomosc|niniejsza wiadomosc)/iu;
/** Words of such texts for whom they are not meant, and what those should do. */
const RECIPIENT =
  /(?:intended|named|bedoelde|beabsichtigte[rn]?|vorgesehene[rn]?|avsedd|tilt(?:ae|æ)nkte|avsedda) (?:recipient|addressee|ontvanger|empfanger|mottagare|modtager)|addressee|geadresseerde|destinataire|destinatari|individual or entity|individual to whom/i;
const ADVICE =
  /in error|by mistake|delete it|please delete|notify the sender|unauthori[sz]ed|liability|ten onrechte|verwijder|geen rechten|aansprakelijk|irrtumlich|versehentlich|loschen|vernichten|haftung|par erreur|supprime|effacez|av misstag|radera|ved en fejl|slette|por error|per errore|intended solely|confidential and intended/i;
/** Shorter ones that begin like a disclaimer are somebody's own words. */
const LEAST = 80;
/** So much of a text is looked at from a line on, and so far before it. */
const AFTER = 600;
const BEFORE = 400;
/** A line that is a heading over what follows. */
const HEADING = 40;
/** Of more lines in one text nobody asks: they count as somebody's own words. */
const MOST_ASKED = 100;

/** Whether a line belongs to a disclaimer. `isFirst`: it is the first of the text, so that it is no heading of one below. */
function disclaimersIn(text: string): (line: Candidate, isFirst: boolean) => boolean {
  let asked = 0;
  return ({ from, to, paragraph }, isFirst) => {
    asked += 1;
    if (asked > MOST_ASKED) return false;
    const start = Math.max(paragraph, from - BEFORE);
    const around = paragraphFrom(text, start);
    // A disclaimer may follow a paragraph without an empty line between.
    const lines = text.slice(start, to).split('\n');
    let at = start;
    for (const line of lines) {
      if (begins(text, at)) return true;
      at += line.length + 1;
    }
    if (to - from > HEADING) return RECIPIENT.test(around) && ADVICE.test(around);
    // "CONFIDENTIAL" over "This e-mail is intended only for …".
    const below = to + (/^\s{0,80}/.exec(text.slice(to, to + 80))?.[0].length ?? 0);
    return !isFirst && (begins(text, below) || isAllDisclaimer(text, below));
  };
}

function begins(text: string, at: number): boolean {
  const beginning = paragraphFrom(text, at);
  return beginning.length >= LEAST && BEGINS.test(beginning);
}

function isAllDisclaimer(text: string, at: number): boolean {
  const below = paragraphFrom(text, at);
  return below.length >= LEAST && RECIPIENT.test(below) && ADVICE.test(below);
}

/** Up to the next empty line, without accents. */
function paragraphFrom(text: string, at: number): string {
  const rest = withoutAccents(text.slice(at, at + AFTER + BEFORE));
  return rest.split(/\n\s{0,20}\n/, 1)[0]?.trim() ?? '';
}
