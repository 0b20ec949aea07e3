import { forEachDestination, type Rule } from './rule.ts';

/** These run or show what stands in the link itself. */
const SCRIPTS: ReadonlySet<string> = new Set(['javascript:', 'vbscript:', 'data:']);
/** These fetch a file, from whose server the link's writer likes. */
const FILES: ReadonlySet<string> = new Set(['file:', 'smb:', 'ftp:', 'ftps:', 'sftp:']);

const BUTTON = 'Join Zoom Meeting';

/** A link that runs, fetches or starts something where a meeting's web address should be (facts/meeting-links.md section 11). */
export const insecureScheme: Rule = {
  id: 'insecure-scheme',
  level: 'warn',
  source: {
    title: 'Canadian Centre for Cyber Security, AL22-007, Follina: a link’s scheme that starts a program',
    date: '2022-05-31',
    url: 'https://www.cyber.gc.ca/en/alerts-advisories/follina-vulnerability-impacting-microsoft-products',
  },
  check: (situation) =>
    forEachDestination(situation, (why, { shown }) => {
      if (why !== 'scheme') return null;
      if (SCRIPTS.has(shown)) return { variant: 'script', substitutions: [shown] };
      if (FILES.has(shown)) return { variant: 'file', substitutions: [shown] };
      return { substitutions: [shown] };
    }),
  cases: [
    {
      name: 'a script',
      text: BUTTON,
      anchors: [{ href: 'javascript:location="https://evil.example"', text: BUTTON, at: 0 }],
      finds: 1,
    },
    {
      name: 'a page inside the link',
      text: BUTTON,
      anchors: [{ href: 'data:text/html,<p>zoom</p>', text: BUTTON, at: 0 }],
      finds: 1,
    },
    {
      name: 'a file on a share',
      text: BUTTON,
      anchors: [{ href: 'file://evil.example/share/zoom.exe', text: BUTTON, at: 0 }],
      finds: 1,
    },
    {
      name: 'a program',
      text: BUTTON,
      anchors: [{ href: 'ms-msdt:/id', text: BUTTON, at: 0 }],
      finds: 1,
    },
    {
      name: 'beside a genuine meeting',
      text: `${BUTTON}\nhttps://zoom.us/j/84512345678?pwd=x`,
      anchors: [{ href: 'ms-msdt:/id', text: BUTTON, at: 0 }],
      finds: 1,
    },
    {
      name: 'the platform’s own program',
      text: BUTTON,
      anchors: [{ href: 'zoommtg://zoom.us/join?confno=84512345678', text: BUTTON, at: 0 }],
      finds: 0,
    },
    {
      name: 'a mail address and a phone number',
      text: 'Join',
      anchors: [
        { href: 'mailto:jan@example.org', text: 'Join', at: 0 },
        { href: 'tel:+31207944000', text: 'Join', at: 0 },
      ],
      finds: 0,
    },
    { name: 'a meeting', text: 'https://zoom.us/j/84512345678?pwd=x', finds: 0 },
  ],
};
