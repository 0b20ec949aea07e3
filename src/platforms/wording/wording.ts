/**
 * What invitations call things in one language. Labels are translated and administrators can edit them, so they are read
 * only near a recognised link and none is ever required (facts/meeting-links.md section 8). All in lower case.
 *
 * The `recalled` lists were not seen on a live invitation: they may turn "absent" into "given" or "unknown", but a warning
 * never rests on them.
 */
export interface Wording {
  language: string;
  /** Labels before a passcode. */
  passcode: readonly string[];
  /** Labels before a passcode that only phones and video devices use. */
  phonePasscode: readonly string[];
  /** Labels before the meeting's number, which is no secret, also where they say "access code". */
  meetingNumber: readonly string[];
  /** Labels before the number that only phones use. Standing alone it lets a caller in. */
  conferenceId: readonly string[];
  /** Words that say a passcode exists but stands elsewhere; they count only in a line that names a passcode. */
  withheld: readonly string[];
  /** Lines that announce phone numbers. */
  phone: readonly string[];
  /** Labels before the PIN that a phone asks. */
  pin: readonly string[];
  /** Pieces of the platforms' own text: an invitation, not just a pasted link. */
  invitation: readonly string[];
  /** Labels before the meeting's title in the text. */
  topic: readonly string[];
  /** Names of somebody's personal room. */
  personalRoom: readonly string[];
  recalled: {
    passcode?: readonly string[];
    meetingNumber?: readonly string[];
    phonePasscode?: readonly string[];
  };
}
