/** Pages that hold an invitation and work against the notice on them; and what a person still sees of it. */
import { setTimeout as pause } from 'node:timers/promises';
import { type Hearing, listen } from '../hearing.ts';
import { HEIGHT, type Place, WIDTH } from '../own-pages.ts';
import { until } from '../until.ts';
import { LINK } from './mail.ts';

const MAIL = `<main><h1>Budget of the harbour</h1><p>Join: <a href="${LINK}">${LINK}</a></p><p id="rest">Bring the notes.</p></main>`;

/** `ours()`: our element; `over(css)`: something of the page's that lies over everything. */
export const adversary = (
  script: string,
  style = '',
): string => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Mail</title>
  <style>body { margin: 0; background: #fff } ${style}</style>${MAIL}<script>
  const ours = () => [...document.querySelectorAll('*')].find((one) => one.localName.startsWith('in-camera-'));
  const over = (css, tag = 'div') => { const one = document.createElement(tag); one.textContent = 'You have won'; one.id = 'over';
    one.style.cssText = 'position: fixed; inset: 0; width: 100vw; height: 100vh; max-width: none; max-height: none; margin: 0; z-index: 2147483647; background: #ff0; ' + css;
    document.body.append(one); return one; };
  ${script}</script>`;

/** A page that leaves us alone: every test needs it. */
export const CALM = { '/calm': adversary('') };

/** Well within the notice: its edges and its shadow are mixed with the page's colours. */
const WITHIN = { x: WIDTH - 380, y: HEIGHT - 80, width: 330, height: 60 };

export interface Watched {
  hearing: Hearing;
  evaluate(expression: string): Promise<unknown>;
  /** What the notices say. */
  said(): Promise<string>;
  hasNotice(): Promise<void>;
  /** Loads a page and waits for its notice, and that it stands still. */
  open(path: string): Promise<void>;
  /** The part of the notice's pixels that differ from those on a page that leaves us alone. */
  difference(): Promise<number>;
  /** What is in the middle of the notice, to the page. */
  onTop(): Promise<unknown>;
}

export async function watched(place: Place, origin: string): Promise<Watched> {
  const hearing = await listen(place.driver);
  let calm: Uint8Array = new Uint8Array();
  const evaluate = (expression: string): Promise<unknown> => place.page.evaluate(expression);
  const said = async (): Promise<string> => (await place.notices()).join(' ¦ ');
  const hasNotice = (): Promise<void> =>
    until('the notice', async () => (await said()).includes('No passcode'), 20_000);

  async function open(path: string): Promise<void> {
    await place.page.goto('about:blank');
    await hearing.forget(place.tabId);
    await place.page.goto(origin + path);
    await place.page.bringToFront();
    await hasNotice();
    // Chromium tells only after a while whether something can be seen (seen.ts).
    await pause(300);
  }

  async function difference(): Promise<number> {
    const now = await place.page.screenshot({ clip: WITHIN });
    const pictures = [calm, now].map((one) => Buffer.from(one).toString('base64'));
    const answer = await evaluate(`(async () => {
      const [one, other] = await Promise.all(${JSON.stringify(pictures)}.map(async (data) => {
        const image = new Image(); image.src = 'data:image/png;base64,' + data; await image.decode();
        const canvas = new OffscreenCanvas(image.width, image.height); const context = canvas.getContext('2d'); context.drawImage(image, 0, 0);
        return context.getImageData(0, 0, image.width, image.height).data; }));
      if (one.length !== other.length) return 1;
      let differing = 0;
      for (let at = 0; at < one.length; at += 4) if ([0, 1, 2].some((part) => Math.abs(one[at + part] - other[at + part]) > 40)) differing++;
      return differing / (one.length / 4); })()`);
    return Number(answer);
  }

  await open('/calm');
  calm = await place.page.screenshot({ clip: WITHIN });
  return {
    hearing,
    evaluate,
    said,
    hasNotice,
    open,
    difference,
    onTop: () =>
      evaluate(
        `document.elementFromPoint(${WITHIN.x + WITHIN.width / 2}, ${WITHIN.y + WITHIN.height / 2})?.localName.replace(/^(in-camera-).*/, '$1')`,
      ),
  };
}
