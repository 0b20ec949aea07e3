/** The README's pictures. */
import { join } from 'node:path';
import { ENGLISH } from './looks.ts';
import type { Places } from './picture.ts';
import { BRITISH, NONE } from './policies.ts';
import { POPUP, type Stage } from './stage.ts';

const MAIL = '/mail/zoom-no-passcode';
/** Small enough for a page of text: less than 150 kB a picture. */
const WINDOW = { width: 960, height: 600 };

export async function takeForReadme(stage: Stage, { webmail }: Places, docs: string): Promise<void> {
  await stage.wear(ENGLISH);
  await stage.follow(NONE);
  await stage.page.setViewportSize(WINDOW);
  await stage.page.goto(webmail + MAIL);
  await stage.shown('.panel');
  await stage.page.screenshot({ path: join(docs, 'notice.png') });
  const tab = await stage.tabId();
  await stage.ownPage(`popup/index.html?tab=${tab}`, POPUP, join(docs, 'popup.png'), async (popup) => {
    await popup.evaluate(`document.documentElement.classList.remove('in-tab')`);
    await popup.waitForSelector('[data-rule]');
  });
  await stage.follow(BRITISH);
  const room = 'applies';
  await stage.ownPage(
    `options/index.html#${room}`,
    WINDOW,
    join(docs, 'options.png'),
    (page) => page.waitForSelector(`body[data-room="${room}"] h3`),
    false,
  );
}
