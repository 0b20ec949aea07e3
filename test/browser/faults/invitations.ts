/** Invitations that badge, popup and log tell apart, as pages. */

export interface SampleInvitation {
  id: string;
  link: string;
  /** What the notice must name. */
  said: string;
  /** Digits of the badge. */
  badge: string;
  /** What the log writes of it: rules and platforms. */
  logged: string;
}

export const INVITATIONS: readonly SampleInvitation[] = [
  {
    id: 'zoom',
    link: 'https://zoom.us/j/84512345678',
    said: 'No passcode',
    badge: '2',
    logged: 'enumerable-id,no-passcode zoom',
  },
  {
    id: 'jitsi',
    link: 'https://meet.jit.si/Budget',
    said: 'No passcode',
    badge: '2',
    logged: 'guessable-room,no-passcode jitsi',
  },
  {
    id: 'long-room',
    link: 'https://meet.jit.si/7aG93jXq2LmPz8Rt5vWc',
    said: 'No passcode',
    badge: '1',
    logged: 'no-passcode jitsi',
  },
  {
    id: 'webex',
    link: 'https://example.webex.com/meet/jan',
    said: 'No passcode',
    badge: '2',
    logged: 'no-passcode,personal-room webex',
  },
  {
    id: 'own-room',
    link: 'https://zoom.us/my/jan',
    said: 'No passcode',
    badge: '2',
    logged: 'no-passcode,personal-room zoom',
  },
];

export const titleOf = ({ id }: SampleInvitation): string => `The meeting ${id}`;

const mail = (title: string, body: string): string => `<h1>${title}</h1><p>${body}</p>`;
export const mailOf = (one: SampleInvitation): string =>
  mail(titleOf(one), `Join: <a href="${one.link}">${one.link}</a>`);

const GOOD = 'https://us02web.zoom.us/j/84512345678';
/** Nothing is wrong with it. */
export const CLEAR = mail(
  'The meeting with a passcode',
  `Join: <a href="${GOOD}">${GOOD}</a><br>Passcode: 83J2-kd8aQ`,
);
export const NO_MEETING = mail('Lunch', 'On Thursday, <a href="https://www.example.org/menu">here</a>.');

export const pageOf = (
  inside: string,
  script = '',
): string => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Webmail of Examplestad</title>
<main>${inside}</main><script>${script}</script>`;
