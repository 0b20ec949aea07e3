/** Both browsers, with the extension that reads this machine's pages, and with what they note against it. */
import type { ExtensionDriver } from '../drivers/chromium.ts';
import { startChromium } from '../drivers/chromium.ts';
import { startFirefox } from '../drivers/firefox.ts';
import type { HandledPage } from '../own-pages.ts';
import type { BrowserName } from '../turn.ts';
import { type Complaints, chromiumComplaints, firefoxComplaints } from './complaints.ts';

export interface FaultPlace {
  driver: ExtensionDriver<HandledPage>;
  complaints: Complaints;
}

export const FAULT_BROWSERS: readonly { name: BrowserName; run(): Promise<FaultPlace> }[] = [
  {
    name: 'Chromium',
    async run() {
      const driver = await startChromium({ dist: 'dist/chromium-loopback' });
      return { driver, complaints: await chromiumComplaints(driver) };
    },
  },
  {
    name: 'Firefox',
    async run() {
      const driver = await startFirefox({ dist: 'dist/firefox-loopback' });
      return { driver, complaints: await firefoxComplaints(driver) };
    },
  },
];
