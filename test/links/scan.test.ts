import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scanLinks } from '../../src/links/scan.ts';

const hrefs = (text: string) => scanLinks(text).map((link) => link.href);

describe('scanLinks', () => {
  it.each([
    ['a sentence’s end', 'See https://zoom.us/j/84512345678.', ['https://zoom.us/j/84512345678']],
    ['brackets around', '(https://zoom.us/j/84512345678)', ['https://zoom.us/j/84512345678']],
    ['brackets inside', 'https://x.example/a_(b)', ['https://x.example/a_(b)']],
    ['angle brackets', 'Join<https://zoom.us/j/1?pwd=x>now', ['https://zoom.us/j/1?pwd=x']],
    ['quotes', '"https://zoom.us/j/84512345678"', ['https://zoom.us/j/84512345678']],
    ['a glued word', 'Linkhttps://zoom.us/j/84512345678', ['https://zoom.us/j/84512345678']],
    ['a colon before', 'Link:https://zoom.us/j/84512345678', ['https://zoom.us/j/84512345678']],
    [
      'two with a comma',
      'https://a.example/x,https://b.example/y',
      ['https://a.example/x', 'https://b.example/y'],
    ],
    [
      'a link inside a link',
      'https://www.google.com/url?q=https://zoom.us/j/1',
      ['https://www.google.com/url?q=https://zoom.us/j/1'],
    ],
    ['no scheme', 'Join zoom.us/j/84512345678 at ten', ['zoom.us/j/84512345678']],
    ['no scheme after a colon', 'Link:zoom.us/j/84512345678', ['zoom.us/j/84512345678']],
    [
      'a right-to-left mark after it',
      'https://zoom.us/j/84512345678\u200f',
      ['https://zoom.us/j/84512345678'],
    ],
    [
      'a no-break blank after it',
      'https://zoom.us/j/84512345678\u00a0now',
      ['https://zoom.us/j/84512345678'],
    ],
    ['a native scheme', 'zoommtg://zoom.us/join?confno=1', ['zoommtg://zoom.us/join?confno=1']],
    ['an address of a person', 'jan@a.webex.com/x', []],
    ['a host alone', 'zoom.us', []],
    ['a date and a fraction', '1/2 of 3.4/5', []],
    ['nothing', '', []],
  ])('%s', (_name, text, expected) => {
    expect(hrefs(text)).toEqual(expected);
  });

  it.each([
    [
      'a link broken in angle brackets',
      'Join <https://a.example/x\nb.example/y> now',
      'https://a.example/xb.example/y',
    ],
    ['one in a quoted mail', '> <https://a.example/x\n> -y> now', 'https://a.example/x-y'],
    ['one with JSON’s slashes', '"https:\\/\\/zoom.us\\/j\\/1" now', 'https://zoom.us/j/1'],
  ])('%s is one link, and ends where it ends', (_name, text, href) => {
    const [link, ...others] = scanLinks(text);
    expect(others).toEqual([]);
    expect(link?.href).toBe(href);
    expect(text.slice(link?.end)).toMatch(/^[">] now$/);
  });

  it('points at the first character', () => {
    const text = 'Join (https://zoom.us/j/1) or Link:zoom.us/j/2.';
    for (const { href, at } of scanLinks(text)) expect(text.slice(at, at + href.length)).toBe(href);
  });

  it('never throws, and finds only pieces of the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        for (const { href, at } of scanLinks(text)) expect(text.startsWith(href, at)).toBe(true);
      }),
    );
  });

  it.each([
    ['one long word', 'a'.repeat(1_000_000)],
    ['one long link', `https://${'a/'.repeat(500_000)}`],
    ['schemes without end', 'a://'.repeat(250_000)],
    ['brackets without end', `https://x.example/${')'.repeat(500_000)}`],
    ['dots without end', 'a.'.repeat(500_000)],
  ])('answers on 1 MB of %s', (_name, text) => {
    expect(scanLinks(text).length).toBeLessThanOrEqual(1);
  });
});
