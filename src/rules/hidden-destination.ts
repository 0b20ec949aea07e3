import { platformName } from '../platforms/recognise.ts';
import { forEachMeeting, type Rule } from './rule.ts';

/** Who runs the gateways that may keep a link to themselves (src/links/wrappers), as people know them. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ['hornetsecurity', 'Hornetsecurity'],
  ['mimecast', 'Mimecast'],
  ['seclinks', 'Hornetsecurity Secure Links'],
  ['sophos', 'Sophos'],
  ['symantec', 'Symantec'],
]);

const BLOCK = 'Join Zoom Meeting\nMeeting ID: 845 1234 5678\nPasscode: 482913\n';

export const hiddenDestination: Rule = {
  id: 'hidden-destination',
  level: 'inform',
  source: {
    title: 'CISA, Avoiding Social Engineering and Phishing Attacks: links whose true destination is hidden',
    date: '2021-02-01',
    url: 'https://www.cisa.gov/news-events/news/avoiding-social-engineering-and-phishing-attacks',
  },
  check: (situation) =>
    forEachMeeting(situation, ({ platform, url, wrappedBy }) => {
      if (url !== null) return null;
      // Around the one that does not tell may stand others that do.
      const hiding = wrappedBy.at(-1) ?? '';
      const substitutions = [platformName(platform), NAMES.get(hiding) ?? hiding];
      return hiding === 'shortener' ? { substitutions, variant: 'short-link' } : { substitutions };
    }),
  cases: [
    {
      name: 'a gateway tells the host only',
      text: `${BLOCK}https://protect-eu.mimecast.com/s/aBcDeFgH12?domain=us02web.zoom.us\n`,
      finds: ['inform'],
    },
    {
      name: 'a short link that shows a meeting',
      text: 'Join: the link below\n',
      anchors: [{ href: 'https://bit.ly/3aBcDeF', text: 'https://zoom.us/j/84512345678', at: 6 }],
      finds: ['inform'],
    },
    {
      name: 'a gateway that names its link',
      text: 'https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fzoom.us%2Fj%2F84512345678&data=05',
      finds: 0,
    },
    {
      name: 'the open link stands beside the hidden one',
      text: `${BLOCK}https://us02web.zoom.us/j/84512345678\nhttps://protect-eu.mimecast.com/s/aBcDeFgH12?domain=us02web.zoom.us\n`,
      finds: 0,
    },
    { name: 'a plain link', text: 'https://zoom.us/j/84512345678', finds: 0 },
    {
      name: 'a hidden link that may be any page of the platform',
      text: 'Our manual: https://protect-eu.mimecast.com/s/aBcDeFgH12?domain=us02web.zoom.us\n',
      finds: 0,
    },
    { name: 'a short link to nobody knows what', text: 'Agenda: https://bit.ly/3aBcDeF\n', finds: 0 },
  ],
};
