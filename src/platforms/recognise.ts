import { hostIsIn, plainHost } from '../links/hosts.ts';
import { PLATFORMS } from './index.ts';
import type { JoinLink, Platform } from './platform.ts';

/** Hosts of an organisation's own servers, by the product that runs there (the policy's selfHosted). */
export type SelfHosted = readonly { platform: string; hosts: readonly string[] }[];

/** The platform and the meeting that a link joins; null when it joins none. The parsed host decides. */
export function recognise(url: URL, selfHosted: SelfHosted): { platform: Platform; link: JoinLink } | null {
  const host = plainHost(url);
  for (const platform of PLATFORMS) {
    const here =
      hostIsIn(host, platform.hosts) ||
      selfHosted.some((own) => own.platform === platform.id && hostIsIn(host, own.hosts));
    const link = here ? platform.recognise(url) : null;
    if (link !== null) return { platform, link };
  }
  return null;
}

/** The display name of a platform's id; the id itself when we do not know it. */
export function platformName(id: string): string {
  return PLATFORMS.find((platform) => platform.id === id)?.name ?? id;
}
