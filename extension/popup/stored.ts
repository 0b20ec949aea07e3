/**
 * Reads what the worker has stored, so that the popup can paint while the worker still sleeps. It is our own data, but an
 * older version may have written it: what does not fit is named, and never leaves the popup empty.
 */
import {
  type DialInState,
  type Finding,
  LEVELS,
  type Level,
  type Marking,
  type Meeting,
  type OwnText,
  type PasscodeState,
  type PersonalLink,
  type PolicyFault,
  type PolicyNote,
  type Review,
  type Room,
  SURFACES,
  type Surface,
  type Suspicious,
  type SuspiciousWhy,
  type Timing,
  type Unknown,
} from '../../src/model.ts';
import { DEFAULT_POLICY } from '../../src/policy/defaults.ts';
import { isRecord } from '../../src/record.ts';
import { ACCESS_KEY, type Access, accessFrom } from '../access.ts';
import { type Aside, type FrameReport, reportPrefix, type SetAside, type Trouble } from '../messages.ts';

export const POLICY_NOTE_KEY = 'policy-note';

export interface Stored {
  /** Null: no frame of the tab has ever reported. */
  reports: readonly FrameReport[] | null;
  policy: PolicyNote;
  access: Access;
  /** Something was there that is no report. */
  reportsDamaged: boolean;
  policyDamaged: boolean;
}

export function readStored(tabId: number, session: unknown, local: unknown): Stored {
  const prefix = reportPrefix(tabId);
  const mine = Object.entries(isRecord(session) ? session : {})
    .filter(([key]) => key.startsWith(prefix))
    .sort(([one], [other]) => Number(one.slice(prefix.length)) - Number(other.slice(prefix.length)))
    .map(([, value]) => value);
  const reports = mine.filter(isFrameReport);
  const note = isRecord(local) ? local[POLICY_NOTE_KEY] : undefined;
  const policyDamaged = note !== undefined && !isPolicyNote(note);
  return {
    reports: mine.length === 0 ? null : reports,
    // The worker may not have written its note yet; a review names the policy it was made with.
    policy: isPolicyNote(note)
      ? note
      : (reports.flatMap((r) => r.entries)[0]?.review.policy ?? DEFAULT_POLICY.note),
    access: accessFrom(isRecord(local) ? local[ACCESS_KEY] : undefined),
    reportsDamaged: !isRecord(session) || reports.length < mine.length,
    policyDamaged: policyDamaged || !isRecord(local),
  };
}

type Guard<T> = (value: unknown) => value is T;

const isString = (value: unknown): value is string => typeof value === 'string';
const isNumber = (value: unknown): value is number => typeof value === 'number';
const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean';

/** The compiler asks for every member of the union, and for no other. */
const oneOf =
  <T extends string>(members: Record<T, true>): Guard<T> =>
  (value): value is T =>
    isString(value) && Object.hasOwn(members, value);
const among =
  <T extends string>(members: readonly T[]): Guard<T> =>
  (value): value is T =>
    members.some((member) => member === value);
const orNull =
  <T>(guard: Guard<T>): Guard<T | null> =>
  (value): value is T | null =>
    value === null || guard(value);
const listOf =
  <T>(guard: Guard<T>): Guard<readonly T[]> =>
  (value): value is readonly T[] =>
    Array.isArray(value) && value.every(guard);
const shape =
  <T extends object>(guards: { [K in keyof T]-?: Guard<T[K]> }): Guard<T> =>
  (value): value is T => {
    if (!isRecord(value)) return false;
    for (const name in guards) if (!guards[name](value[name])) return false;
    return true;
  };

const isLevel: Guard<Level> = among(LEVELS);
const isTrouble = oneOf<Trouble>({
  'reader-failed': true,
  'worker-silent': true,
  'review-failed': true,
  'notice-removed': true,
  'kept-out': true,
});
const isRoom = oneOf<Room>({ 'one-off': true, personal: true, permanent: true, unknown: true });
const isPasscode = oneOf<PasscodeState>({
  'in-text': true,
  'in-link': true,
  both: true,
  withheld: true,
  absent: true,
  'none-by-design': true,
  unknown: true,
});
const isDialIn = oneOf<DialInState>({ none: true, open: true, protected: true, pin: true, unknown: true });
const isUnknown = oneOf<Unknown>({
  lobby: true,
  e2ee: true,
  created: true,
  passcode: true,
  'dial-in': true,
  'more-meetings': true,
  'calendar-attachment': true,
  'rest-of-text': true,
  'closed-frame': true,
  label: true,
  invitation: true,
});
const isSuspiciousWhy = oneOf<SuspiciousWhy>({
  lookalike: true,
  userinfo: true,
  homoglyph: true,
  'ip-host': true,
  scheme: true,
  'open-redirect': true,
  'text-mismatch': true,
  'calendar-property': true,
  backslash: true,
});

const isTiming = shape<Timing>({ created: orNull(isString), lastOccurrence: orNull(isString) });

const isMeeting = shape<Meeting>({
  platform: isString,
  url: orNull(isString),
  host: isString,
  tenant: orNull(isString),
  id: orNull(isString),
  room: isRoom,
  passcode: shape<Meeting['passcode']>({ state: isPasscode, digits: orNull(isNumber) }),
  dialIn: shape<Meeting['dialIn']>({ state: isDialIn }),
  wrappedBy: listOf(isString),
  personalLink: orNull(oneOf<PersonalLink>({ host: true, participant: true })),
  quoted: isBoolean,
  ways: listOf(isString),
  timing: orNull(isTiming),
});

const isMarking = shape<Marking>({
  scheme: isString,
  level: isString,
  rank: isNumber,
  foundIn: oneOf<Marking['foundIn']>({ title: true, body: true, label: true, header: true, calendar: true }),
  text: isString,
});

const isFinding = shape<Finding>({
  rule: isString,
  level: isLevel,
  meeting: orNull(isNumber),
  variant: orNull(isString),
  substitutions: listOf(isString),
  ownTexts: listOf(shape<OwnText>({ language: isString, text: isString })),
  reportedOnly: orNull(oneOf<'justify' | 'block'>({ justify: true, block: true })),
  source: shape<Finding['source']>({ title: isString, url: isString }),
});

export const isPolicyNote = shape<PolicyNote>({
  source: oneOf<PolicyNote['source']>({ file: true, managed: true, local: true, default: true }),
  version: orNull(isString),
  organisation: orNull(isString),
  contact: orNull(isString),
  helpUrl: orNull(isString),
  faults: listOf(
    shape<PolicyFault>({
      path: isString,
      problem: oneOf<PolicyFault['problem']>({
        'not-json': true,
        empty: true,
        'wrong-type': true,
        'wrong-value': true,
        missing: true,
        'unknown-key': true,
        'unknown-rule': true,
        'unknown-marking': true,
        'unknown-scheme': true,
        'unknown-platform': true,
        'unknown-incident': true,
        twice: true,
        'too-many': true,
        'dropped-by-browser': true,
        unanswered: true,
        expired: true,
      }),
      value: isString,
      lost: orNull(isString),
    }),
  ),
  notApplied: listOf(isString),
  ownSettings: listOf(isString),
});

const isSurface: Guard<Surface> = among(SURFACES);

export const isReview = shape<Review>({
  surface: isSurface,
  meetings: listOf(isMeeting),
  suspicious: listOf(shape<Suspicious>({ url: isString, why: isSuspiciousWhy })),
  marking: orNull(isMarking),
  findings: listOf(isFinding),
  unknown: listOf(isUnknown),
  policy: isPolicyNote,
});

export const isFrameReport = shape<FrameReport>({
  page: isString,
  site: isString,
  entries: listOf(
    shape<FrameReport['entries'][number]>({
      title: isString,
      review: isReview,
      aside: shape<Aside>({
        key: isString,
        state: orNull(oneOf<SetAside>({ 'not-now': true, known: true })),
        mayBeKnown: isBoolean,
      }),
    }),
  ),
  trouble: orNull(isTrouble),
  webmail: orNull(isString),
  missed: listOf(isString),
});
