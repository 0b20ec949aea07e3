import { plainHost } from '../links/hosts.ts';
import { decodedOnce, parameter } from '../links/parameters.ts';
import { type JoinLink, noPasscodeByDesign, type Platform, phoneIfSeen, segments } from './platform.ts';

// facts/meeting-links.md section 6 (S; permanent [I]).

const NAME = /^[\p{L}\p{N}][\p{L}\p{N}_.-]{0,99}$/u;
/** Rooms that a program made for one meeting have such a name, and are deleted after it (docs.whereby.com, "Create a room"). */
const MADE_FOR_ONE_MEETING = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** Whereby's own pages; the room names of everybody else stand beside them. */
const PAGES =
  /^(?:about|account|accessibility|admin|api|app|apps|assets|auth|blog|business|careers|checkout|company|contact|cookies|create|customers|customer-stories|dashboard|demo|developers?|docs|download|education|embed|embedded|enterprise|explore|faq|favicon\.ico|features|free|help|home|index|information|integrations|jobs|legal|login|logout|meetings|new|news|org|partners|plans|press|pricing|privacy|privacy-policy|product|products|register|resources|robots\.txt|rooms|security|settings|signin|sign-in|signup|sign-up|sitemap\.xml|solutions|static|status|support|team|teams|telehealth|templates|terms|terms-of-service|tos|trust|use-cases|user|users|video-api|webinars|why-whereby)$/i;
/** Whereby's own hosts, not a customer's. */
const NOT_A_TENANT =
  /^(?:www|about|api|app|ask|assets|blog|cdn|community|developers?|docs|embedded|get|help|info|learn|links?|login|mail|news|signup|srv|static|status|support)$/;

function recognise(url: URL): JoinLink | null {
  const label = /^([a-z0-9-]+)\.whereby\.com$/.exec(plainHost(url))?.[1] ?? null;
  if (label !== null && label !== 'www' && NOT_A_TENANT.test(label)) return null;
  if (label === null && plainHost(url) !== 'whereby.com') return null;
  const tenant = label === 'www' ? null : label;
  const [first, second] = segments(url).map(decodedOnce);
  if (first === undefined || second !== undefined || PAGES.test(first) || !NAME.test(first)) return null;
  return {
    key: `room:${tenant ?? ''}/${first.toLowerCase()}`,
    tenant,
    id: first,
    room: MADE_FOR_ONE_MEETING.test(first) ? 'one-off' : 'permanent',
    // With the key, nobody needs to knock. It may be the host's or a viewer's: both look alike (docs.whereby.com, user roles).
    opensWithoutTyping: (parameter(url.search, 'roomKey') ?? '') !== '',
  };
}

export const whereby: Platform = {
  id: 'whereby',
  name: 'Whereby',
  hosts: ['whereby.com', '*.whereby.com'],
  recognise,
  // A room is open, or locked and one knocks. There is nothing to type.
  passcode: noPasscodeByDesign,
  dialIn: phoneIfSeen,
  examples: [
    {
      link: 'https://whereby.com/jan-devries',
      id: 'jan-devries',
      room: 'permanent',
      tenant: null,
      opensWithoutTyping: false,
    },
    { link: 'https://www.whereby.com/jan-devries', id: 'jan-devries', tenant: null },
    { link: 'https://whereby.com/jan-devries?embed&floatSelf', id: 'jan-devries' },
    { link: 'https://examplestad.whereby.com/raad', id: 'raad', tenant: 'examplestad', room: 'permanent' },
    {
      link: 'https://examplestad.whereby.com/raad?roomKey=eyJhbGciOiJIUzI1NiJ9.e30.abc',
      tenant: 'examplestad',
      opensWithoutTyping: true,
    },
    { link: 'https://examplestad.whereby.com/raad?roomKey=', opensWithoutTyping: false },
    {
      link: 'https://examplestad.whereby.com/overleg-0a1b2c3d-0000-4000-8000-00000000abcd',
      tenant: 'examplestad',
      room: 'one-off',
    },
  ],
  counterexamples: [
    { link: 'https://whereby.com/', why: 'the start page' },
    { link: 'https://whereby.com/information/tos/', why: 'the terms' },
    { link: 'https://whereby.com/information', why: 'pages about the product' },
    { link: 'https://whereby.com/user/login', why: 'signing in' },
    { link: 'https://whereby.com/user', why: 'one’s own account' },
    { link: 'https://whereby.com/org/signup', why: 'opening an account' },
    { link: 'https://whereby.com/pricing', why: 'prices' },
    { link: 'https://whereby.com/blog/better-meetings', why: 'a blog' },
    { link: 'https://whereby.com/blog', why: 'a blog' },
    { link: 'https://docs.whereby.com/whereby-101', why: 'help' },
    { link: 'https://api.whereby.com/v1', why: 'the interface for programs' },
    { link: 'https://cdn.srv.whereby.com/embed/v2-embed.js', why: 'a program' },
    { link: 'https://examplestad.whereby.com/', why: 'an organisation’s start page' },
    { link: 'https://whereby.helpscoutdocs.com/article', why: 'help on another domain' },
    { link: 'https://whereby.com.evil.example/jan-devries', why: 'another domain that begins with the host' },
  ],
};
