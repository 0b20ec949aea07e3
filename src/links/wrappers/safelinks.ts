import { plainHost } from '../hosts.ts';
import { parameter } from '../parameters.ts';
import { type Wrapper, wrapping } from './wrapper.ts';

/** Microsoft Defender for Office 365, Safe Links. */
export const safelinks: Wrapper = {
  id: 'safelinks',
  source: 'facts/meeting-links.md section 10, rows Microsoft SafeLinks and Teams',
  hints: ['safelinks', 'safelink.html'],
  hosts: [
    '*.safelinks.protection.outlook.com',
    '*.safelinks.protection.office365.us',
    'outlook.office.com',
    'statics.teams.cdn.office.net',
    'staticsint.teams.cdn.office.net',
  ],
  inner(url) {
    const host = plainHost(url);
    if (host === 'outlook.office.com' && url.pathname !== '/mail/safelink.html') return null;
    if (host.startsWith('statics') && !url.pathname.startsWith('/evergreen-assets/safelinks/')) return null;
    return wrapping(parameter(url.search, 'url'));
  },
  examples: [
    {
      link: 'https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fus02web.zoom.us%2Fj%2F84512345678%3Fpwd%3Da%252Bb&data=05%7C02&reserved=0',
      inner: { link: 'https://us02web.zoom.us/j/84512345678?pwd=a%2Bb' },
    },
    {
      link: 'https://eur03.safelinks.protection.outlook.com/ap/t-59584e83/?data=05&url=https%3A%2F%2Fteams.microsoft.com%2Fl%2Fmeetup-join%2F19',
      inner: { link: 'https://teams.microsoft.com/l/meetup-join/19' },
    },
    {
      link: 'https://gov.safelinks.protection.office365.us/?url=https%3A%2F%2Fzoomgov.com%2Fj%2F1612345678',
      inner: { link: 'https://zoomgov.com/j/1612345678' },
    },
    {
      link: 'https://outlook.office.com/mail/safelink.html?url=https%3A%2F%2Fmeet.google.com%2Fabc-defg-hij',
      inner: { link: 'https://meet.google.com/abc-defg-hij' },
    },
    {
      link: 'https://statics.teams.cdn.office.net/evergreen-assets/safelinks/1/atp-safelinks.html?url=https%3A%2F%2Fzoom.us%2Fj%2F123456789',
      inner: { link: 'https://zoom.us/j/123456789' },
    },
    {
      link: 'https://staticsint.teams.cdn.office.net/evergreen-assets/safelinks/2/atp-safelinks.html?locale=nl-nl&url=https%3A%2F%2Fzoom.us%2Fj%2F123456789',
      inner: { link: 'https://zoom.us/j/123456789' },
    },
    {
      link: 'HTTPS://NAM02.SafeLinks.Protection.Outlook.COM./?data=05&reserved=0&url=https%3A%2F%2Fzoom.us%2Fj%2F123456789',
      inner: { link: 'https://zoom.us/j/123456789' },
    },
  ],
  counterexamples: [
    {
      link: 'https://eur01.safelinks.protection.outlook.com.evil.example/?url=https%3A%2F%2Fzoom.us%2Fj%2F123456789',
      why: 'a host that only begins with the gateway’s name',
    },
    {
      link: 'https://outlook.office.com/mail/inbox?url=https%3A%2F%2Fzoom.us%2Fj%2F123456789',
      why: 'a page of the webmail, not the redirector',
    },
    {
      link: 'https://evil-safelinks.protection.outlook.com/?url=https%3A%2F%2Fzoom.us%2Fj%2F123456789',
      why: 'a host that only ends with the gateway’s name',
    },
    {
      link: 'https://statics.teams.cdn.office.net/evergreen-assets/apps/1/index.html?url=https%3A%2F%2Fzoom.us%2Fj%2F123456789',
      why: 'a file of Teams, not the redirector',
    },
  ],
};
