import { beforeAll, describe, expect, it } from 'vitest';
import type { HandledPage } from '../own-pages.ts';
import { until } from '../until.ts';
import { focused, focusFault, tabTo } from './focus.ts';
import { REVIEWS } from './reviews.ts';
import { ready, type Stage } from './stage.ts';
import { inNotice } from './surfaces/notice.ts';
import { OPTIONS } from './surfaces/options.ts';
import { POPUP } from './surfaces/popup.ts';
import { ENGLISH, speak } from './words.ts';

const LINK = 'https://zoom.us/j/84512345678';
const JUSTIFY = { policyVersion: 'justify', rules: [{ rule: 'no-passcode', level: 'justify' }] };

/** A page of a webmail that writes down which link was followed. */
export const MAIL = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Webmail of Examplestad</title>
  <main><h1>Budget of the harbour</h1><p>Join: <a id="join" href="${LINK}">${LINK}</a></p></main><script>
  window.joined = 0; document.addEventListener('click', (event) => {
    if (event.target.closest('a') !== null) { event.preventDefault(); joined++; } });</script>`;

/** With nothing but the keyboard, and always with the focus plain to see. */
export function keyboardCases(stage: () => Stage, places: () => { gallery: string; mail: string }): void {
  const page = (): HandledPage => stage().page;
  const press = (key: string): Promise<void> => page().keyboard.press(key);
  const show = (surface: typeof POPUP, name: string): Promise<void> | undefined =>
    surface.states.find((state) => state.name === name)?.show(stage(), ENGLISH);

  describe('the notice and the question at a hold', () => {
    beforeAll(async () => {
      await stage().open(places().gallery, 'gallery !== undefined');
      await speak(page(), ENGLISH);
    });
    const isOpen = `${inNotice('.toggle')}.ariaExpanded === 'true'`;

    it('the notice is read, folded, and left', async () => {
      await page().evaluate(
        `void gallery.notice(${JSON.stringify({ review: REVIEWS.warn, trouble: null, small: [] })})`,
      );
      await tabTo(page(), /^What to do/);
      await press('Enter');
      await ready(page(), isOpen);
      expect((await tabTo(page(), /I know this one/)).join()).toMatch(
        /Not now.*details.*Source|Digital Trust Center/i,
      );
      await press('Escape');
      await ready(page(), `!(${isOpen})`);
      expect(await focused(page())).toMatch(/^What to do/);
    });

    it('a hold keeps the focus until it is answered', async () => {
      await page().evaluate(`void gallery.hold(${JSON.stringify(REVIEWS.justify)})`);
      expect(await focused(page())).toBe('textarea');
      await page().keyboard.type('The host is known to me');
      const steps: string[] = [];
      for (let count = 0; count < 12; count++) {
        await press('Tab');
        expect(await focusFault(page())).toBe('');
        steps.push(await focused(page()));
      }
      expect(steps.join()).toMatch(/Go back,Join anyway/);
      // The page's own link.
      expect(steps).not.toContain('Join');
      for (let count = 0; count < 20 && (await focused(page())) !== 'Join anyway'; count++)
        await press('Tab');
      await press('Enter');
      await ready(page(), `document.body.dataset.answer === 'gave-reason'`);
    });
  });

  it('a link that is held: gone back from, then joined with a reason', async () => {
    await stage().follow(JUSTIFY);
    await page().goto(places().mail);
    await page().bringToFront();
    const says = (words: string, isSaid: boolean): Promise<void> =>
      until(`“${words}”`, async () => (await stage().notices()).join().includes(words) === isSaid);
    await says('No passcode', true);
    await tabTo(page(), /zoom/);
    await until('the question', async () => {
      if ((await stage().notices()).join().includes('Go back')) return true;
      // The script that holds is brought in its own time.
      await press('Enter');
      return false;
    });
    await stage().type('I know the host');
    await press('Tab');
    await press('Enter');
    await says('Go back', false);
    expect(await page().evaluate('document.activeElement.id')).toBe('join');

    const before = Number(await page().evaluate('joined'));
    await press('Enter');
    await says('Go back', true);
    await stage().type('I know the host');
    await press('Tab');
    await press('Tab');
    await press('Enter');
    await ready(page(), `joined === ${before + 1}`);
    // The notice comes after the page's own.
    await tabTo(page(), /^in-camera-|What to do/);
  });

  describe('the popup', () => {
    it('a warning is unfolded', async () => {
      await show(POPUP, 'a warning');
      await tabTo(page(), /No passcode/);
      await press('Enter');
      await ready(page(), `document.querySelector('.finding details').open`);
    });

    it('a report is written and left', async () => {
      await show(POPUP, 'a warning');
      await tabTo(page(), /^Report/);
      await press('Enter');
      await ready(page(), `document.activeElement.localName === 'textarea'`);
      await page().keyboard.type('It came today. ');
      expect(await page().evaluate(`document.querySelector('textarea').value`)).toContain('It came today. ');
      expect(await focusFault(page())).toBe('');
      await press('Escape');
      await ready(page(), `document.activeElement.localName === 'button'`);
      expect(await focused(page())).toMatch(/^Report/);
    });

    it('says its answer once, however often it is drawn', async () => {
      await show(POPUP, 'a warning');
      await page().evaluate(`void (() => { window.said = 0;
        new MutationObserver((changes) => { window.said += changes.length; })
          .observe(document.querySelector('[aria-live]'), { subtree: true, childList: true, characterData: true }); })()`);
      await POPUP.again?.(stage());
      await POPUP.again?.(stage());
      expect(await page().evaluate('window.said')).toBe(0);
    });
  });

  it('from room to room', async () => {
    await show(OPTIONS, 'check, empty');
    await tabTo(page(), /^History$/);
    await press('Enter');
    await ready(
      page(),
      `document.activeElement.localName === 'h2' && document.body.dataset.room === 'history'`,
    );
  });
}
