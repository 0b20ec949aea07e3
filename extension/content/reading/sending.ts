import * as dom from '../dom.ts';
import { closest } from '../tree.ts';

/**
 * What sends or saves in a form that nobody described: the form's own submit button, or one that is named so. Names are translated, so
 * they only add to what the structure says; where neither helps, the popup and the badge still tell, and the join is held.
 */

/** Begins of the words that webmails put on it, in the languages that In Camera speaks: send, publish; for an event also save, done. */
const SENDS =
  /^(?:send(?!er)|publish|submit|verz|verst|publiceer|abschick|absend|envoy|publier|enviar|publicar|invia|wyślij|wyslij|skicka|lähet|odesl)/i;
const SAVES =
  /^(?:save|done|opsl|bewaar|gereed|speicher|fertig|enreg|guardar|gravar|salvar|salva|zapisz|spara|gem(?!\p{L})|tallenna|lagre|uloži)/iu;
const LONGEST_NAME = 40;
/** Indented markup is mostly white space. */
const LONGEST_MARKUP = 1000;
const BUTTON = 'button, [role=button], input[type=submit], input[type=button], a[href="#"], a:not([href])';

/** To keep the draft of a mail sends nothing; to save an event invites people. */
export function looksLikeSending(pressed: Element, form: Element, isEvent: boolean): boolean {
  const button = closest(pressed, BUTTON);
  if (button === null || !dom.contains(form, button)) return false;
  const name = nameOf(button);
  if (SENDS.test(name) || (isEvent && SAVES.test(name))) return true;
  return isSubmit(button) && !SAVES.test(name);
}

/** Whether this may be the button that sends or saves something, wherever it stands. */
export function maySend(pressed: Element): boolean {
  const button = closest(pressed, BUTTON);
  return button !== null && (isSubmit(button) || SENDS.test(nameOf(button)) || SAVES.test(nameOf(button)));
}

const isSubmit = (button: Element): boolean => dom.matches(button, 'button[type=submit], input[type=submit]');

function nameOf(button: Element): string {
  const name =
    dom.getAttribute(button, 'aria-label') ?? dom.getAttribute(button, 'value') ?? dom.textContent(button);
  const words = name.slice(0, LONGEST_MARKUP).replace(/\s+/g, ' ').trim();
  return words.length > LONGEST_NAME ? '' : words;
}
