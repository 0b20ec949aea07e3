/** What a person does in the extension's own pages. */
import { click } from '../../webmail/roundcube-hands.ts';
import type { HandledPage } from '../own-pages.ts';
import { until } from '../until.ts';

/** Shows what is folded away. */
export const unfold = async (page: HandledPage): Promise<void> => {
  await page.evaluate(
    `void (() => { for (const one of document.querySelectorAll('details')) one.open = true; })()`,
  );
};

/** Whether the check has found something wrong. */
export const IS_JUDGED = `document.querySelector('.results[data-run=done] [data-answer]')?.dataset.answer === 'wrong'`;

/** Checks a text in the field of the popup or of its room. */
export async function checkText(page: HandledPage): Promise<void> {
  await until('the field', () => page.evaluate(`document.querySelector('.intake textarea') !== null`));
  await page.evaluate(
    `document.querySelector('.intake textarea').focus(); document.querySelector('.intake textarea').select()`,
  );
  await page.keyboard.type('Join: https://us02web.zoom.us/j/82345678901');
  await press(page, 'Check this text');
  await until('the verdict', () => page.evaluate(IS_JUDGED), 20_000);
}

/** With the mouse, so that it counts as a person's; waits for it. */
export async function press(page: HandledPage, button: string): Promise<void> {
  await page.bringToFront();
  const mark = `(() => {
    for (const one of document.querySelectorAll('[data-pressed]')) delete one.dataset.pressed;
    const found = [...document.querySelectorAll('button, summary')].find((one) => one.textContent.trim() === ${JSON.stringify(button)});
    if (found !== undefined) found.dataset.pressed = '';
    return found !== undefined;
  })()`;
  await until(`the button “${button}”`, () => page.evaluate(mark));
  await click(page, '[data-pressed]');
}

/** An expression that drops files of these names and contents. */
export const drop = (files: readonly (readonly [string, string])[]): string => `(() => {
  const carried = new DataTransfer();
  for (const [name, content] of ${JSON.stringify(files)}) carried.items.add(new File([content], name));
  document.querySelector('main').dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: carried }));
})()`;
/** An expression that chooses a value of a list. */
export const choose = (selector: string, value: string): string => `(() => {
  const list = document.querySelector(${JSON.stringify(selector)});
  list.value = ${JSON.stringify(value)};
  list.dispatchEvent(new Event('change', { bubbles: true }));
})()`;
