import type { Suspect } from '../attacks/attack.ts';
import { ATTACKS } from '../attacks/index.ts';
import { MAX_LINKS } from '../links/bounds.ts';
import type { Candidate } from '../links/candidates.ts';
import { scanLinks } from '../links/scan.ts';
import { type Passage, PRETENCE, type Suspicious } from '../model.ts';
import type { JoinLink, Platform } from '../platforms/platform.ts';
import { platformsAt, type Recognised, type SelfHosted } from '../platforms/recognise.ts';
import { type Opened, Opener } from './opening.ts';

/** What one link is: a way into a meeting, or a pretence of one. */

/** How much of the text before a link may tell what it claims to be. */
const BEFORE_LINK = 60;

/** A link that joins a meeting. */
export interface Way {
  platform: Platform;
  link: JoinLink;
  /** Null when a wrapper hides it. */
  href: string | null;
  host: string;
  wrappedBy: readonly string[];
}

interface ReadLink {
  way: Way | null;
  suspicious: Suspicious[];
}

/** What one link opens, and whether it pretends. */
export function readLink({ href, at, anchor }: Candidate, passage: Passage, opener: Opener): ReadLink | null {
  const opened = anchor?.property === undefined ? opener.open(href) : opener.openAnyway(href);
  const shown = shownLink(anchor === null || anchor.text.trim() === href ? '' : anchor.text, opener);
  const seen = opened ?? (shown === null ? null : opener.openAnyway(href));
  if (seen === null) return null;
  const recognised = seen.opaque === null ? seen.recognised : null;
  // A genuine link, written plainly, that shows nothing else, pretends nothing.
  if (recognised !== null && seen.plain && shown === null && anchor?.property === undefined)
    return { way: wayBy(recognised, seen), suspicious: [] };
  const suspect: Suspect = {
    written: href,
    href: seen.href,
    url: seen.url,
    host: seen.host,
    wrappedBy: seen.wrappedBy,
    text: anchor === null ? null : anchor.text,
    before: passage.text.slice(Math.max(0, at - BEFORE_LINK), at),
    property: anchor?.property ?? null,
    joins: recognised === null || recognised.link.joins === false ? null : recognised,
    names: recognised,
    shows: shown?.recognised ?? null,
    shown: shown?.written ?? null,
    shownHost: shown?.host ?? null,
  };
  const suspicious = ATTACKS.filter((attack) => attack.isIn(suspect)).map(({ why }) => ({
    url: seen.href,
    why,
  }));
  // A product that may run anywhere does not run on a host that pretends to be another.
  const pretends = seen.byFingerprint && suspicious.some(({ why }) => why !== 'text-mismatch');
  if (seen.opaque !== null) {
    const { says } = seen.opaque;
    return { way: hiddenLink(seen, shown ?? (says === null ? null : opener.openAnyway(says))), suspicious };
  }
  return { way: recognised === null || pretends ? null : wayBy(recognised, seen), suspicious };
}

function wayBy({ platform, link }: Recognised, { href, host, url, wrappedBy }: Opened): Way {
  // `msteams:/l/…` names no host.
  return { platform, link, href, host: host === '' ? (platform.hosts[0] ?? url.protocol) : host, wrappedBy };
}

/** The link that a link's text shows; null when it shows none that we know. */
function shownLink(text: string, opener: Opener): Opened | null {
  if (!text.includes('.')) return null;
  const first = scanLinks(text.slice(0, 4000))[0];
  return first === undefined ? null : opener.openAnyway(first.href);
}

/** The link inside a wrapper that tells its host at most. What it shows says the rest, but not what it opens. */
function hiddenLink({ opaque, wrappedBy }: Opened, shown: Opened | null): Way | null {
  const host = opaque?.host ?? shown?.host ?? null;
  if (host === null) return null;
  const shows = shown?.host === host ? shown.recognised : null;
  if (shows !== null) return { ...shows, href: null, host, wrappedBy };
  const platform = opaque?.host == null || HAS_NO_MEETINGS.test(host) ? undefined : platformsAt(host)[0];
  if (platform === undefined) return null;
  const link: JoinLink = {
    key: `hidden:${host}`,
    tenant: platform.tenant?.(host) ?? null,
    id: null,
    room: 'unknown',
    opensWithoutTyping: false,
  };
  return { platform, link, href: null, host, wrappedBy };
}

/** Hosts of a platform's maker on which nobody meets. */
const HAS_NO_MEETINGS =
  /^(?:www|support|help|blog|explore|marketplace|developers?|status|community|learning|docs?|events|trust|news|about|legal|dialin)\./;

/** The same for every link into one meeting, whatever its form and wrapper. */
export const wayKey = ({ platform, link }: Way): string => `${platform.id} ${link.key}`;

/**
 * Into which meeting does each of these links of one page lead? A key that is the same for every link to one meeting (Meeting.ways),
 * PRETENCE, or null for a link of no concern. In place of a link there may be a word that holds one ("(https://…)"). In their order.
 */
export function waysOf(links: readonly string[], selfHosted: SelfHosted): (string | null)[] {
  const anchors = links.map((href, index) => ({ href, text: '', at: index }));
  const passage: Passage = { source: 'body', text: '', anchors, timing: null };
  // A page may hold more links than any mail, and whoever asks hears no more than which.
  const opener = new Opener([passage], selfHosted, { links: MAX_LINKS, hosts: MAX_LINKS });
  const wayOf = (href: string): string | null => {
    const anchor = { href, text: '', at: 0 };
    const read = readLink({ href, at: 0, passage: 0, anchor }, passage, opener);
    if (read === null) return null;
    if (read.way !== null) return wayKey(read.way);
    return read.suspicious.length > 0 ? PRETENCE : null;
  };
  return links.map((word) => {
    const written = scanLinks(word)[0]?.href ?? word;
    return wayOf(word) ?? (written === word ? null : wayOf(written));
  });
}
