import type { Attack } from './attack.ts';
import { deceives, imitatesByPath, imitationBy } from './imitation.ts';

/** A host that is made to be taken for a platform's, in plain letters and digits (facts section 11, forms to flag). */
export const lookalike: Attack = {
  why: 'lookalike',
  isIn(suspect) {
    const { host, url } = suspect;
    if (url.protocol !== 'https:' && url.protocol !== 'http:') return false;
    if (host.includes('xn--')) return false;
    const imitation = imitationBy(host);
    return (imitation !== null && deceives(imitation, suspect)) || imitatesByPath(suspect);
  },
  examples: [
    { href: 'https://zoom.us.evil.example/j/84512345678' },
    { href: 'https://us02web.zoom.us-join.example/j/84512345678' },
    { href: 'https://teams.microsoft.com.evil.example/anything' },
    {
      href: 'https://eur01.safelinks.protection.outlook.com.evil.example/?url=https%3A%2F%2Fzoom.us%2Fj%2F845',
    },
    { href: 'https://evilzoom.us/j/84512345678' },
    { href: 'https://app-login-webex.com/' },
    { href: 'https://zoom-us.com/j/84512345678' },
    { href: 'https://joinzoom.us/j/84512345678' },
    { href: 'https://zooom.us/j/84512345678' },
    { href: 'https://zoom.xyz/j/84512345678?pwd=abc' },
    { href: 'https://examplestad.webbex.com/examplestad/j.php?MTID=m0123456789abcdef0123456789abcdef' },
    { href: 'https://zo0m.us/j/84512345678' },
    { href: 'https://teams.rnicrosoft.com/l/meetup-join/19' },
    { href: 'https://teams-microsoft.com/meet/3456789012345?p=abc' },
    { href: 'https://teams.micros0ft.com/meet/3456789012345' },
    { href: 'https://meet.gooogle.com/abc-defg-hij' },
    { href: 'https://meet-google.com/abc-defg-hij' },
    { href: 'https://meet.jlt.si/raadsvergadering' },
    { href: 'https://evil.example/zoom.us/j/84512345678' },
    {
      href: 'https://evil.example/l/meetup-join/19%3ameeting_ZmFrZS1mYWtlLWZha2UtZmFrZS1mYWtlZmFrZWZha2U0%40thread.v2/0',
    },
    { href: 'https://zoom.evil.example/j/84512345678' },
    { href: 'https://zoom-us.evil.example/j/84512345678' },
    { href: 'https://us02web-zoom-us.evil.example/j/84512345678' },
    { href: 'https://examplestad-webex-com.evil.example/meet/jan.devries' },
    { href: 'https://www.google.com.evil.example/url?q=https://zoom.us/j/84512345678' },
    { href: 'https://eur03-safelinks-protection-outlook.com/?url=https%3A%2F%2Fzoom.us%2Fj%2F845' },
  ],
  counterexamples: [
    { href: 'https://www.zoomland.example/products', because: 'a company that happens to be called so' },
    {
      href: 'https://zoomland.com/j/84512345678',
      because: 'the same: its name goes on with a word of its own',
    },
    { href: 'https://www.zoom.com.br/celular', because: 'a firm’s own domain' },
    { href: 'https://www.weber.com/grills', because: 'a letter from webex, and no meeting’s address' },
    { href: 'https://zoom.university.example/help', because: 'a university’s page about Zoom' },
    {
      href: 'https://teams.microsoft.com.mcas.ms/l/meetup-join/19',
      because: 'Microsoft Defender for Cloud Apps',
    },
    { href: 'https://example.org/blog/zoom.us-tips', because: 'an article' },
    { href: 'https://apply.example.com/j/ABCDEF1234', because: 'a job' },
    { href: 'https://room.example/j/84512345678', because: 'not a platform’s ending, and an ordinary word' },
    { href: 'https://web.archive.org/web/2020/https://zoom.us/j/84512345678', because: 'an archive' },
    { href: 'https://webexpert.example/kennismaking', because: 'a company' },
    { href: 'https://zoom.us/signin', because: 'genuine' },
    { href: 'https://jitsi.org/jitsi-meet/', because: 'the maker’s own site' },
    { href: 'https://whereby.nl/shop', because: 'a shop' },
    { href: 'https://www.weber.com/meet/team', because: 'a page about people' },
    { href: 'https://noom.com/my/plan', because: 'a page of one’s own' },
    { href: 'https://microsoft-teams-cursus.nl/blog', because: 'a course' },
    { href: 'https://googlemeet-tips.example/how', because: 'advice' },
    { href: 'https://meet.googleblog.com/x', because: 'a blog' },
    { href: 'https://zoom.example.edu/my/account', because: 'a university’s page about Zoom' },
    { href: 'https://webex.example.edu/meet/how-to', because: 'a university’s page about Webex' },
    { href: 'https://login.microsoftonline.com/', because: 'Microsoft’s sign-in' },
  ],
};
