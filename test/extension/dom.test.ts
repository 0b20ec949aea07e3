// @vitest-environment jsdom
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import * as dom from '../../extension/content/dom.ts';

/** What looks at elements of the page; the other scripts touch only our own. */
const CONTENT = 'extension/content';
const FILES = [
  ...['corner', 'hold', 'places', 'pressing', 'start', 'tree', 'watch'].map(
    (name) => `${CONTENT}/${name}.ts`,
  ),
  ...readdirSync(join(CONTENT, 'reading')).map((name) => `${CONTENT}/reading/${name}`),
];
/** Documents, links, ranges, our own element: no forms. */
const NO_FORM = /\b(?:dom|page|outermost|opener|range|notice\.element|ownerDocument\(\w+\))\??$/;

it.each(FILES)('%s asks no element but through dom.ts', (file) => {
  const code = readFileSync(file, 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
  const read = new RegExp(`\\.(?:${Object.keys(dom).join('|')})\\b`, 'g');
  const past = [...code.matchAll(read)]
    .filter(({ index }) => !NO_FORM.test(code.slice(0, index).trimEnd()))
    .map(({ index }) => code.slice(Math.max(0, index - 40), index + 30));
  expect(past).toEqual([]);
});

it('tells what an element is, and what stands in it', () => {
  document.body.innerHTML = '<form id="f"><b class="x y">one</b><i>two</i></form>';
  const [form] = document.forms;
  if (form === undefined) throw new Error('no form');
  const first = dom.firstElementChild(form);
  if (first === null) throw new Error('no element');
  expect(dom.localName(form)).toBe('form');
  expect(dom.textContent(form)).toBe('onetwo');
  expect(dom.childElementCount(form)).toBe(2);
  expect(dom.parentElement(first)).toBe(form);
  expect(dom.nextElementSibling(first)).toBe(form.lastElementChild);
  expect([...dom.classList(first)]).toEqual(['x', 'y']);
  expect(dom.contains(form, first)).toBe(true);
  expect(dom.closest(first, 'form')).toBe(form);
  expect(dom.querySelector(document, 'i')).toBe(dom.querySelector(form, 'i'));
  expect(dom.ownerDocument(form)).toBe(document);
});
