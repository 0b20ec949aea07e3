import { MAIN_HOSTS } from '../attacks/genuine.ts';
import { imitationBy } from '../attacks/imitation.ts';
import { hostAsWritten, mayBeIpAddress } from '../links/as-written.ts';
import { plainHost } from '../links/hosts.ts';
import { scanLinks } from '../links/scan.ts';
import { MAX_DEPTH, type Unwrapped, unwrap, wrapperOf } from '../links/unwrap.ts';
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
  written: string;
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

/** How many different links are opened, and how many strange hosts looked at. */
export interface Bounds {
  links: number;
  hosts: number;
}

/** Of so many links it is known what stands beside them. */
const MOST_BESIDE = 2000;
/** Long threads stay below; beyond them the review says that a part was not checked. */
const BOUNDS: Bounds = { links: 200, hosts: 130 };

/** Opens the links of one invitation. Each different link is read once; the most are seen to be of no interest by a glance. */
export class Opener {
  /** There were more links than we opened. */
  cut = false;
  readonly #bounds: Bounds;
  readonly #selfHosted: SelfHosted;
  readonly #passages: readonly Passage[];
  #products: readonly Platform[] | null = null;
  readonly #opened = new Map<string, Opened | null>();
  readonly #dull = new Set<string>();
  readonly #strangers = new Set<string>();
  #besides: ReadonlyMap<string, readonly URL[]> | null = null;
  #text: string | null = null;

  constructor(passages: readonly Passage[], selfHosted: SelfHosted, bounds: Bounds = BOUNDS) {
    this.#bounds = bounds;
    this.#passages = passages;
    this.#selfHosted = selfHosted;
  }

  /** Null for what is no link, and for what no glance finds worth reading. */
  open(href: string): Opened | null {
    const known = this.#opened.get(href);
    if (known !== undefined) return known;
    if (this.#dull.has(href)) return null;
    if (this.#isWorthReading(href)) return this.openAnyway(href);
    this.#dull.add(href);
    return null;
  }

  /** The same without the glance. */
  openAnyway(href: string): Opened | null {
    const known = this.#opened.get(href);
    if (known !== undefined) return known;
    if (this.#opened.size >= this.#bounds.links) {
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
    // Other letters in the host are part of it.
    if (ascii.length === href.length || !/^(?:https?:\/\/)?[^/]+\//i.test(ascii)) return whole;
    const shorter = this.#readExactly(ascii);
    return shorter !== null && shorter.recognised !== null ? shorter : whole;
  }

  #readExactly(written: string): Opened | null {
    const unwrapped = unwrap(written);
    if (unwrapped === null) return null;
    const { href, url, wrappedBy, opaque } = unwrapped;
    // Nobody knows where so many gateways lead: that is "could not check".
    if (opaque !== null && wrappedBy.length >= MAX_DEPTH) this.cut = true;
    const host = plainHost(url);
    const here = recognise(url, this.#selfHosted);
    const products =
      here === null && !isKnownHost(host, this.#selfHosted)
        ? this.#productsFor(href, wrappedBy.length > 0)
        : [];
    const elsewhere = products.length === 0 ? null : recogniseElsewhere(url, products, this.#beside(host));
    const recognised = here ?? elsewhere;
    const plain = here !== null && wrappedBy.length === 0 && hostAsWritten(written) === host;
    return {
      written,
      href,
      url,
      host,
      wrappedBy,
      opaque,
      recognised,
      byFingerprint: elsewhere !== null,
      plain,
    };
  }

  #isWorthReading(href: string): boolean {
    const host = hostAsWritten(href);
    if (host === null)
      return !/^\s*(?:mailto|tel|cid|mid|sms|sips?|callto):/i.test(href) && this.#mayMeet(href);
    return (
      isKnownHost(host, this.#selfHosted) ||
      wrapperOf(host) !== null ||
      host.includes('xn--') ||
      mayBeIpAddress(host) ||
      holdsPlatform(href, host) ||
      this.#imitates(host) ||
      this.#hinted().length > 0
    );
  }

  #hinted(): readonly Platform[] {
    this.#products ??= productsHintedAt(this.#passages);
    return this.#products;
  }

  /** A wrapped link's own hints stand in no text. */
  #productsFor(href: string, wrapped: boolean): readonly Platform[] {
    const hinted = this.#hinted();
    if (!wrapped) return hinted;
    const address = href.toLowerCase();
    return ANYWHERE.filter((platform) => hinted.includes(platform) || isHintedAt(platform, address));
  }

  #imitates(host: string): boolean {
    return this.#mayMeet(host) && imitationBy(host) !== null;
  }

  /** Strange hosts, and addresses that only URL() can read, cost the most; so many are looked at. */
  #mayMeet(stranger: string): boolean {
    if (this.#strangers.has(stranger)) return true;
    if (this.#strangers.size >= this.#bounds.hosts) {
      this.cut = true;
      return false;
    }
    this.#strangers.add(stranger);
    return true;
  }

  /** What stands beside the links to one host; read when the first product asks. */
  #beside(host: string): Beside {
    const links = (): readonly URL[] => {
      this.#besides ??= linksByHost(this.#passages);
      return this.#besides.get(host) ?? [];
    };
    const text = (): string => {
      this.#text ??= this.#passages.map((passage) => onOneLine(passage.text)).join(' ');
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
const IN_PATH = [...MAIN_HOSTS, '/j.php', 'meetup-join', '/?dmvyp'];

function holdsPlatform(href: string, host: string): boolean {
  const rest = href.slice(host.length).toLowerCase();
  return IN_PATH.some((piece) => rest.includes(piece));
}

/** Products that run on anybody's server and that a piece of the invitation hints at. One search of the text for each hint. */
function productsHintedAt(passages: readonly Passage[]): Platform[] {
  const texts = passages.flatMap(({ text, anchors }) => [
    onOneLine(text),
    ...anchors.map((anchor) => (anchor.href === anchor.text ? '' : anchor.href.toLowerCase())),
  ]);
  const whole = texts.join(' ');
  return ANYWHERE.filter((platform) => isHintedAt(platform, whole));
}

/** In lower case, with one blank between words, and without the marks of quoted lines. */
function onOneLine(text: string): string {
  return text
    .toLowerCase()
    .replace(/\n(?:> ?){1,20}/g, '\n')
    .replace(/\s+/g, ' ');
}

function isHintedAt({ fingerprint }: Platform, text: string): boolean {
  return fingerprint?.hints.some((hint) => text.includes(hint)) === true;
}

function linksByHost(passages: readonly Passage[]): ReadonlyMap<string, readonly URL[]> {
  const byHost = new Map<string, URL[]>();
  const hrefs = passages.flatMap(({ text, anchors }) =>
    [...anchors, ...scanLinks(text)].map(({ href }) => href),
  );
  for (const href of new Set(hrefs.slice(0, MOST_BESIDE))) {
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
