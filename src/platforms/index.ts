import { around } from './around.ts';
import { bigbluebutton } from './bigbluebutton.ts';
import { bluejeans } from './bluejeans.ts';
import { chime } from './chime.ts';
import { cms } from './cms.ts';
import { dialpad } from './dialpad.ts';
import { discord } from './discord.ts';
import { eightByEight } from './eight-by-eight.ts';
import { elementCall } from './element-call.ts';
import { facetime } from './facetime.ts';
import { goto } from './goto.ts';
import { jitsi } from './jitsi.ts';
import { lifesize } from './lifesize.ts';
import { livekit } from './livekit.ts';
import { meet } from './meet.ts';
import { nextcloudTalk } from './nextcloud-talk.ts';
import { pexip } from './pexip.ts';
import type { Platform } from './platform.ts';
import { protonMeet } from './proton-meet.ts';
import { ringcentral } from './ringcentral.ts';
import { services } from './services.ts';
import { signal } from './signal.ts';
import { skype } from './skype.ts';
import { slack } from './slack.ts';
import { starleaf } from './starleaf.ts';
import { teams } from './teams.ts';
import { tixeo } from './tixeo.ts';
import { visio } from './visio.ts';
import { webex } from './webex.ts';
import { whereby } from './whereby.ts';
import { wire } from './wire.ts';
import { zoho } from './zoho.ts';
import { zoom } from './zoom.ts';

/** Every platform we know. A new one is a file here and a line. */
export const PLATFORMS: readonly Platform[] = [
  around,
  bigbluebutton,
  bluejeans,
  chime,
  cms,
  dialpad,
  discord,
  eightByEight,
  elementCall,
  facetime,
  goto,
  jitsi,
  lifesize,
  livekit,
  meet,
  nextcloudTalk,
  pexip,
  protonMeet,
  ringcentral,
  signal,
  skype,
  slack,
  starleaf,
  teams,
  tixeo,
  visio,
  webex,
  whereby,
  wire,
  zoho,
  zoom,
  ...services,
];
