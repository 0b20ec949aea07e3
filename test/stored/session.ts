/** What is done in the session whose storage is kept for each release, so that later versions can be held against it. */

const mail = (title: string, link: string): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Webmail</title><main><h1>${title}</h1><p>Join: <a href="${link}">${link}</a></p></main>
  <script>document.addEventListener('click', (event) => { if (event.target.closest('a')) event.preventDefault(); })</script>`;

export const HELD = { title: 'Stg. GEHEIM overleg', link: 'https://zoom.us/j/84512345678' };
export const PUT_OFF = { title: 'The meeting put off', link: 'https://meet.jit.si/Budget' };
export const KNOWN = { title: 'The meeting that is known', link: 'https://example.webex.com/meet/jan' };

export const PAGES: Readonly<Record<string, string>> = {
  '/held': mail(HELD.title, HELD.link),
  '/put-off': mail(PUT_OFF.title, PUT_OFF.link),
  '/known': mail(KNOWN.title, KNOWN.link),
};

export const POLICY = {
  policyVersion: '2026-11',
  validUntil: '2099-12-31',
  organisation: { name: 'Gemeente Examplestad' },
  schemes: ['nl-virbi'],
  sites: ['https://webmail.example.gov'],
  rules: [{ rule: 'enumerable-id', level: 'justify' }],
};
export const REASON = 'The chair asked me to';
/** A level that the person chose, and the language. */
export const CHOSEN = { rule: 'open-dial-in', level: 'block', language: 'nl' };
