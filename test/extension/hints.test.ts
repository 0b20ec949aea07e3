import { describe, expect, it } from 'vitest';
import { hintsFor } from '../../extension/background/hints.ts';
import { ATTACKS } from '../../src/attacks/index.ts';
import { WRAPPERS } from '../../src/links/wrappers/index.ts';
import { PLATFORMS } from '../../src/platforms/index.ts';

const hints = hintsFor({ selfHosted: [{ platform: 'jitsi', hosts: ['*.overleg.example.gov'] }] });
const hinted = (text: string): boolean => hints.some((hint) => text.toLowerCase().includes(hint));

describe('the reader’s first look', () => {
  it.each(PLATFORMS.map((platform) => [platform.id, platform] as const))('sees %s', (_id, { examples }) => {
    for (const { link, ownServer, beside } of examples)
      if (ownServer !== true)
        expect(hinted([link, ...(beside?.links ?? []), beside?.text ?? ''].join(' ')), link).toBe(true);
  });
  it.each(WRAPPERS.map((wrapper) => [wrapper.id, wrapper] as const))('sees %s', (_id, { examples }) => {
    for (const { link } of examples) expect(hinted(link), link).toBe(true);
  });
  it.each(ATTACKS.map((attack) => [attack.why, attack] as const))('sees %s', (_why, { examples }) => {
    // A property is in calendar files only, which the page's reader does not see.
    for (const { href, text, property } of examples)
      if (property === undefined) expect(hinted(`${href} ${text ?? ''}`), href).toBe(true);
  });
  it('sees the policy’s own servers', () => {
    expect(hinted('https://raad.overleg.example.gov/kabinet')).toBe(true);
  });
  it('passes over what leads to no meeting', () => {
    for (const text of [
      'https://intranet.example.org/notulen/2026',
      'Tot morgen, Jan',
      'https://www.news.example/',
    ])
      expect(hinted(text), text).toBe(false);
  });
});
