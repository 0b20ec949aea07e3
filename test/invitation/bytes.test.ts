import { describe, expect, it } from 'vitest';
import { textOfBytes } from '../../src/invitation/bytes.ts';

describe('textOfBytes', () => {
  it.each([
    ['UTF-8', [0xc3, 0xa9], 'é'],
    ['UTF-8 with a byte order mark', [0xef, 0xbb, 0xbf, 0xc3, 0xa9], 'é'],
    ['UTF-16, little end first', [0xff, 0xfe, 0xe9, 0x00], 'é'],
    ['UTF-16, big end first', [0xfe, 0xff, 0x00, 0xe9], 'é'],
    ['UTF-8 with a damaged character', [0xc3, 0xa9, 0xff, 0xc3, 0xa9], 'é\ufffdé'],
    ['windows-1252, as it is no UTF-8', [0xe9, 0x80], 'é€'],
    ['nothing', [], ''],
  ])('reads %s', (_, bytes, text) => {
    expect(textOfBytes(Uint8Array.from(bytes))).toBe(text);
  });
});
