import { describe, expect, it } from 'vitest';
import en from '../extension/public/_locales/en/messages.json' with { type: 'json' };
import type { Message } from '../tools/messages.ts';
import { pseudo } from './pseudo-locale.ts';

const said = (message: string): string => pseudo({ one: { message } }, 'ltr').one?.message ?? '';

describe('pseudo', () => {
  it('accents, brackets and lengthens', () => {
    const told = said('Ask the organiser for a new link.');
    expect(told).toMatch(/^\[Åšķ ţhé öřĝåñîšéř/);
    expect(told).toMatch(/\]$/);
    expect(told.length).toBeGreaterThanOrEqual('Ask the organiser for a new link.'.length * 1.35);
  });

  it('keeps gaps, dollars, addresses and tags', () => {
    expect(said('$1 of $PLATFORM$')).toContain('$1 öf $PLATFORM$');
    expect(said('costs $$ 5')).toContain('$$');
    expect(said('see https://example.org/a <b>now</b>')).toMatch(/https:\/\/example\.org\/a <b>ñöw<\/b>/);
  });

  it('leaves what is empty empty', () => {
    expect(said('')).toBe('');
  });

  it('turns a whole locale, and its direction', () => {
    const messages: Readonly<Record<string, Message>> = en;
    const told = pseudo(messages, 'rtl');
    expect(Object.keys(told)).toEqual(Object.keys(messages));
    expect(told.extension_direction?.message).toBe('rtl');
    expect(told.extension_language?.message).toBe('en');
    const gaps = (text = ''): string[] => (text.match(/\$[a-z_@][a-z0-9_@]*\$|\$[$1-9]/gi) ?? []).sort();
    for (const [key, { message, placeholders }] of Object.entries(messages)) {
      expect(gaps(told[key]?.message), key).toEqual(gaps(message));
      expect(told[key]?.placeholders, key).toEqual(placeholders);
    }
  });
});
