import { plainHost } from '../links/hosts.ts';
import { parameter } from '../links/parameters.ts';
import { platformsAt } from '../platforms/recognise.ts';
import type { Attack, Suspect } from './attack.ts';
import { isGenuine, registrable } from './genuine.ts';

/** Parameters by which sites send people on. `redirect_uri` belongs to OAuth, whose servers check it. */
const SENDS_ON =
  'dest destination redirect redirecturl redirect_url redirectto return returnurl return_url returnto next goto continue backurl url u target to forward rurl'.split(
    ' ',
  );

/** A page of a genuine platform that leads anywhere: `meet.google.com/linkredirect?dest=…`, a webex.com link of 2019 (facts section 11). */
export const openRedirect: Attack = {
  why: 'open-redirect',
  isIn: (suspect) => throughMeet(suspect) || isUnreadable(suspect) || throughParameter(suspect),
  examples: [
    { href: 'https://meet.google.com/linkredirect?dest=https://evil.example/login' },
    { href: 'https://meet.google.com/linkredirect?dest=https%3A%2F%2Fzoom.us.evil.example%2Fj%2F1' },
    { href: 'https://meet.google.com/linkredirect?dest=javascript:alert(1)' },
    { href: 'https://meet.google.com/linkredirect?dest=%20https%3A%2F%2Fevil.example' },
    { href: 'https://examplestad.webex.com/signin?returnUrl=https%3A%2F%2Fevil.example%2Fwebex.exe' },
    { href: 'https://zoom.us/redirect?url=//evil.example/zoom' },
  ],
  counterexamples: [
    {
      href: 'https://meet.google.com/linkredirect?dest=https://meet.google.com/abc-defg-hij',
      because: 'leads to a meeting',
    },
    {
      href: 'https://zoom.us/signin?backUrl=https%3A%2F%2Fzoom.us%2Fprofile',
      because: 'stays on the platform',
    },
    {
      href: 'https://zoom.us/oauth/authorize?redirect_uri=https%3A%2F%2Fapp.example%2Fback',
      because: 'OAuth',
    },
    { href: 'https://zoom.us/j/84512345678?pwd=abc', because: 'a meeting' },
    {
      href: 'https://www.google.com/url?q=https://news.example/',
      because: 'a link in an honest mail; judged by what is inside',
    },
  ],
};

/** The wrapper is undone already; what matters is where it leads. */
function throughMeet({ wrappedBy, host, joins }: Suspect): boolean {
  return wrappedBy.includes('meet-linkredirect') && joins === null && !isGenuine(host);
}

/** Meet's page for sending on, with something in it that is no web address. */
function isUnreadable({ host, url }: Suspect): boolean {
  return (
    host === 'meet.google.com' && /^\/linkredirect\/?$/.test(url.pathname) && url.searchParams.has('dest')
  );
}

function throughParameter({ url, host, joins }: Suspect): boolean {
  if (joins !== null || platformsAt(host).length === 0) return false;
  return SENDS_ON.some((name) => {
    const value = parameter(url.search, name);
    if (value === null || !/^(?:https?:)?[\\/]{2}/i.test(value)) return false;
    const target = URL.parse(value, url.href);
    if (target === null) return false;
    const targetHost = plainHost(target);
    return registrable(targetHost) !== registrable(host) && !isGenuine(targetHost);
  });
}
