import { jitsi } from './jitsi.ts';
import { meet } from './meet.ts';
import type { Platform } from './platform.ts';
import { teams } from './teams.ts';
import { webex } from './webex.ts';
import { zoom } from './zoom.ts';

/** Every platform we know. A new one is a file here and a line. */
export const PLATFORMS: readonly Platform[] = [jitsi, meet, teams, webex, zoom];
