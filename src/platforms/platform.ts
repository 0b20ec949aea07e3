import type { DialInState, PasscodeState, PersonalLink, Room } from '../model.ts';

/** What one link tells by itself. */
export interface JoinLink {
  /** The same key means the same meeting, whatever the link's form. Begins with the kind of name it is: "meeting:", "room:". */
  key: string;
  tenant: string | null;
  /** The number or name a person would give; null when the link has none. */
  id: string | null;
  room: Room;
  /** The link lets in without typing a passcode. */
  opensWithoutTyping: boolean;
  /** For platforms that write two links of different form to one meeting: which form this is. */
  form?: 'short' | 'long';
  /** The link is one person's own and should not have been mailed to others: the host's start link, or a registrant's. */
  personalLink?: PersonalLink;
  /** What the link proves of the phone line, whatever the text says. */
  dialIn?: DialInState;
  /** False: it names the meeting and tells of it, but is no way in. Without a link that joins there is no meeting. */
  joins?: false;
}

/** A telephone line with its keys, as `tel:` links and tap lines hold them: what is dialled after the number's first pause. */
export type DialString = string;

/** What an invitation's text, near the links of one meeting, tells about its protection. */
export interface Evidence {
  /** Meeting number that the text gives, digits only; null when none. */
  number: string | null;
  passcode: 'given' | 'withheld' | 'label-only' | 'none';
  /** How many digits the given passcode has, if it is of digits alone. Null otherwise. */
  passcodeDigits: number | null;
  /** A passcode of its own for phones (a number in brackets after the first, or a line of its own). */
  phonePasscode: boolean;
  /**
   * A phone number under the words that announce one. "perhaps": the words are only recalled, so that no warning may rest on
   * them.
   */
  phone: 'announced' | 'perhaps' | 'none';
  /** A PIN is printed beside the phone number. */
  pin: boolean;
  /** A passcode label stands after the words that announce the phone. */
  passcodeBesidePhone: boolean;
  dialStrings: readonly DialString[];
  /** Some piece of the platforms' own invitation text is there, so that what is missing is really missing. */
  wholeInvitation: boolean;
  /** The text calls it somebody's personal room. */
  personalRoom: boolean;
}

/** What stands beside a link on a host that we do not know. */
export interface Beside {
  /** The other links of the invitation to the same host. */
  links: readonly URL[];
  /** All text of the invitation, in lower case, with one blank between words. */
  text: string;
}

/**
 * For products that run on anybody's server: signs in a link, or beside it, that nothing else has. Whoever imitates them makes a
 * link that we judge as that product's; so a sign must never be one that an ordinary page may have.
 */
export interface Fingerprint {
  /** Lower-case pieces of an address or of the text, one of which any invitation with such a link holds. */
  hints: readonly string[];
  recognise(url: URL, beside: Beside): JoinLink | null;
}

/** A platform's example: the link, what it tells, and for a server of somebody's own how we know it. */
export interface Example extends Partial<Omit<JoinLink, 'key'>> {
  link: string;
  /** The policy's selfHosted names the link's host. */
  ownServer?: true;
  /** What else the invitation holds, for a fingerprint that needs it. */
  beside?: { links?: readonly string[]; text?: string };
}

/** A meeting platform. One file each; index.ts names them all. */
export interface Platform {
  /** Stable id of the contract. */
  id: string;
  /** As its maker writes it. */
  name: string;
  /** Exact, or "*.suffix". Empty for products that run on their owners' servers only. */
  hosts: readonly string[];
  /** Schemes of its own program, without ":" ("zoommtg"). `recognise` then gets such an address. */
  schemes?: readonly string[];
  /** The meeting that a link on one of the hosts joins; null for every other page there. */
  recognise(url: URL): JoinLink | null;
  fingerprint?: Fingerprint;
  /** The customer that a host of the platform names, for links that a wrapper hides. Null where hosts name none. */
  tenant?(host: string): string | null;
  /** From what the links and the text tell. `link` is what all links to the meeting tell together. */
  passcode(evidence: Evidence, link: JoinLink): PasscodeState;
  dialIn(evidence: Evidence, link: JoinLink): DialInState;
  /** The kind of room, where the text can tell more than the link. */
  room?(evidence: Evidence, link: JoinLink): Room;
  /** The meeting's number in a dial string, for links that do not tell it. */
  numberIn?(keys: DialString): string | null;
  /** They run as tests by name. */
  examples: readonly Example[];
  counterexamples: readonly { link: string; why: string }[];
}

/** The path's parts, as written: "/a/b/" is ["a", "b"]. */
export function segments(url: URL): string[] {
  return url.pathname.split('/').filter((part) => part !== '');
}

/** For platforms on which a meeting may have a passcode: what the text gives, what the link carries, both, or neither. */
export function passcodeFromTextAndLink(evidence: Evidence, { opensWithoutTyping }: JoinLink): PasscodeState {
  if (evidence.passcode === 'given') return opensWithoutTyping ? 'both' : 'in-text';
  if (opensWithoutTyping) return 'in-link';
  if (evidence.passcode === 'withheld') return 'withheld';
  return evidence.passcode === 'label-only' ? 'unknown' : 'absent';
}

/** For platforms of which we do not know whether a meeting can have a passcode: only what is seen counts. */
export function passcodeIfSeen(evidence: Evidence, link: JoinLink): PasscodeState {
  const state = passcodeFromTextAndLink(evidence, link);
  return state === 'absent' ? 'unknown' : state;
}

/** For platforms that have no passcodes; a text that gives one all the same is believed. */
export function noPasscodeByDesign(evidence: Evidence, link: JoinLink): PasscodeState {
  const state = passcodeFromTextAndLink(evidence, link);
  return state === 'absent' || state === 'unknown' ? 'none-by-design' : state;
}

/** The weakest of several dial strings counts: one that asks nothing lets anybody in. */
export function weakest(states: readonly DialInState[]): DialInState | null {
  for (const state of ['open', 'unknown', 'pin', 'protected'] as const)
    if (states.includes(state)) return state;
  return null;
}

/**
 * The phone line of a meeting: dial strings first, because they are the same in every language; then wording. `announced`: what
 * a phone number without a dial string means. Recalled wording proves nothing.
 */
export function dialInFrom(
  evidence: Evidence,
  fromDialString: (keys: DialString) => DialInState | null,
  announced: () => DialInState,
): DialInState {
  const dialled = weakest(evidence.dialStrings.map(fromDialString).filter((state) => state !== null));
  if (dialled !== null) return dialled;
  if (evidence.phone === 'announced') return announced();
  return evidence.phone === 'perhaps' ? 'unknown' : 'none';
}

/** For platforms of whose phone lines we know nothing: there is one, or there is none. */
export function phoneIfSeen(evidence: Evidence): DialInState {
  return evidence.phone === 'none' ? 'none' : 'unknown';
}
