// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeOwn } from '../../extension/content/own-element.ts';
import { Places } from '../../extension/content/places.ts';
import { Watch } from '../../extension/content/watch.ts';

const LINK = 'https://zoom.us/j/84512345678';

let asked: number;
let isNoticeGone: boolean;
let watch: Watch;
let places: Places;

/** What changed is told to observers once the page's own work is done. */
const told = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

beforeEach(() => {
  document.body.innerHTML = `<ul></ul><main><p>${LINK}</p></main>`;
  asked = 0;
  isNoticeGone = false;
  places = new Places(
    (address) => address.includes('/j/'),
    () => undefined,
  );
  const watched = { surfaces: [], places, isNoticeGone: () => isNoticeGone };
  watch = new Watch(
    document,
    watched,
    () => asked++,
    () => undefined,
  );
  expect(watch.take().added).toEqual([document]);
});
afterEach(() => watch.stop());

function find(selector: string): Element {
  const found = document.querySelector(selector);
  if (found === null) throw new Error(`no ${selector}`);
  return found;
}

function readAll(): void {
  // Not by a scan, whose XPath jsdom cannot evaluate.
  for (const steps = places.refreshAll([find('p')]); steps.next().done !== true; );
  expect(places.size).toBe(1);
}

function addTo(parent: Element, text = 'one'): Element {
  const item = document.createElement('li');
  item.textContent = text;
  parent.append(item);
  return item;
}

it('tells what came before it asked for a look, and what came while it waited for that', async () => {
  const first = addTo(find('ul'));
  await told();
  expect(asked).toBe(1);
  const second = addTo(find('ul'));
  await told();
  find('p').firstChild?.replaceWith(`${LINK}0`);
  await told();
  const { added, changed, gone } = watch.take();
  expect(added).toEqual([first, second, find('p').firstChild]);
  expect(changed).toEqual([]);
  expect(gone).toBe(true);
});

it('leaves out what is gone again by then', async () => {
  addTo(find('ul')).remove();
  const stays = addTo(find('ul'));
  await told();
  addTo(find('ul')).remove();
  await told();
  expect(watch.take().added).toEqual([stays]);
});

it('tells of text that changed where it stands', async () => {
  addTo(find('ul'));
  await told();
  const text = find('p').firstChild;
  if (text !== null) text.nodeValue = 'other';
  await told();
  expect(watch.take().changed).toEqual([find('p')]);
});

it('asks for a look when it is asked first whether anything is new', () => {
  expect(watch.isIdle).toBe(true);
  addTo(find('ul'));
  expect(watch.isIdle).toBe(false);
  expect(asked).toBe(1);
});

it('looks at everything when more came than it keeps', async () => {
  for (let batch = 0; batch < 40; batch++) {
    for (let count = 0; count < 100; count++) addTo(find('ul'));
    await told();
  }
  expect(watch.take().added).toEqual([document]);
});

it('keeps few of many changes waiting: a list that scrolls', async () => {
  const list = find('ul');
  for (let count = 0; count < 100; count++) addTo(list);
  for (let batch = 0; batch < 200; batch++) {
    for (let count = 0; count < 50; count++) {
      list.firstChild?.remove();
      addTo(list);
    }
    await told();
  }
  expect(watch.take().added).toEqual([...list.children]);
});

it('knows whether a change bears on a link that it knows, however late it hears', async () => {
  readAll();
  addTo(find('ul'));
  await told();
  addTo(find('ul'));
  await told();
  expect(watch.take().relevant).toBe(false);
  addTo(find('ul'));
  await told();
  find('main').className = 'open';
  await told();
  expect(watch.take().relevant).toBe(true);
});

it('takes a change for one that bears when there are too many to compare', async () => {
  readAll();
  for (let count = 0; count < 6000; count++) addTo(find('ul')).className = 'x';
  await told();
  expect(watch.take().relevant).toBe(true);
});

it('asks for nothing when only our own element comes or goes, unless it is to come back', async () => {
  const own = makeOwn(document);
  document.body.append(own);
  await told();
  own.remove();
  await told();
  expect(asked).toBe(0);
  document.body.append(own);
  await told();
  isNoticeGone = true;
  own.remove();
  await told();
  expect(asked).toBe(1);
  expect(watch.take()).toMatchObject({ added: [], changed: [] });
});

it('does not take the going of our own element for a change of what was read', async () => {
  readAll();
  const own = makeOwn(document);
  document.body.append(own);
  await told();
  own.remove();
  await told();
  expect(watch.take().relevant).toBe(false);
});

it('looks for new documents in the frames once one says that it arrived', () => {
  const frame = document.createElement('iframe');
  find('main').append(frame);
  watch.take();
  expect(watch.take().added).toEqual([]);
  // Its `load` waits for a picture that never comes.
  const arrived = document.implementation.createHTMLDocument();
  Object.defineProperty(frame, 'contentDocument', { value: arrived });
  watch.frameArrived();
  expect(watch.isIdle).toBe(false);
  expect(watch.take().added).toEqual([arrived]);
});

it('takes everything for new after a look that failed', () => {
  addTo(find('ul'));
  watch.take();
  watch.startOver();
  expect(asked).toBe(0);
  expect(watch.take()).toMatchObject({ added: [document], relevant: true });
});

it('hears nothing more once it is stopped', async () => {
  watch.stop();
  addTo(find('ul'));
  await told();
  expect(asked).toBe(0);
});
