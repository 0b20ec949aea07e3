import { describe, expect, it } from 'vitest';
import { PLATFORMS } from '../../src/platforms/index.ts';
import type { Beside } from '../../src/platforms/platform.ts';
import {
  ANYWHERE,
  isKnownHost,
  recognise,
  recogniseElsewhere,
  type SelfHosted,
} from '../../src/platforms/recognise.ts';

const ALONE: Beside = { links: [], text: '' };

function recognised(url: URL, own: SelfHosted, beside: Beside) {
  const here = recognise(url, own);
  return here ?? (isKnownHost(url.hostname, own) ? null : recogniseElsewhere(url, ANYWHERE, beside));
}

describe.each(PLATFORMS.map((platform) => [platform.id, platform] as const))('%s', (id, platform) => {
  it.each(platform.examples.map((example) => [example.link, example] as const))(
    'recognises %s',
    (link, { link: _link, ownServer, beside, ...expected }) => {
      const url = new URL(link);
      const own = ownServer === true ? [{ platform: id, hosts: [url.hostname] }] : [];
      const links = (beside?.links ?? []).map((one) => new URL(one));
      const found = recognised(url, own, { links, text: beside?.text ?? '' });
      expect(found?.platform.id).toBe(id);
      expect(found?.link).toMatchObject(expected);
    },
  );
  it.each(platform.counterexamples.map((one) => [one.why, one.link] as const))('not %s: %s', (_why, link) => {
    expect(recognised(new URL(link), [], ALONE)).toBeNull();
  });
  it('has examples and counterexamples', () => {
    expect(platform.examples.length).toBeGreaterThan(0);
    expect(platform.counterexamples.length).toBeGreaterThan(0);
  });
});

it('every fingerprint has a hint in each of its examples, so that the invitation is looked at', () => {
  for (const { id, hosts, fingerprint, examples } of PLATFORMS) {
    if (fingerprint === undefined) continue;
    const foreign = examples.filter(
      (one) => one.ownServer !== true && !hosts.includes(new URL(one.link).hostname),
    );
    for (const { link, beside } of foreign) {
      const whole = [link, ...(beside?.links ?? []), beside?.text ?? ''].join(' ').toLowerCase();
      expect(
        fingerprint.hints.some((hint) => whole.includes(hint)),
        `${id}: ${link}`,
      ).toBe(true);
    }
  }
});

it('a self-hosted server counts as its product', () => {
  const own = [{ platform: 'jitsi', hosts: ['meet.example.gov'] }];
  expect(recognised(new URL('https://meet.example.gov/overleg'), own, ALONE)?.link.id).toBe('overleg');
  expect(recognised(new URL('https://meet.example.gov/overleg'), [], ALONE)).toBeNull();
});
