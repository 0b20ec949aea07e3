import { WRAPPERS } from '../../src/links/wrappers/index.ts';
import { PLATFORMS } from '../../src/platforms/index.ts';
import type { Policy } from '../../src/policy/schema.ts';

/**
 * Pieces of addresses without which no text leads to a meeting. The content script skips what has none of them, so that it
 * needs no platform knowledge of its own; the judgement is the worker's, on parsed links.
 */
export function hintsFor(policy: Policy): string[] {
  const hosts = [
    ...PLATFORMS.flatMap((platform) => platform.hosts),
    ...(policy.selfHosted ?? []).flatMap((own) => own.hosts),
  ];
  return [
    ...new Set([
      ...hosts.map((host) => host.replace(/^\*\./, '').toLowerCase()),
      ...WRAPPERS.flatMap((one) => one.hints),
    ]),
  ];
}
