import { HostIndex, hostIsIn, plainHost } from '../links/hosts.ts';
import { withPlainPath } from '../links/plain-path.ts';
import { PLATFORMS } from './index.ts';
import { isPlaceholder } from './placeholder.ts';
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
/** Products that run on anybody's server. */
export const ANYWHERE: readonly Platform[] = PLATFORMS.filter(({ fingerprint }) => fingerprint !== undefined);

/** The platforms whose own host this is. */
export function platformsAt(host: string): readonly Platform[] {
  return BY_HOST.find(host);
}

export function isSelfHosted(host: string, selfHosted: SelfHosted): boolean {
  return selfHosted.some((one) => hostIsIn(host, one.hosts));
}

/** Whether the host alone makes a link worth reading. */
export function isKnownHost(host: string, selfHosted: SelfHosted): boolean {
  return platformsAt(host).length > 0 || isSelfHosted(host, selfHosted);
}

/**
 * The platform and the meeting that a link joins, or only names (`joins: false`); null when neither. The parsed host decides; the
 * policy's own servers come first.
 */
export function recognise(url: URL, selfHosted: SelfHosted): Recognised | null {
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    const platform = BY_SCHEME.get(url.protocol);
    return platform === undefined ? null : recognisedBy(platform, url);
  }
  const host = plainHost(url);
  for (const { platform: id, hosts } of selfHosted) {
    if (!hostIsIn(host, hosts)) continue;
    const platform = PLATFORMS.find((one) => one.id === id);
    const found = platform === undefined ? null : recognisedBy(platform, url);
    if (found !== null) return found;
  }
  for (const platform of platformsAt(host)) {
    const found = recognisedBy(platform, url);
    if (found !== null) return found;
  }
  return null;
}

function recognisedBy(platform: Platform, url: URL): Recognised | null {
  const link = platform.recognise(withPlainPath(url));
  return link === null || isPlaceholder(link) ? null : { platform, link };
}

/**
 * The same for a link on a host that nobody told us of: only products that run on anybody's server, by what the link looks like or
 * what stands beside it. `products`: those of ANYWHERE whose hints the invitation holds.
 */
export function recogniseElsewhere(
  url: URL,
  products: readonly Platform[],
  beside: Beside,
): Recognised | null {
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
  const plain = withPlainPath(url);
  for (const platform of products) {
    const link = platform.fingerprint?.recognise(plain, beside) ?? null;
    if (link !== null && !isPlaceholder(link)) return { platform, link };
  }
  return null;
}

/** The display name of a platform's id; the id itself when we do not know it. */
export function platformName(id: string): string {
  return PLATFORMS.find((platform) => platform.id === id)?.name ?? id;
}
