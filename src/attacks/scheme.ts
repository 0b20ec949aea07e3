import type { Attack } from './attack.ts';
import { claimsMeeting, invites, namesPlatform } from './claims.ts';

/** What mails hold in good faith. Of the platforms' own schemes those count that join a meeting. */
const USUAL = new Set(
  (
    'http https mailto tel sms cid mid sip sips callto webcal webcals ftp geo maps news nntp xmpp im skype conf about onenote ' +
    'ms-outlook outlook ms-word ms-excel ms-powerpoint ms-visio ms-project ' +
    // Programs to talk or to listen, and shops for programs.
    'message whatsapp tg line viber sgnl facetime facetime-audio spotify slack discord webexteams market itms itms-apps itms-appss'
  )
    .split(' ')
    .map((scheme) => `${scheme}:`),
);

/** Scripts that do nothing, as saved web pages hold them. */
const IDLE =
  /^javascript:(?:\s|void\s?\(?0\)?|;|false|undefined|history\.back\(\)|window\.print\(\)|print\(\))*$/i;

/** What runs at once, or opens a file. */
const RUNS = new Set(['javascript:', 'vbscript:', 'file:', 'intent:', 'blob:']);

/** A link that runs, or opens a program, where a meeting's address should be. */
export const scheme: Attack = {
  why: 'scheme',
  isIn(suspect) {
    const { url, href, joins } = suspect;
    if (USUAL.has(url.protocol) || joins !== null || IDLE.test(href)) return false;
    // A page inside the link shows whatever its writer likes; a picture or a calendar does not.
    if (url.protocol === 'data:')
      return /^data:(?:text\/html|application\/xhtml|image\/svg|text\/xml)/i.test(href);
    if (RUNS.has(url.protocol)) return claimsMeeting(suspect);
    // Addresses of programs stand in many technical texts.
    return invites(suspect) || namesPlatform(`${url.protocol}//${url.host}`);
  },
  examples: [
    { href: 'javascript:location="https://evil.example"', text: 'Join Zoom Meeting' },
    { href: 'data:text/html,<script>location="https://evil.example"</script>', text: 'Agenda' },
    { href: 'file://evil.example/share/zoom.exe', text: 'Join Zoom Meeting' },
    { href: 'intent://zoom.us/j/84512345678#Intent;scheme=https;package=example.evil;end' },
    { href: 'zoommtg://evil.example/join?confno=84512345678' },
    { href: 'ms-msdt:/id', text: 'Join Microsoft Teams Meeting' },
    { href: 'javascript:alert(1)', property: 'X-GOOGLE-CONFERENCE' },
  ],
  counterexamples: [
    { href: 'javascript:void(0)', text: 'Join', because: 'does nothing: a saved web page' },
    { href: 'mailto:jan@example.org', text: 'Join', because: 'an address' },
    { href: 'tel:+31207944000,,84512345678#', because: 'a phone line' },
    { href: 'file://server.example.org/share/agenda.docx', text: 'Agenda', because: 'a file on a share' },
    { href: 'zoommtg://zoom.us/join?confno=84512345678', because: 'the platform’s own scheme' },
    { href: 'data:image/png;base64,AAAA', text: '', because: 'a picture' },
    { href: 'data:text/calendar;base64,AAAA', text: 'Apple (.ics)', because: 'a calendar file' },
    { href: 'whatsapp://send?text=zoom', text: 'WhatsApp', because: 'a share button' },
    { href: 'mongodb+srv://db.example.org/meetings', because: 'a database in a technical text' },
    { href: 'mongodb+srv://db.example.org/zoom', because: 'the same, with a platform’s name in its path' },
    { href: 'javascript:zoomIn()', text: 'Zoom in', because: 'a button for pictures' },
  ],
};
