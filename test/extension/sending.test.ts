// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { looksLikeSending } from '../../extension/content/reading/sending.ts';

function looks(button: string, isEvent = false): boolean {
  document.body.innerHTML = `<form>${button}</form>`;
  const [form, pressed] = [document.querySelector('form'), document.querySelector('form > *')];
  if (form === null || pressed === null) throw new Error('no button');
  return looksLikeSending(pressed, form, isEvent);
}

it.each([
  ['<button type="button">Verzenden</button>', false, true],
  [`<button type="button">\n${' '.repeat(60)}<i></i>\n   Send\n</button>`, false, true],
  ['<button type="submit">→</button>', false, true],
  ['<button type="submit">Save draft</button>', false, false],
  ['<button type="button">Save</button>', true, true],
  ['<button type="button">Gem</button>', true, true],
  ['<button type="button">Gemini</button>', true, false],
  ['<button type="button">Sender</button>', false, false],
  ['<button type="button">Add a file</button>', true, false],
  [`<button type="button">Send ${'us all what you think of it '.repeat(4)}</button>`, false, false],
])('%s, of an event: %s', (button, isEvent, expected) => {
  expect(looks(button, isEvent)).toBe(expected);
});
