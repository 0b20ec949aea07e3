// @vitest-environment jsdom
import { beforeEach, expect, it } from 'vitest';
import { chipsBeside } from '../../extension/content/reading/labels.ts';

beforeEach(() => {
  // jsdom draws nothing, so nothing is hidden.
  Reflect.set(Element.prototype, 'checkVisibility', () => true);
});

function chipsIn(html: string): string[] {
  document.body.innerHTML = html;
  const heading = document.querySelector('h2');
  if (heading === null) throw new Error('no heading');
  return chipsBeside(heading).map(({ text }) => text);
}

it.each([
  [
    'beside the subject',
    '<main><div><h2>Overleg</h2><span>Intern</span></div><div>…</div></main>',
    ['Intern', '…'],
  ],
  [
    'in a row of its own below it',
    '<main><div><h2>Overleg</h2></div><div><span>Intern</span></div></main>',
    ['Intern'],
  ],
  ['each once', '<main><div><h2>Overleg</h2><i>Intern</i><i>Intern</i></div></main>', ['Intern']],
  ['not the subject itself', '<main><div><h2><b>Intern</b></h2></div></main>', []],
  ['nothing long', `<main><div><h2>Overleg</h2><span>${'Intern '.repeat(20)}</span></div></main>`, []],
  [
    'nothing that is clicked or chosen',
    '<main><div><h2>Overleg</h2><button>Intern</button><a href="/x">Intern</a></div></main>',
    [],
  ],
  [
    'nothing of the mail’s body',
    '<main><div><h2>Overleg</h2></div><div><span>Intern</span><p>Stg. GEHEIM</p></div><blockquote>Intern</blockquote></main>',
    ['Intern'],
  ],
])('%s', (_name, html, chips) => {
  expect(chipsIn(html)).toEqual(chips);
});
