import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { base64Bytes, base64Text } from '../../src/links/base64.ts';
import { plainHost } from '../../src/links/hosts.ts';
import { unwrap } from '../../src/links/unwrap.ts';
import { WRAPPERS } from '../../src/links/wrappers/index.ts';
import { meetingLink, pieces } from '../fuzz/links.ts';
import { AS_IT_IS, WRAP } from './wrapping.ts';

const HOST_NAME = /^[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63})+$/;

describe.each(WRAPPERS.map((wrapper) => [wrapper.id, wrapper] as const))('%s', (id, wrapper) => {
  it.each(wrapper.examples.map((one) => [one.link, one] as const))('unwraps %s', (link, one) => {
    const unwrapped = unwrap(link);
    expect(unwrapped?.wrappedBy).toEqual([id]);
    if ('link' in one.inner) expect(unwrapped).toMatchObject({ href: one.inner.link, opaque: null });
    else expect(unwrapped?.opaque).toEqual({ host: one.inner.host, says: one.inner.says ?? null });
  });
  it.each(wrapper.counterexamples.map((one) => [one.why, one.link] as const))('not %s: %s', (_why, link) => {
    expect(unwrap(link)).toMatchObject({ href: link, wrappedBy: [] });
  });
  it('has a hint in each example, so that the reader does not skip it', () => {
    for (const one of wrapper.examples)
      expect(wrapper.hints.some((hint) => one.link.toLowerCase().includes(hint))).toBe(true);
  });
  it('unwraps no host that only begins with its own, and none behind user-info', () => {
    for (const one of wrapper.examples) {
      const url = new URL(one.link);
      // An appliance's address may stand on any host; then only an opaque answer is allowed.
      if (wrapper.isAddress?.(url) === true) {
        expect('opaque' in one.inner).toBe(true);
        continue;
      }
      const rest = url.pathname + url.search + url.hash;
      for (const link of [
        `https://${url.hostname}.evil.example${rest}`,
        `https://${url.hostname}@evil.example${rest}`,
      ])
        expect(unwrap(link)).toMatchObject({ href: link, wrappedBy: [], opaque: null });
    }
  });
  it('says nothing but a link or a host’s name, whatever it is given', () => {
    const addresses = wrapper.examples.flatMap((one) => {
      const url = new URL(one.link);
      const names = [...url.searchParams.keys()];
      const paths = [url.pathname, `${url.pathname}/`, '/'];
      return paths.flatMap((path) => ['', ...names].map((name) => ({ start: url.origin + path, name })));
    });
    fc.assert(
      fc.property(
        fc.constantFrom(...addresses),
        pieces,
        pieces,
        fc.boolean(),
        ({ start, name }, before, value, encoded) => {
          const written = encoded ? encodeURIComponent(value) : value;
          for (const link of [
            `${start}${written}`,
            `${start}?${name}=${written}`,
            `${start}${encoded ? encodeURIComponent(before) : before}?x=${before}&${name}=${written}#${before}`,
          ]) {
            const url = URL.parse(link);
            const inner = url === null ? null : wrapper.inner(url);
            if (inner !== null && 'opaque' in inner) expect(inner.host ?? 'none.given').toMatch(HOST_NAME);
            else expect(typeof (inner?.link ?? '')).toBe('string');
            expect(() => unwrap(link)).not.toThrow();
          }
        },
      ),
      { numRuns: 150 },
    );
  });
  it('reads damaged examples', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...wrapper.examples),
        fc.nat(),
        fc.nat(4),
        pieces,
        (one, at, less, text) => {
          const place = at % (one.link.length + 1);
          const damaged = one.link.slice(0, place) + text + one.link.slice(place + less);
          const inner = unwrap(damaged);
          expect(inner === null || /^https?:$/.test(inner.url.protocol) || inner.wrappedBy.length === 0).toBe(
            true,
          );
        },
      ),
      { numRuns: 150 },
    );
  });
  // The guard is the test's time limit.
  it.each([
    'A',
    '*',
    '**_',
    '%',
    '%25',
    '=',
    '_',
    '___',
    '__;',
    '-',
    '!',
    '/',
    ':/',
    '[',
    '&u=',
    '&p=W1',
    'é',
  ])('is done in no time with long runs of %s', (piece) => {
    for (const one of wrapper.examples) {
      const run = piece.repeat(Math.floor(16_384 / piece.length));
      for (const cut of [one.link.indexOf('=') + 1, one.link.length, Math.floor(one.link.length / 2)])
        expect(unwrap(one.link.slice(0, cut) + run + one.link.slice(cut))).toBeDefined();
    }
  });
});

describe('wrapping and unwrapping', () => {
  it.each(Object.entries(WRAP))('%s gives the same link back', (name, wrap) => {
    const [id] = name.split(' ');
    fc.assert(
      fc.property(meetingLink, (raw) => {
        // In a link that is written as it is, URL() has escaped already what it would escape around it.
        const link = AS_IT_IS.has(name) ? new URL(raw.replaceAll("'", '')).href : raw;
        expect(unwrap(wrap(link))).toMatchObject({ href: link, wrappedBy: [id], opaque: null });
      }),
    );
  });
  it.each(Object.entries(WRAP))('%s around SafeLinks, and SafeLinks around it', (name, wrap) => {
    const link = 'https://us02web.zoom.us/j/84512345678?pwd=a%2Bb.1&from=addon#success';
    const safe = WRAP['safelinks'] ?? wrap;
    const [id] = name.split(' ');
    expect(unwrap(wrap(safe(link)))).toMatchObject({ href: link, wrappedBy: [id, 'safelinks'] });
    expect(unwrap(safe(wrap(link)))).toMatchObject({ href: link, wrappedBy: ['safelinks', id] });
  });
  it('is tried for each wrapper that tells its link', () => {
    const told = WRAPPERS.filter((wrapper) => wrapper.examples.some((one) => 'link' in one.inner));
    expect(new Set(Object.keys(WRAP).map((name) => name.split(' ')[0]))).toEqual(
      new Set(told.map((wrapper) => wrapper.id)),
    );
  });
  it('proofpoint v3: any run of characters that are not plain', () => {
    const wrap = WRAP['proofpoint v3'];
    const characters = Array.from('é😀*%'.repeat(50));
    for (const length of [1, 2, 3, 64, 65, 66, 67, 130, 131, 200]) {
      const link = `https://meet.jit.si/a${characters.slice(0, length).join('')}b`;
      expect(unwrap(wrap?.(link) ?? '')?.href).toBe(link);
    }
  });
});

describe('base64', () => {
  it('reads both alphabets, with and without the end', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        const standard = Buffer.from(bytes).toString('base64');
        const address = Buffer.from(bytes).toString('base64url');
        for (const text of [standard, standard.replace(/=+$/, ''), address])
          expect([...(base64Bytes(text) ?? [])]).toEqual([...bytes]);
      }),
    );
  });
  it.each(['A', 'AAAAA', 'AA A', 'AA=A', 'AAAA===', 'AAÄA', 'AA\n', 'A'.repeat(20_000)])(
    'refuses %j',
    (text) => {
      expect(base64Bytes(text)).toBeNull();
    },
  );
  it.each(['_w', 'w6k_4', '7aCA', 'wIA'])('%s is no UTF-8', (text) => {
    expect(base64Text(text)).toBeNull();
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
