import { describe, expect, it } from 'vitest';
import { PLATFORMS } from '../../src/platforms/index.ts';
import { recognise } from '../../src/platforms/recognise.ts';

describe.each(PLATFORMS.map((platform) => [platform.id, platform] as const))('%s', (id, platform) => {
  it.each(platform.examples.map((example) => [example.link, example] as const))(
    'recognises %s',
    (link, example) => {
      const found = recognise(new URL(link), []);
      const { link: _link, ...expected } = example;
      expect(found?.platform.id).toBe(id);
      expect(found?.link).toMatchObject(expected);
    },
  );
  it.each(platform.counterexamples.map((one) => [one.why, one.link] as const))('not %s: %s', (_why, link) => {
    expect(recognise(new URL(link), [])).toBeNull();
  });
});

it('a self-hosted server counts as its product', () => {
  const own = [{ platform: 'jitsi', hosts: ['meet.example.gov'] }];
  expect(recognise(new URL('https://meet.example.gov/overleg'), own)?.link.id).toBe('overleg');
  expect(recognise(new URL('https://meet.example.gov/overleg'), [])).toBeNull();
});
