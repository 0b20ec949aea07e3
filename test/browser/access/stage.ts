/** A browser with one page on which every surface can be shown, in every theme. */
import { setTimeout as pause } from 'node:timers/promises';
import { startChromium } from '../drivers/chromium.ts';
import { startFirefox } from '../drivers/firefox.ts';
import { type HandledPage, HEIGHT, type Place, placeOf, WIDTH } from '../own-pages.ts';
import { until } from '../until.ts';

export type Theme = 'light' | 'dark' | 'forced colours';

export interface Stage extends Place {
  /** "chrome-extension://…/" */
  own: string;
  /** The first is the one it begins with. */
  themes: readonly [Theme, ...Theme[]];
  /** Goes there, and resolves once this expression is true in that page. */
  open(url: string, ready: string): Promise<void>;
  wear(theme: Theme): Promise<void>;
}

export interface ResizableStage extends Stage {
  resize(width: number, height: number): Promise<void>;
}

const DEADLINE_MS = 10_000;

/** Until the expression is true in the page: asked in there, where each question costs nothing. */
export async function ready(page: HandledPage, expression: string): Promise<void> {
  const asked = `new Promise((done) => {
    const end = performance.now() + ${DEADLINE_MS};
    const ask = () => {
      let now = false;
      try { now = Boolean(${expression}); } catch {}
      if (now || performance.now() > end) done(now); else setTimeout(ask, 10);
    };
    ask();
  })`;
  // A page that is just being left cannot answer.
  const answer = await page.evaluate(asked).catch(() => pause(50).then(() => page.evaluate(asked)));
  if (answer !== true) throw new Error(`Waited in vain for ${expression}`);
}

export async function chromiumStage(): Promise<ResizableStage> {
  const driver = await startChromium({ dist: 'dist/chromium-loopback' });
  const page = await driver.newPage();
  await page.setViewportSize({ width: WIDTH, height: HEIGHT });
  return {
    ...(await placeOf(driver, page)),
    own: `chrome-extension://${driver.extensionId}/`,
    themes: ['light', 'dark', 'forced colours'],
    async open(url, expression) {
      await page.goto(url);
      await ready(page, expression);
    },
    wear: (theme) =>
      page.emulateMedia({
        colorScheme: theme === 'dark' ? 'dark' : 'light',
        forcedColors: theme === 'forced colours' ? 'active' : 'none',
      }),
    resize: (width, height) => page.setViewportSize({ width, height }),
  };
}

export async function firefoxStage(): Promise<Stage> {
  const driver = await startFirefox({
    dist: 'dist/firefox-loopback',
    preferences: { [CONTENT_SCHEME]: LIGHT },
  });
  const page = await driver.newPage();
  const settings = await driver.newPage();
  await settings.goto('about:config', { waitUntil: [] });
  await page.bringToFront();
  return {
    ...(await placeOf(driver, page)),
    own: `moz-extension://${driver.extensionId}/`,
    themes: ['light', 'dark'],
    async open(url, expression) {
      // The load event of an extension's page never reaches us.
      await page.goto(url, { waitUntil: [] });
      await ready(page, `location.href === ${JSON.stringify(url)} && (${expression})`);
    },
    async wear(theme) {
      const value = theme === 'dark' ? DARK : LIGHT;
      await until('the theme', async () => {
        await settings.evaluate(`Services.prefs.setIntPref(${JSON.stringify(CONTENT_SCHEME)}, ${value})`);
        return true;
      });
      await ready(page, `matchMedia('(prefers-color-scheme: ${theme})').matches`);
    },
  };
}

/** What pages are told of the person's wish, and its values (StaticPrefList.yaml of Firefox). */
const CONTENT_SCHEME = 'layout.css.prefers-color-scheme.content-override';
const DARK = 0;
const LIGHT = 1;
