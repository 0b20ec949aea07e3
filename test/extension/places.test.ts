// @vitest-environment jsdom
import { beforeEach, expect, it } from 'vitest';
import { Places } from '../../extension/content/places.ts';

const LINK = 'https://zoom.us/j/84512345678';
const LONG = 'lorem ipsum dolor sit amet '.repeat(4000);

function run(steps: Generator<void>): void {
  while (steps.next().done !== true);
}

let places: Places;
beforeEach(() => {
  places = new Places(
    (address) => address.includes('/j/'),
    () => undefined,
  );
});

const links = (): string[] => [...places.links.values()].flatMap((found) => [...found]);

function area(value: string): HTMLTextAreaElement {
  document.body.innerHTML = '<textarea></textarea>';
  const found = document.querySelector('textarea');
  if (found === null) throw new Error('no field');
  found.value = value;
  return found;
}

it('finds a link below a long quote, in a field and in a text', () => {
  area(`${LONG}${LINK}`);
  run(places.scan(document));
  expect(links()).toEqual([LINK]);
  const pre = document.createElement('pre');
  pre.textContent = `${LONG}${LINK}`;
  document.body.replaceChildren(pre);
  run(places.scan(pre));
  expect([...places.links.keys()]).toContain(pre);
});

it('keeps it when the field or the text changes elsewhere', () => {
  const field = area(`${LONG}${LINK}`);
  const pre = document.createElement('pre');
  pre.textContent = `${LONG}${LINK}`;
  document.body.append(pre);
  run(places.scanAll([field, ...pre.childNodes]));
  field.value += ' Bye';
  run(places.refreshAll([field, pre]));
  expect(links()).toEqual([LINK, LINK]);
});

it('says which fields a script has filled', () => {
  const field = area('');
  run(places.scan(document));
  expect(places.changedFields([document])).toEqual([]);
  field.value = LINK;
  expect(places.changedFields([document])).toEqual([field]);
  run(places.refreshAll([field]));
  expect(places.changedFields([document])).toEqual([]);
  expect(links()).toEqual([LINK]);
});

it('stays full when all that it keeps is of no concern', () => {
  document.body.textContent = Array.from({ length: 20_001 }, (_, index) => `//x.example/j/${index}`).join(
    ' ',
  );
  run(places.scan(document));
  places.prune(() => null);
  expect(places.size).toBe(0);
  expect(places.full).toBe(true);
});

it('goes on after a frame whose document went away, as Firefox leaves it', () => {
  document.body.innerHTML = `<a href="${LINK}">join</a>`;
  const dead = new Proxy(document.createElement('p'), {
    get() {
      throw new TypeError("can't access dead object");
    },
  });
  const link = document.querySelector('a');
  run(places.scanAll([dead, ...(link === null ? [] : [link])]));
  expect(links()).toEqual([LINK]);
});

it('hides no failure of its own', () => {
  document.body.innerHTML = `<a href="${LINK}">join</a>`;
  const failing = new Places(
    () => {
      throw new Error('broken');
    },
    () => undefined,
  );
  expect(() => run(failing.scan(document))).toThrow('broken');
});
