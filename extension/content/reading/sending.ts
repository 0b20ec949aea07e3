import { closest } from '../tree.ts';

/**
 * What sends or saves in a form that nobody described: the form's own submit button, or one that is named so. Names are translated, so
 * they only add to what the structure says; where neither helps, the popup and the badge still tell, and the join is held.
 */

/** Begins of the words that webmails put on it: send, save, and the like, in the languages that In Camera speaks. */
const NAMES =
  /^(?:send|save|publish|submit|done|verz|verst|opsl|bewaar|publiceer|senden|abschick|absend|speicher|envoy|enreg|publier|enviar|guardar|gravar|salvar|publicar|invia|salva|wyślij|wyslij|zapisz|skicka|spara|send|gem|lähet|tallenna|lagre|odesl|uloži)/i;
const LONGEST_NAME = 40;
const BUTTON = 'button, [role=button], input[type=submit], input[type=button], a[href="#"], a:not([href])';

export function looksLikeSending(pressed: Element, form: Element): boolean {
  const button = closest(pressed, BUTTON);
  return button !== null && form.contains(button) && maySend(button);
}

/** Whether this may be the button that sends or saves something, wherever it stands. */
export function maySend(pressed: Element): boolean {
  const button = closest(pressed, BUTTON);
  if (button === null) return false;
  if (button.matches('button[type=submit], input[type=submit]')) return true;
  const name = button.getAttribute('aria-label') ?? button.getAttribute('value') ?? button.textContent;
  return name.length <= LONGEST_NAME && NAMES.test(name.trim());
}
