import { fastmail } from './fastmail.ts';
import { gmail } from './gmail.ts';
import { googleCalendar } from './google-calendar.ts';
import { nextcloudCalendar } from './nextcloud-calendar.ts';
import { nextcloudMail } from './nextcloud-mail.ts';
import { openXchange } from './open-xchange.ts';
import { outlook } from './outlook.ts';
import { outlookOnPremises } from './outlook-on-premises.ts';
import { protonCalendar } from './proton-calendar.ts';
import { protonMail } from './proton-mail.ts';
import { roundcube } from './roundcube.ts';
import { sogo } from './sogo.ts';
import type { Webmail } from './webmail.ts';
import { yahoo } from './yahoo.ts';
import { zimbraClassic } from './zimbra-classic.ts';
import { zimbraModern } from './zimbra-modern.ts';

/** Refinements; what they miss, the generic reading takes. The first whose host or sign fits a page is its. */
export const READERS: readonly Webmail[] = [
  fastmail,
  gmail,
  googleCalendar,
  nextcloudCalendar,
  nextcloudMail,
  openXchange,
  outlookOnPremises,
  outlook,
  protonCalendar,
  protonMail,
  roundcube,
  sogo,
  yahoo,
  zimbraClassic,
  zimbraModern,
];
