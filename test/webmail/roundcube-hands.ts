/**
 * What a person does in Roundcube's pages, with nothing but mouse and keyboard. Where things stand was measured on
 * Roundcube 1.6.5: facts/webmail-dom.md section 11. It has no keyboard shortcut that sends (measured: Control, Alt,
 * Meta and Shift with Enter or S, in every field; Enter in the subject does nothing): by keyboard a person goes to the
 * button with Tab and presses Enter or the space bar.
 */
import { until } from '../browser/until.ts';

/** What this needs of a page; Playwright's and Puppeteer's pages both have it. */
export interface WebmailPage {
  goto(url: string): Promise<unknown>;
  evaluate(expression: string): Promise<unknown>;
  mouse: { click(x: number, y: number, options?: { button?: 'left' | 'middle' }): Promise<void> };
  keyboard: {
    down(key: string): Promise<void>;
    up(key: string): Promise<void>;
    press(key: string): Promise<void>;
    type(text: string): Promise<void>;
  };
}

export interface NewDraft {
  to: readonly string[];
  subject: string;
  /** Which editor; otherwise the one that Roundcube was started with. */
  html?: boolean;
}

/** A frame of the same origin in the page, such as the preview; the page itself when left out. */
type Where = { frame?: string };

export const PREVIEW = 'iframe[name=messagecontframe]';
const EDITOR = '#composebody_ifr';
const COMPOSE_ADDRESS = /[?&]_action=compose\b/;

/**
 * The middle of the first visible element of these; null when there is none. Throws, naming it, when something else lies
 * there: a click would go astray.
 */
const middleOf = (selector: string, { frame }: Where): string => `(() => {
  const frame = ${frame === undefined ? 'null' : `document.querySelector(${JSON.stringify(frame)})`};
  const page = ${frame === undefined ? 'document' : 'frame?.contentDocument'};
  const element = [...page?.querySelectorAll(${JSON.stringify(selector)}) ?? []]
    .find((one) => one.getClientRects().length > 0);
  if (element === undefined) return null;
  element.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  const box = element.getClientRects()[0];
  const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
  const hit = page.elementFromPoint(x, y);
  if (hit === null || !(element.contains(hit) || hit.contains(element)))
    throw new Error('covered by ' + (hit?.cloneNode().outerHTML ?? 'nothing'));
  const corner = frame?.getBoundingClientRect() ?? { left: 0, top: 0 };
  return [corner.left + (frame?.clientLeft ?? 0) + x, corner.top + (frame?.clientTop ?? 0) + y];
})()`;

/** Clicks on the first visible element, once it stands still. Throws after ten seconds. */
export async function click(
  page: WebmailPage,
  selector: string,
  { button = 'left', ...where }: Where & { button?: 'left' | 'middle' } = {},
): Promise<void> {
  let place: unknown = null;
  await until(`${selector} to click on`, async () => {
    const before = JSON.stringify(place);
    place = await page.evaluate(middleOf(selector, where));
    return place !== null && JSON.stringify(place) === before;
  });
  if (Array.isArray(place)) await page.mouse.click(Number(place[0]), Number(place[1]), { button });
}

/** Opens the page on which mail is written and fills in everything but the text. */
export async function compose(page: WebmailPage, url: string, draft: NewDraft): Promise<void> {
  if (!(await has(page, '#messagelist'))) await page.goto(`${url}?_task=mail&_mbox=INBOX`);
  await isIdle(page);
  await click(page, 'a.compose:not(.disabled)');
  await editorStands(page);
  if (draft.html !== undefined) await switchEditor(page, draft.html);
  for (const address of draft.to) await addRecipient(page, address);
  await click(page, '#compose-subject');
  await page.keyboard.type(draft.subject);
}

/** As a person: the address, then Enter, which makes a chip of it. */
export async function addRecipient(page: WebmailPage, address: string): Promise<void> {
  await click(page, '#compose_to .recipient-input input');
  await page.keyboard.type(address);
  // Roundcube cuts what is typed into recipients; on a busy machine it is still at it when the last key is pressed.
  await until(
    `${address} in the field`,
    async () => (await page.evaluate('document.activeElement.value')) === address,
  );
  await page.keyboard.press('Enter');
  const chips = `[...document.querySelectorAll('#compose_to li.recipient')].map((chip) => chip.textContent).join()`;
  await until(`the chip of ${address}`, async () => String(await page.evaluate(chips)).includes(address));
}

/** Types at the end of the text, a line feed as Enter. */
export async function write(page: WebmailPage, text: string): Promise<void> {
  await intoText(page);
  await chord(page, 'Control', 'End');
  await page.keyboard.type(text);
}

/** Selects the whole text and types over it. */
export async function rewrite(page: WebmailPage, text: string): Promise<void> {
  await intoText(page);
  await chord(page, 'Control', 'a');
  await page.keyboard.press('Backspace');
  await page.keyboard.type(text);
}

/** What stands in the draft: recipients, subject and text, as Roundcube's own fields have them. */
export async function draftIn(page: WebmailPage): Promise<{ to: string; subject: string; text: string }> {
  const [to, subject, text] = await stringsIn(
    page,
    `[
      document.querySelector('#_to').value,
      document.querySelector('#compose-subject').value,
      document.querySelector('${EDITOR}')?.contentDocument.body.innerText ?? document.querySelector('#composebody').value,
    ]`,
  );
  return { to: to ?? '', subject: subject ?? '', text: text ?? '' };
}

/** Presses Send with the mouse. */
export async function pressSend(page: WebmailPage): Promise<void> {
  await click(page, 'button.send');
}

/** From the text with Tab to Send, and there a key. */
export async function sendByKeyboard(page: WebmailPage, key: 'Enter' | ' '): Promise<void> {
  await intoText(page);
  await page.keyboard.press('Tab');
  await until('the focus on Send', () =>
    page.evaluate(`document.activeElement?.matches('button.send') === true`),
  );
  await page.keyboard.press(key);
}

/** Roundcube goes back to its list when a mail is sent: a mail server and a page of PHP later, on a machine that does other things, too. */
export function isSent(page: WebmailPage): Promise<void> {
  return until('Roundcube to have sent the mail', () => has(page, '#messagelist'), 30_000);
}

/** What it is doing and what it says, for whoever waited in vain. */
export async function stateOf(page: WebmailPage): Promise<string> {
  const state = `JSON.stringify({ at: location.search, busy: rcmail.busy, says: document.querySelector('#messagestack')?.textContent })`;
  return String(await page.evaluate(state));
}

/** Answers the mail that is open, beside the list or on its own page. */
export async function reply(page: WebmailPage): Promise<void> {
  await isIdle(page);
  await click(page, 'a.reply:not(.disabled, .all, .list)');
  await editorStands(page);
}

/** Goes with Tab, from the top of the mail, to a link, so that a key follows it. `frame` as for click. */
export async function focusLink(page: WebmailPage, selector: string, where: Where = {}): Promise<void> {
  await click(page, '#message-header h2.subject', where);
  const isThere = `(() => {
    const inside = document.activeElement?.contentDocument ?? document;
    return inside.activeElement?.matches(${JSON.stringify(selector)}) === true;
  })()`;
  for (let step = 0; step < MOST_TABS && (await page.evaluate(isThere)) !== true; step++)
    await page.keyboard.press('Tab');
  if ((await page.evaluate(isThere)) !== true) throw new Error(`Tab does not come to ${selector}`);
}
/** Links, buttons and attachments that lie before a link in the mail. */
const MOST_TABS = 60;

async function chord(page: WebmailPage, modifier: string, key: string): Promise<void> {
  await page.keyboard.down(modifier);
  await page.keyboard.press(key);
  await page.keyboard.up(modifier);
}

async function intoText(page: WebmailPage): Promise<void> {
  if (await has(page, EDITOR)) await click(page, 'body', { frame: EDITOR });
  else await click(page, '#composebody');
}

/** While it loads something Roundcube does not answer to its buttons. */
const isIdle = (page: WebmailPage): Promise<void> =>
  until('Roundcube to be idle', () => page.evaluate('rcmail.busy === false'));

/** TinyMCE comes into the page, hidden, before it can be written in. */
async function editorStands(page: WebmailPage): Promise<void> {
  await until('the page to write on', () =>
    page.evaluate(`(() => {
      if (!${COMPOSE_ADDRESS}.test(location.search) || document.readyState !== 'complete') return false;
      const plain = document.querySelector('#composebody');
      if (plain === null) return false;
      if (document.querySelector('[name=_is_html]').value !== '1') return plain.getClientRects().length > 0;
      const frame = document.querySelector('${EDITOR}');
      return frame?.contentDocument?.body?.isContentEditable === true && getComputedStyle(frame).visibility === 'visible';
    })()`),
  );
}

async function switchEditor(page: WebmailPage, html: boolean): Promise<void> {
  if ((await has(page, EDITOR)) === html) return;
  await click(page, html ? 'a.mce-i-html' : '.tox-toolbar__group:first-child button');
  await until('the other editor', async () => (await has(page, EDITOR)) === html);
  await editorStands(page);
}

const has = async (page: WebmailPage, selector: string): Promise<boolean> =>
  (await page.evaluate(`document.querySelector(${JSON.stringify(selector)}) !== null`)) === true;

async function stringsIn(page: WebmailPage, expression: string): Promise<string[]> {
  const answer = await page.evaluate(expression);
  return Array.isArray(answer) ? answer.map(String) : [];
}
