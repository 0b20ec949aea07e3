import { WRAPPERS } from '../../src/links/wrappers/index.ts';
import { PLATFORMS } from '../../src/platforms/index.ts';
import type { Policy } from '../../src/policy/schema.ts';

/**
 * Pieces of what imitates a platform's link where its host gives no hint: the paths of the big platforms, the beginning of hosts in
 * other letters, and the names themselves.
 */
const OF_IMITATIONS = [
  '/j/',
  '/j.php',
  '/meet',
  '/join',
  'pwd=',
  'meetup-join',
  'xn--',
  'data:text',
  'zoom',
  'webex',
  'microsoft',
  'google-meet',
  'meet-google',
  'meet.g',
  'meet.j',
];

/**
 * Pieces of addresses without which no text leads to a meeting. The content script skips what has none of them, so that it needs no
 * platform knowledge of its own; the judgement is the worker's, on parsed links. A link that pretends is found by them when it bears a
 * platform's name or path; what pretends by its words alone ("Join" over `javascript:`) is found only beside a meeting, or in a file.
 */
export function hintsFor(policy: Policy): string[] {
  const hosts = [
    ...PLATFORMS.flatMap((platform) => platform.hosts),
    ...(policy.selfHosted ?? []).flatMap((own) => own.hosts),
  ].map((host) => host.replace(/^\*\./, '').toLowerCase());
  const all = new Set([
    ...hosts,
    ...PLATFORMS.flatMap(({ schemes }) => (schemes ?? []).map((scheme) => `${scheme}:`)),
    ...PLATFORMS.flatMap(({ fingerprint }) => fingerprint?.hints ?? []),
    ...WRAPPERS.flatMap((one) => one.hints),
    ...OF_IMITATIONS,
  ]);
  // What holds a shorter hint needs none of its own.
  return [...all].filter((hint) => ![...all].some((other) => other !== hint && hint.includes(other)));
}
