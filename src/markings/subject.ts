import { MAX_TITLE } from '../invitation/bound.ts';
import type { Line } from './own-lines.ts';
import { withoutAccents } from './spellings.ts';

/**
 * What programs put before a subject: "Re:", "Fwd:" and their kin, what calendars say of an invitation, and gateways' tags. "VS:" is
 * Finnish for a reply; "VS-NfD" is none.
 */
const PREFIX =
  /^\s{0,5}(?:(?:re|fw|fwd|antw|antwoord|antwort|aw|wg|doorst|betr|tr|ref|sv|vb|vs|vl|rif|r|i|enc|res|rv|odp|pd|invitation|updated invitation|invitation with note|accepted|tentative|declined|canceled|cancelled|uitnodiging|bijgewerkte uitnodiging|geaccepteerd|geannuleerd|einladung|aktualisierte einladung|zusage|abgesagt|convite|invito|invitacion|inbjudan|annule)(?:\[\d{1,2}\])?\s{0,2}:|\[(?:ext|extern|external|externe)\]|(?:external|extern)\s{0,2}:)/i;
const MOST_PREFIXES = 10;
/** Google Calendar's mails: "Invitation: Budget @ Mon 20 May 2024 10:00 (CET) (jan.devries@example.org)". */
const CALENDAR =
  /invit|uitnodig|einlad|convite|inbjudan|accept|tentative|declin|cancel|annul|zusage|abgesagt/i;
const WHEN = /\s@\s\p{L}[^@]{0,60}\d/u;

/** The subject as its writer typed it, without what programs add. Linear in its length. */
export function typedSubject(subject: string): Line {
  let written = subject.slice(0, MAX_TITLE).replace(/\s/g, ' ');
  let fromCalendar = false;
  for (let count = 0; count < MOST_PREFIXES; count += 1) {
    const prefix = PREFIX.exec(withoutAccents(written.slice(0, 60)))?.[0];
    if (prefix === undefined || prefix === '') break;
    fromCalendar ||= CALENDAR.test(prefix);
    written = written.slice(prefix.length);
  }
  const when = fromCalendar ? WHEN.exec(written) : null;
  if (when !== null) written = written.slice(0, when.index);
  written = written.trim();
  return { written, plain: withoutAccents(written), atEdge: true, isDisclaimer: () => false };
}
