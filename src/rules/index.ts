import { credentialsInTitle } from './credentials-in-title.ts';
import { enumerableId } from './enumerable-id.ts';
import { exposedInvitation } from './exposed-invitation.ts';
import { foreignTenant } from './foreign-tenant.ts';
import { guessableRoom } from './guessable-room.ts';
import { hiddenDestination } from './hidden-destination.ts';
import { insecureScheme } from './insecure-scheme.ts';
import { labelMissing } from './label-missing.ts';
import { lookalikeLink } from './lookalike-link.ts';
import { misleadingLink } from './misleading-link.ts';
import { noPasscode } from './no-passcode.ts';
import { openDialIn } from './open-dial-in.ts';
import { outsideParticipants } from './outside-participants.ts';
import { passcodeInLink } from './passcode-in-link.ts';
import { personalLink } from './personal-link.ts';
import { personalRoom } from './personal-room.ts';
import { platformAdvisory } from './platform-advisory.ts';
import { platformNotAllowed } from './platform-not-allowed.ts';
import { publicEvent } from './public-event.ts';
import { reusedRoom } from './reused-room.ts';
import { revealingTitle } from './revealing-title.ts';
import type { Rule } from './rule.ts';
import { tooSensitiveForPlatform } from './too-sensitive-for-platform.ts';
import { unprovenProtection } from './unproven-protection.ts';
import { wideAudience } from './wide-audience.ts';

/** Every rule, in the order in which people are told of equal levels: the gravest first. A new one is a file here and a line. */
export const RULES: readonly Rule[] = [
  lookalikeLink,
  misleadingLink,
  insecureScheme,
  tooSensitiveForPlatform,
  platformNotAllowed,
  exposedInvitation,
  platformAdvisory,
  personalLink,
  noPasscode,
  credentialsInTitle,
  guessableRoom,
  enumerableId,
  openDialIn,
  personalRoom,
  reusedRoom,
  passcodeInLink,
  outsideParticipants,
  wideAudience,
  publicEvent,
  foreignTenant,
  labelMissing,
  revealingTitle,
  hiddenDestination,
  unprovenProtection,
];
