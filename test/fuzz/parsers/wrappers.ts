import fc from 'fast-check';
import { z } from 'zod';
import { unwrap } from '../../../src/links/unwrap.ts';
import { WRAPPERS } from '../../../src/links/wrappers/index.ts';
import { AS_IT_IS, WRAP } from '../../links/wrapping.ts';
import { damaged } from '../inputs.ts';
import { meetingLink, pieces } from '../links.ts';
import { fuzzTarget } from '../target.ts';
import { assert, assertSame } from '../verdict.ts';

/** Gateways' links: damaged, and those that wrap a link which must come out again as it was. */

const form = z.union([
  z.object({ damaged: z.string() }),
  z.object({
    link: z.string().startsWith('https://').refine(URL.canParse),
    through: z
      .array(z.enum(Object.keys(WRAP)))
      .min(1)
      .max(4),
  }),
]);

const examples = WRAPPERS.flatMap((wrapper) => wrapper.examples.map(({ link }) => link));
const HOST_NAME = /^[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63})+$/;

export const wrappers = fuzzTarget<z.infer<typeof form>>({
  parser: 'wrappers',
  form,
  cases: fc.oneof(
    fc.record({ damaged: damaged(fc.constantFrom(...examples)) }),
    fc.record({
      damaged: fc
        .tuple(fc.constantFrom(...examples), fc.nat(), pieces)
        .map(([link, at, text]) => link.slice(0, at % link.length) + text),
    }),
    fc.record({
      link: meetingLink,
      through: fc.array(fc.constantFrom(...Object.keys(WRAP)), { minLength: 1, maxLength: 4 }),
    }),
  ),
  async check(one, watch) {
    if ('damaged' in one) {
      const inner = await watch.time(one.damaged.length, () => unwrap(one.damaged));
      if (inner === null) return;
      assert(typeof inner.href === 'string' && inner.wrappedBy.length <= 5, 'more wrappers than are undone');
      assert(/^https?:$/.test(inner.url.protocol) || inner.wrappedBy.length === 0, inner.url.protocol);
      assert(
        inner.opaque === null || HOST_NAME.test(inner.opaque.host ?? 'none.given'),
        inner.opaque?.host ?? '',
      );
      // What came out is no wrapper's any more, unless it was too deep or nobody can tell.
      if (inner.opaque !== null || inner.wrappedBy.length === 5) return;
      assertSame(
        unwrap(inner.href)?.wrappedBy ?? [],
        [],
        `wrapped still, after it was unwrapped: ${inner.href}`,
      );
      return;
    }
    // "/./", also in its fragment, is no more than "/" where a wrapper makes it a part of its own path.
    const plain = one.link.replaceAll(/(?<=\/)(?:\.|%2e){1,2}(?=[/?#]|$)/gi, '');
    // Where a wrapper writes it as it is, URL() has escaped already what it would escape around it.
    const link = one.through.some((name) => AS_IT_IS.has(name))
      ? new URL(plain.replaceAll("'", '')).href
      : plain;
    const wrapped = one.through.reduce((inner, name) => WRAP[name]?.(inner) ?? inner, link);
    // Of more than this only the beginning is read.
    if (wrapped.length > 16 * 1024) return;
    const inner = await watch.time(wrapped.length, () => unwrap(wrapped));
    const names = [...one.through].reverse().map((name) => name.split(' ', 1)[0]);
    assertSame(
      [inner?.href, inner?.wrappedBy],
      [link, names],
      `not unwrapped as it was wrapped: ${wrapped.slice(0, 200)}`,
    );
  },
});
