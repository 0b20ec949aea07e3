// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { peopleIn } from '../../extension/content/reading/people.ts';
import { MAX_ADDRESS } from '../../src/invitation/bound.ts';

function addressesIn(html: string): string[] {
  document.body.innerHTML = html;
  return peopleIn([document.body]).map(({ address }) => address);
}

it.each([
  ['in its text', '<p>Jan de Vries &lt;Jan.deVries@example.org&gt;</p>', ['jan.devries@example.org']],
  ['in an attribute', '<span email="jan@example.org">Jan</span>', ['jan@example.org']],
  [
    'in a field',
    '<input value="jan@example.org; pers@example.com">',
    ['jan@example.org', 'pers@example.com'],
  ],
  ['not what a program named after one', '<p id="jan@example.org">Jan</p>', []],
])('finds an address %s', (_, html, expected) => {
  expect(addressesIn(html)).toEqual(expected);
});

it('leaves out what is longer than any address, for which the whole message would be refused', () => {
  const long = `x@${`${'a'.repeat(60)}.`.repeat(6)}example`;
  expect(long.length).toBeGreaterThan(MAX_ADDRESS);
  expect(addressesIn(`<p>${long}</p><p>jan@example.org</p>`)).toEqual(['jan@example.org']);
});
