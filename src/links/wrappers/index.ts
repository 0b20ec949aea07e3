import { awstrack } from './awstrack.ts';
import { barracuda } from './barracuda.ts';
import { checkpoint } from './checkpoint.ts';
import { cisco } from './cisco.ts';
import { facebook } from './facebook.ts';
import { fireeye } from './fireeye.ts';
import { google } from './google.ts';
import { hornetsecurity } from './hornetsecurity.ts';
import { linkedin } from './linkedin.ts';
import { mandrill } from './mandrill.ts';
import { meetLinkredirect } from './meet-linkredirect.ts';
import { mimecast } from './mimecast.ts';
import { proofpoint } from './proofpoint.ts';
import { safelinks } from './safelinks.ts';
import { seclinks } from './seclinks.ts';
import { shortener } from './shortener.ts';
import { slack } from './slack.ts';
import { sophos } from './sophos.ts';
import { symantec } from './symantec.ts';
import { trendmicro } from './trendmicro.ts';
import type { Wrapper } from './wrapper.ts';

export const WRAPPERS: readonly Wrapper[] = [
  awstrack,
  barracuda,
  checkpoint,
  cisco,
  facebook,
  fireeye,
  google,
  hornetsecurity,
  linkedin,
  mandrill,
  meetLinkredirect,
  mimecast,
  proofpoint,
  safelinks,
  seclinks,
  shortener,
  slack,
  sophos,
  symantec,
  trendmicro,
];
