import type { DialInState, PasscodeState, Room } from '../model.ts';

/** What one link tells by itself. */
export interface JoinLink {
  /** The same key means the same meeting, whatever the link's form. */
  key: string;
  tenant: string | null;
  /** The number or name a person would give; null when the link has none. */
  id: string | null;
  room: Room;
  /** The link lets in without typing a passcode. */
  opensWithoutTyping: boolean;
  /** For platforms that write two links of different form to one meeting: which form this is. */
  form?: 'short' | 'long';
}

/** A telephone line with its keys, as `tel:` links and tap lines hold them: what is dialled after the number's first pause. */
export type DialString = string;

/** What an invitation's text, near the links of one meeting, tells about its protection. */
export interface Evidence {
  /** Meeting number that the text gives, digits only; null when none. */
  number: string | null;
  passcode: 'given' | 'withheld' | 'label-only' | 'none';
  /** A passcode of its own for phones (a number in brackets after the first, or a line of its own). */
  phonePasscode: boolean;
  /** A phone number under the words that announce one. */
  phone: boolean;
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

/** A meeting platform. One file each; index.ts names them all. */
export interface Platform {
  /** Stable id of the contract. */
  id: string;
  /** As its maker writes it. */
  name: string;
  /** Exact, or "*.suffix". */
  hosts: readonly string[];
  /** The meeting that a link on one of the hosts joins; null for every other page there. */
  recognise(url: URL): JoinLink | null;
  /** From what the links and the text tell. `opensWithoutTyping`: one of the links does. */
  passcode(evidence: Evidence, link: JoinLink): PasscodeState;
  dialIn(evidence: Evidence, link: JoinLink): DialInState;
  /** The kind of room, where the text can tell more than the link. */
  room?(evidence: Evidence, link: JoinLink): Room;
  /** The meeting's number in a dial string, for links that do not tell it. */
  numberIn?(keys: DialString): string | null;
  /** They run as tests by name. */
  examples: readonly ({ link: string } & Partial<Omit<JoinLink, 'key'>>)[];
  counterexamples: readonly { link: string; why: string }[];
}

/** The path's parts, as written: "/a/b/" is ["a", "b"]. */
export function segments(url: URL): string[] {
  return url.pathname.split('/').filter((part) => part !== '');
}

/** The rule most platforms share: what the text gives, what the link carries, both, or neither. */
export function passcodeFromTextAndLink(evidence: Evidence, opensWithoutTyping: boolean): PasscodeState {
  if (evidence.passcode === 'given') return opensWithoutTyping ? 'both' : 'in-text';
  if (opensWithoutTyping) return 'in-link';
  if (evidence.passcode === 'withheld') return 'withheld';
  return evidence.passcode === 'label-only' ? 'unknown' : 'absent';
}

/** The weakest of several dial strings counts: one that asks nothing lets anybody in. */
export function weakest(states: readonly DialInState[]): DialInState | null {
  for (const state of ['open', 'unknown', 'pin', 'protected'] as const)
    if (states.includes(state)) return state;
  return null;
}
