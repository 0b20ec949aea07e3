import { imitationBy } from '../attacks/imitation.ts';
import { plainHost } from '../links/hosts.ts';
import { scanLinks } from '../links/scan.ts';
import { type Unwrapped, unwrap, wrapperOf } from '../links/unwrap.ts';
import type { Passage } from '../model.ts';
import type { Beside, Platform } from '../platforms/platform.ts';
import {
  ANYWHERE,
  isKnownHost,
  platformsAt,
  type Recognised,
  recognise,
  recogniseElsewhere,
  type SelfHosted,
} from '../platforms/recognise.ts';

/** What a link opens, read from its address alone. */
export interface Opened {
  /** Unwrapped, otherwise as written. */
  href: string;
  url: URL;
  host: string;
  /** Outermost first. */
  wrappedBy: readonly string[];
  /** The innermost wrapper hides the link; at most it names its host, or says what nobody can prove. */
  opaque: Unwrapped['opaque'];
  /** A meeting that it joins or names. */
  recognised: Recognised | null;
  /** Recognised on a host that nobody told us of. */
  byFingerprint: boolean;
  /** On a host that is known, without a wrapper, and written so that every program reads the same host. */
  plain: boolean;
}

/** More different links than this are not opened, nor more different hosts looked at: no mail has them, and a trap ends here. */
const MAX_OPENED = 1000;
const MAX_HOSTS = 500;

/** Opens the links of one invitation. Each different link is read once; the most are seen to be of no interest by a glance. */
export class Opener {
  /** There were more links than we opened. */
  cut = false;
  readonly #selfHosted: SelfHosted;
  readonly #passages: readonly Passage[];
  #products: readonly Platform[] | null = null;
  readonly #opened = new Map<string, Opened | null>();
  readonly #imitations = new Map<string, boolean>();
  #besides: ReadonlyMap<string, readonly URL[]> | null = null;
  #text: string | null = null;

  constructor(passages: readonly Passage[], selfHosted: SelfHosted) {
    this.#passages = passages;
    this.#selfHosted = selfHosted;
  }

  /** Null for what is no link, and for what no glance finds worth reading. */
  open(href: string): Opened | null {
    const known = this.#opened.get(href);
    if (known !== undefined) return known;
    return this.#isWorthReading(href) ? this.openAnyway(href) : null;
  }

  /** The same without the glance. */
  openAnyway(href: string): Opened | null {
    const known = this.#opened.get(href);
    if (known !== undefined) return known;
    if (this.#opened.size >= MAX_OPENED) {
      this.cut = true;
      return null;
    }
    const opened = this.#read(href);
    this.#opened.set(href, opened);
    return opened;
  }

  /**
   * Where the whole joins no meeting, it is tried up to its first character beyond ASCII: in scripts without blanks the text goes on
   * right behind a link.
   */
  #read(href: string): Opened | null {
    const whole = this.#readExactly(href);
    if (whole !== null && whole.recognised !== null) return whole;
    const ascii = /^[!-~]+/.exec(href)?.[0] ?? '';
    if (ascii === '' || ascii.length === href.length) return whole;
    const shorter = this.#readExactly(ascii);
    return shorter !== null && shorter.recognised !== null ? shorter : whole;
  }

  #readExactly(written: string): Opened | null {
    const unwrapped = unwrap(written);
    if (unwrapped === null) return null;
    const { href, url, wrappedBy, opaque } = unwrapped;
    const host = plainHost(url);
    const here = recognise(url, this.#selfHosted);
    const elsewhere =
      here === null && !isKnownHost(host, this.#selfHosted) && this.#hinted().length > 0
        ? recogniseElsewhere(url, this.#hinted(), this.#beside(host))
        : null;
    const recognised = here ?? elsewhere;
    const plain = here !== null && wrappedBy.length === 0 && hostAsWritten(written) === host;
    return { href, url, host, wrappedBy, opaque, recognised, byFingerprint: elsewhere !== null, plain };
  }

  #isWorthReading(href: string): boolean {
    const host = hostAsWritten(href);
    if (host === null) return !/^\s*(?:mailto|tel|cid|mid|sms|sips?|callto):/i.test(href);
    return (
      isKnownHost(host, this.#selfHosted) ||
      wrapperOf(host) !== null ||
      host.includes('xn--') ||
      /(?:^|\.)(?:\d|0x)[\da-fx]*$/.test(host) ||
      PLATFORM_IN_PATH.test(href.slice(host.length)) ||
      this.#imitates(host) ||
      this.#hinted().length > 0
    );
  }

  #hinted(): readonly Platform[] {
    this.#products ??= productsHintedAt(this.#passages);
    return this.#products;
  }

  #imitates(host: string): boolean {
    const known = this.#imitations.get(host);
    if (known !== undefined) return known;
    if (this.#imitations.size >= MAX_HOSTS) {
      this.cut = true;
      return false;
    }
    const imitates = imitationBy(host) !== null;
    this.#imitations.set(host, imitates);
    return imitates;
  }

  /** What stands beside the links to one host; read when the first product asks. */
  #beside(host: string): Beside {
    const links = (): readonly URL[] => {
      this.#besides ??= linksByHost(this.#passages);
      return this.#besides.get(host) ?? [];
    };
    const text = (): string => {
      this.#text ??= this.#passages
        .map((passage) => passage.text)
        .join(' ')
        .toLowerCase()
        .replace(/\s+/g, ' ');
      return this.#text;
    };
    return {
      get links() {
        return links();
      },
      get text() {
        return text();
      },
    };
  }
}

/** Pieces of a path that hold a platform's host, or that only one platform's links have; and Sophos's appliance. */
const PLATFORM_IN_PATH =
  /zoom\.us|zoom\.com|webex\.com|teams\.microsoft|meet\.google|jit\.si|\/j\.php|meetup-join|\/\?dmVyP/i;

/** The host of an ordinary web address in lower case; null when only URL() can tell: another scheme, user-info, other letters. */
function hostAsWritten(href: string): string | null {
  let start = 0;
  const scheme = /^(?:https?:\/\/|[a-z][a-z0-9+.-]{0,23}:(?!\d))/i.exec(href)?.[0] ?? '';
  if (scheme !== '') {
    if (!scheme.endsWith('//')) return null;
    start = scheme.length;
  }
  const host = /^[a-z0-9.-]{1,253}/i.exec(href.slice(start, start + 254))?.[0] ?? '';
  const next = href.charAt(start + host.length);
  if (host === '' || !(next === '' || '/?#:'.includes(next))) return null;
  if (next === ':' && !/^:\d{0,5}(?:[/?#]|$)/.test(href.slice(start + host.length, start + host.length + 8)))
    return null;
  return host.toLowerCase().replace(/\.$/, '');
}

/** Products that run on anybody's server and that a piece of the invitation hints at. One search of the text for each hint. */
function productsHintedAt(passages: readonly Passage[]): Platform[] {
  const texts = passages.flatMap(({ text, anchors }) => [
    decoded(text.toLowerCase()),
    ...anchors.map((anchor) => (anchor.href === anchor.text ? '' : decoded(anchor.href.toLowerCase()))),
  ]);
  const whole = texts.join(' ').replace(/\s+/g, ' ');
  return ANYWHERE.filter(({ fingerprint }) => fingerprint?.hints.some((hint) => whole.includes(hint)));
}

/** With what gateways' links hold, which is percent-encoded once. */
function decoded(href: string): string {
  return href.includes('%2f')
    ? `${href} ${href.replaceAll('%2f', '/').replaceAll('%3a', ':').replaceAll('%3d', '=').replaceAll('%23', '#')}`
    : href;
}

function linksByHost(passages: readonly Passage[]): ReadonlyMap<string, readonly URL[]> {
  const byHost = new Map<string, URL[]>();
  const hrefs = passages.flatMap(({ text, anchors }) =>
    [...anchors, ...scanLinks(text)].map(({ href }) => href),
  );
  for (const href of new Set(hrefs.slice(0, MAX_OPENED))) {
    const url = unwrap(href)?.url;
    if (url === undefined) continue;
    const host = plainHost(url);
    if (platformsAt(host).length > 0) continue;
    const links = byHost.get(host);
    if (links === undefined) byHost.set(host, [url]);
    else links.push(url);
  }
  return byHost;
}
