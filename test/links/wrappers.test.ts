import { describe, expect, it } from 'vitest';
import { plainHost } from '../../src/links/hosts.ts';
import { unwrap } from '../../src/links/unwrap.ts';
import { WRAPPERS } from '../../src/links/wrappers/index.ts';

describe.each(WRAPPERS.map((wrapper) => [wrapper.id, wrapper] as const))('%s', (id, wrapper) => {
  it.each(wrapper.examples.map((one) => [one.link, one] as const))('unwraps %s', (link, one) => {
    const unwrapped = unwrap(link);
    expect(unwrapped?.wrappedBy).toEqual([id]);
    if ('link' in one.inner) expect(unwrapped).toMatchObject({ href: one.inner.link, opaque: null });
    else expect(unwrapped?.opaque).toEqual({ host: one.inner.host });
  });
  it.each(wrapper.counterexamples.map((one) => [one.why, one.link] as const))('not %s: %s', (_why, link) => {
    expect(unwrap(link)).toMatchObject({ href: link, wrappedBy: [] });
  });
  it('has a hint in each example, so that the reader does not skip it', () => {
    for (const one of wrapper.examples)
      expect(wrapper.hints.some((hint) => one.link.toLowerCase().includes(hint))).toBe(true);
  });
});

describe('unwrap', () => {
  const safe = (inner: string) =>
    `https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent(inner)}`;

  it('goes through one gateway behind another, outermost first', () => {
    const link = safe('https://www.google.com/url?q=https%3A%2F%2Fmeet.google.com%2Fabc-defg-hij');
    expect(unwrap(link)).toMatchObject({
      href: 'https://meet.google.com/abc-defg-hij',
      wrappedBy: ['safelinks', 'google'],
    });
  });
  it('keeps query and fragment of the link inside', () => {
    expect(unwrap(safe('https://zoom.us/j/84512345678?pwd=a%2Bb.1#success'))?.href).toBe(
      'https://zoom.us/j/84512345678?pwd=a%2Bb.1#success',
    );
  });
  it('stops after five layers', () => {
    let link = 'https://zoom.us/j/84512345678';
    for (let layer = 0; layer < 8; layer++) link = safe(link);
    expect(unwrap(link)?.wrappedBy).toHaveLength(5);
  });
  it.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'intent://x'])(
    'never unwraps %s',
    (inner) => {
      expect(unwrap(safe(inner))?.wrappedBy).toEqual([]);
    },
  );
  it('refuses control characters', () => {
    expect(unwrap(safe('https://zoom.us/j/1\n2'))?.wrappedBy).toEqual([]);
  });
  it('takes a link without a scheme as https', () => {
    const unwrapped = unwrap('zoom.us/j/84512345678');
    expect(unwrapped?.url.protocol).toBe('https:');
    expect(unwrapped?.href).toBe('zoom.us/j/84512345678');
  });
  it('sees through user-info', () => {
    const unwrapped = unwrap('https://zoom.us@evil.example/j/84512345678');
    expect(unwrapped === null ? null : plainHost(unwrapped.url)).toBe('evil.example');
  });
});
