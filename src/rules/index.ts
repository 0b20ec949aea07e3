import { exposedInvitation } from './exposed-invitation.ts';
import { insecureScheme } from './insecure-scheme.ts';
import { lookalikeLink } from './lookalike-link.ts';
import { misleadingLink } from './misleading-link.ts';
import { noPasscode } from './no-passcode.ts';
import { openDialIn } from './open-dial-in.ts';
import { personalLink } from './personal-link.ts';
import { personalRoom } from './personal-room.ts';
import { platformNotAllowed } from './platform-not-allowed.ts';
import { revealingTitle } from './revealing-title.ts';
import type { Rule } from './rule.ts';
import { tooSensitiveForPlatform } from './too-sensitive-for-platform.ts';

/** Every rule, in the order in which people are told of equal levels: the gravest first. A new one is a file here and a line. */
export const RULES: readonly Rule[] = [
  lookalikeLink,
  misleadingLink,
  insecureScheme,
  tooSensitiveForPlatform,
  platformNotAllowed,
  exposedInvitation,
  personalLink,
  noPasscode,
  openDialIn,
  personalRoom,
  revealingTitle,
];
