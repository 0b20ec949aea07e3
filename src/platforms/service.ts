import { plainHost } from '../links/hosts.ts';
import { decodedOnce, parameter } from '../links/parameters.ts';
import { type Example, type Platform, passcodeIfSeen, phoneIfSeen, segments } from './platform.ts';

/**
 * A service of which we know little more than what its join links look like: a row of the table in services.ts. What protects
 * its meetings we do not know, so that only a passcode or a phone number that is seen counts.
 */
export interface Service {
  id: string;
  name: string;
  /** Exact, or "*.suffix", as in Platform. */
  hosts: readonly string[];
  /**
   * The shapes of its join links, the first that fits counts. "/j/<digits>": one piece per path segment, a word, several words
   * ("guest|invite"), or a kind of value in brackets (KINDS); "**" at the end: whatever follows. "?session=<digits>": a query
   * parameter that must be there. "#/g/<token>": the path stands in the fragment. A shape that begins with a host
   * ("venues.vimeo.com/<digits>") counts on that host only.
   */
  links: readonly string[];
  /** "doxy.me": one label before it names a customer, which is the tenant. */
  customersOf?: readonly string[];
  /** Values in the place of a room or code that are pages of this service, lower case. */
  pages?: readonly string[];
  /** Query parameters that let in without typing. */
  keys?: readonly string[];
  /** The query parameter that makes the link the host's own. */
  hostKey?: string;
  examples: readonly Example[];
  counterexamples: readonly { link: string; why: string }[];
}

/**
 * What a piece in brackets may be. `tenant` names a customer, `language` nothing; all others together name the meeting, and the
 * last is its id.
 */
const KINDS: Readonly<Record<string, RegExp>> = {
  digits: /^\d{4,20}$/,
  /** 810-218-630 */
  dashed: /^\d[\d-]{4,20}$/,
  letters: /^[a-z][a-z-]{2,63}$/i,
  /** A generated value; ordinary words fit too, so it stands behind a word or on a host that has nothing but meetings. */
  token: /^[\w-]{4,200}$/,
  /** A generated value that is no word: letters and digits mixed. */
  mixed: /^(?=[a-z]{0,12}\d)(?=\d{0,12}[a-z])[a-z\d]{8,13}$/i,
  capitals: /^[A-Z]{8,12}$/,
  /** StreamYard's: 8 to 13 letters and digits. */
  broadcast: /^[a-z\d]{8,13}$/i,
  video: /^[\w-]{11}$/,
  language: /^[a-z]{2}(?:-[a-z]{2})?$/i,
  name: /^[\p{L}\p{N} _.:~@-]{1,128}$/u,
  tenant: /^[\w.-]{1,64}$/,
};

/** First path segments that name a page of a company's site. Written without hyphens: "sign-in" is "signin". */
const PAGES: ReadonlySet<string> = new Set(
  `about aboutus academy account accounts admin affiliate affiliates api app apps article articles assets auth billing blog
  bookademo brand business career careers casestudies cdn changelog checkout client clinic clinics community company compare
  compliance contact contactsales contactus conversation cookie cookies create css customer customers dashboard demo demos
  developer developers docs documentation download downloads ebook ebooks education embed enterprise error event events explore
  faq faqs favicon feature features feed fonts forgotpassword forum free getstarted gettingstarted guide guides healthcare help
  helpcenter hipaa home howitworks howto images img impressum imprint index info install integrations international invest
  investors jobs js kb knowledgebase lang legal library lobbytest locale login logout manual media members mission mobile new news
  newsletter oauth onboarding our overview ourteam ourstory partner partners password patients physicians plans platform podcast
  podcasts portal precalltest press pressroom price prices pricing privacy privacypolicy product products profile profiles
  providers public recording recordings referral referrals register registration releasenotes releases replay requestdemo reset
  resetpassword resource resources reviews roadmap sales scheduleademo search security services settings setup shop signin
  signout signup site sitemap software solution solutions start static status store stories subscribe success support team teams
  technology telehealth telemedicine teletherapy templates terms termsofservice termsofuse test testimonials tos tour training
  trial trust tutorial tutorials updates upgrade usecases user users verify video videos webinar webinars welcome whatsnew
  whitepapers why wpadmin wpcontent`.split(/\s+/),
);
const PAGE_BEGINNING = /^(?:about|contact|cookies?|download|legal|pricing|privacy|terms)-/i;
const FILE =
  /\.(?:aspx?|css|gif|html?|ico|jpe?g|js|json|map|mp4|pdf|php|png|svg|txt|webmanifest|webp|xml|zip)$/i;
/** First labels of a service's own hosts. */
const NOT_A_CUSTOMER =
  /^(?:[a-z]{2}|www\d?|api|app|apps|assets|auth|blog|careers|cdn|clinic|community|developers?|docs|email|events?|feedback|get|go|help|images|info|jobs|join|kb|learn|login|lp|mail|media|meet|my|news|partners?|press|pages|secure|shop|staging|static|status|store|support|test|training|trust|try|web)$/;

/** Whether a first path segment is a page of the company's site rather than a room's name: "pricing", "sign-in", "nl", "x.pdf". */
export function isPage(segment: string): boolean {
  const plain = segment.toLowerCase();
  return (
    PAGES.has(plain.replace(/[-_]/g, '')) ||
    PAGE_BEGINNING.test(plain) ||
    FILE.test(plain) ||
    /^[a-z]{2}(?:-[a-z]{2})?$/.test(plain) ||
    plain.startsWith('.') ||
    plain.startsWith('_')
  );
}

type Piece = { words: readonly string[] } | { kind: string; form: RegExp };

interface Shape {
  host: string | null;
  inFragment: boolean;
  pieces: readonly Piece[];
  /** "**" at the end. */
  more: boolean;
  query: { name: string; form: RegExp } | null;
}

function kindOf(piece: string): RegExp {
  const form = KINDS[piece.slice(1, -1)];
  if (form === undefined) throw new Error(`no such kind of value: ${piece}`);
  return form;
}

/** Reads one of Service.links; throws when it names a kind that is not in KINDS. */
function shapeOf(link: string): Shape {
  const [address = '', required] = link.split('?');
  const slash = address.search(/[/#]/);
  const pieces = address
    .slice(slash)
    .split('/')
    .filter((piece) => piece !== '' && piece !== '#');
  const [name = '', kind = ''] = required?.split('=') ?? [];
  return {
    host: slash === 0 ? null : address.slice(0, slash),
    inFragment: address[slash] === '#',
    pieces: pieces
      .filter((piece) => piece !== '**')
      .map((piece) =>
        piece.startsWith('<')
          ? { kind: piece.slice(1, -1), form: kindOf(piece) }
          : { words: piece.split('|') },
      ),
    more: pieces.at(-1) === '**',
    query: required === undefined ? null : { name, form: kindOf(kind) },
  };
}

interface Fitted {
  /** What names the meeting, in order. */
  values: readonly string[];
  tenant: string | null;
}

/** Null when the link has another shape, or when a page stands where the room would. */
function fitted(url: URL, shape: Shape, pages: readonly string[]): Fitted | null {
  const path = segments(url);
  if (shape.inFragment && path.length > 0) return null;
  const parts = (
    shape.inFragment
      ? url.hash
          .slice(1)
          .split('/')
          .filter((part) => part !== '')
      : path
  ).map(decodedOnce);
  if (parts.length < shape.pieces.length || (parts.length > shape.pieces.length && !shape.more)) return null;
  const values: string[] = [];
  let tenant: string | null = null;
  for (const [index, part] of parts.entries()) {
    const piece = shape.pieces[index];
    if (piece === undefined) {
      values.push(part);
    } else if ('words' in piece) {
      if (!piece.words.includes(part.toLowerCase())) return null;
    } else {
      if (!piece.form.test(part)) return null;
      if (piece.kind === 'language') continue;
      if (pages.includes(part.toLowerCase()) || (index === 0 && isPage(part))) return null;
      if (piece.kind === 'tenant') tenant = part.toLowerCase();
      else values.push(part);
    }
  }
  if (shape.query !== null) {
    const value = parameter(url.search, shape.query.name) ?? '';
    if (!shape.query.form.test(value)) return null;
    values.push(value);
  }
  return { values, tenant };
}

/** A customer's label, null for the service's own bare host, undefined for another host of the service itself. */
function customerOf(host: string, { customersOf, hosts }: Service): string | null | undefined {
  const above = customersOf?.find((suffix) => host.endsWith(`.${suffix}`));
  if (above === undefined) return null;
  const label = host.slice(0, -above.length - 1);
  if (label === 'www' && hosts.includes(above)) return null;
  return label.includes('.') || NOT_A_CUSTOMER.test(label) ? undefined : label;
}

/** The platform of a row. Throws when one of its shapes names an unknown kind of value. */
export function platformOf(service: Service): Platform {
  const shapes = service.links.map(shapeOf);
  const recognise: Platform['recognise'] = (url) => {
    const host = plainHost(url);
    const customer = customerOf(host, service);
    for (const shape of shapes) {
      if (shape.host === null ? customer === undefined : shape.host !== host) continue;
      const found = fitted(url, shape, service.pages ?? []);
      if (found === null) continue;
      const tenant = found.tenant ?? customer ?? null;
      // The customer's whole host is the room where the path names none.
      const id = found.values.at(-1) ?? tenant;
      if (id === null) continue;
      const has = (name: string): boolean => (parameter(url.search, name) ?? '') !== '';
      return {
        key: `room:${tenant ?? ''}/${found.values.join('/')}`,
        tenant,
        id,
        // Nothing tells whether these rooms stay.
        room: 'unknown',
        opensWithoutTyping: service.keys?.some(has) ?? false,
        ...(service.hostKey !== undefined && has(service.hostKey) ? { personalLink: 'host' } : {}),
      };
    }
    return null;
  };
  const { id, name, hosts, examples, counterexamples } = service;
  return {
    id,
    name,
    hosts,
    recognise,
    passcode: passcodeIfSeen,
    dialIn: phoneIfSeen,
    examples,
    counterexamples,
  };
}
