import { HostIndex, hostIsIn, plainHost } from '../links/hosts.ts';
import { PLATFORMS } from './index.ts';
import type { Beside, JoinLink, Platform } from './platform.ts';

/** Hosts of an organisation's own servers, by the product that runs there (the policy's selfHosted). */
export type SelfHosted = readonly { platform: string; hosts: readonly string[] }[];

export interface Recognised {
  platform: Platform;
  link: JoinLink;
}

const BY_HOST = new HostIndex(
  PLATFORMS.flatMap((platform) => platform.hosts.map((host) => [host, platform])),
);
const BY_SCHEME = new Map<string, Platform>(
  PLATFORMS.flatMap((platform) =>
    (platform.schemes ?? []).map((scheme) => [`${scheme}:`, platform] as const),
  ),
);
const ANYWHERE = PLATFORMS.filter((platform) => platform.fingerprint !== undefined);

/**
 * The platform and the meeting that a link joins; null when it joins none. The parsed host decides; only products that run on
 * anybody's server are known by what the link looks like, and only on hosts that are no other platform's.
 */
export function recognise(url: URL, selfHosted: SelfHosted, beside: Beside): Recognised | null {
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    const platform = BY_SCHEME.get(url.protocol);
    const link = platform?.recognise(url) ?? null;
    return platform === undefined || link === null ? null : { platform, link };
  }
  const host = plainHost(url);
  const known = BY_HOST.find(host);
  const own = selfHosted.filter((one) => hostIsIn(host, one.hosts)).map((one) => one.platform);
  for (const platform of [...PLATFORMS.filter(({ id }) => own.includes(id)), ...known]) {
    const link = platform.recognise(url);
    if (link !== null) return { platform, link };
  }
  if (known.length > 0 || own.length > 0) return null;
  for (const platform of ANYWHERE) {
    const link = platform.fingerprint?.recognise(url, beside) ?? null;
    if (link !== null) return { platform, link };
  }
  return null;
}

/** The display name of a platform's id; the id itself when we do not know it. */
export function platformName(id: string): string {
  return PLATFORMS.find((platform) => platform.id === id)?.name ?? id;
}
