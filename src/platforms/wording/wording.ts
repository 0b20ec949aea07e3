/**
 * What invitations call things in one language. Labels are translated and administrators can edit them, so they are read
 * only near a recognised link and none is ever required (facts/meeting-links.md section 8). All in lower case; accents,
 * hyphens, apostrophes, brackets and the number of blanks make no difference when they are compared.
 */
export interface Wording {
  language: string;
  /** Seen on an invitation or in the platform's own public text. */
  seen: Phrases;
  /**
   * Not seen, only recalled or translated. They may turn "absent" into "given" or "unknown", but a warning never rests on
   * them.
   */
  recalled: Phrases;
}

/** A phrase may stand under several of them. */
export const PHRASE_KINDS = [
  /** Labels before a passcode. */
  'passcode',
  /** Labels before a passcode that only phones and video devices use. */
  'phonePasscode',
  /** Labels before the meeting's number, which is no secret, also where they say "access code". */
  'meetingNumber',
  /** Labels before the number that only phones use. Standing alone it lets a caller in. */
  'conferenceId',
  /** Words that say a passcode exists but stands elsewhere; they count only beside a word for the passcode. */
  'withheld',
  /** Lines that announce phone numbers. */
  'phone',
  /** Labels before the PIN that a phone asks. */
  'pin',
  /** Pieces of the platforms' own text: an invitation, not just a pasted link. */
  'invitation',
  /** What a link or button that joins is called ("join now"). Says that whoever wrote it means a meeting. */
  'join',
  /** Labels before the meeting's title in the text. */
  'topic',
  /** Names of somebody's personal room. */
  'personalRoom',
  /** Lines above an older mail that is quoted or forwarded ("original message"). */
  'original',
] as const;
export type PhraseKind = (typeof PHRASE_KINDS)[number];
export type Phrases = Partial<Record<PhraseKind, readonly string[]>>;
