import { describe, expect, it } from 'vitest';
import { unflowed } from '../../src/invitation/flowed.ts';

describe('unflowed', () => {
  it.each([
    ['a broken paragraph', 'a \nb\nc', false, 'a b\nc'],
    ['a link broken with DelSp', 'https://x.example/aaa \nbbb', true, 'https://x.example/aaabbb'],
    ['a link broken in a quote', '> https://x.example/aaa \n> bbb', true, '> https://x.example/aaabbb'],
    ['deeper quotes', '>> a \n>> b\n> c', false, '> > a b\n> c'],
    ['a break at the end of a quote', '> a \nb', false, '> a \nb'],
    ['stuffed lines', ' > a\n  b', false, '> a\n b'],
    ['a signature', 'a \n-- \nb', false, 'a \n-- \nb'],
    ['CRLF', 'a \r\nb\r\n', false, 'a b\n'],
    ['nothing', '', true, ''],
  ])('reads %s', (_, text, delSp, lines) => {
    expect(unflowed(text, delSp)).toBe(lines);
  });

  it('is linear', () => {
    const start = performance.now();
    unflowed('> a \n'.repeat(200_000), true);
    unflowed('>'.repeat(1_000_000), true);
    unflowed(`${'>'.repeat(2_000)}\n`.repeat(500), true);
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});
