import { dayKey, dayText, type LogEntry } from '../../../../extension/log.ts';
import { POLICY } from '../reviews.ts';
import { ready } from '../stage.ts';
import { openOwn, type State, type Surface, UNFOLD } from './surface.ts';

const NOW = new Date().toISOString();
const LOGGED: readonly LogEntry[] = (['shown', 'stayed', 'gave-reason'] as const).map((how) => ({
  time: NOW,
  site: 'a-rather-long-name-of-a-host.webmail.examplestad.example',
  action: how === 'shown' ? 'read' : 'join',
  how,
  rules: ['no-passcode', 'too-sensitive-for-platform'],
  platforms: ['zoom', 'webex'],
  reason: how === 'gave-reason' ? 'The organiser keeps the lobby closed' : '',
}));

const PASTED =
  'Subject: Overleg\nJoin: https://zoom.us/j/84512345678\n+31207940854,,84512345678# Netherlands';
const OWN_SETTINGS = {
  rules: [{ rule: 'open-dial-in', level: 'justify' }],
  titles: { markings: 'warn', forbiddenTerms: ['Project Zeepaard'] },
};
const until = (selector: string): string =>
  `while (document.querySelector('${selector}') === null) await new Promise((done) => setTimeout(done, 20));`;

type Local = Readonly<Record<string, unknown>>;

/** `more`: what a person does there first, as an expression. */
const room = (id: string, name: string, local: Local = {}, more = 'null'): State => ({
  name: `${id}, ${name}`,
  measured: true,
  async show(stage) {
    await openOwn(
      stage,
      `options/index.html#${id}`,
      { local },
      `document.body.dataset.room === '${id}' && document.querySelector('main > h2 + *') !== null`,
    );
    await stage.page.evaluate(`(async () => { ${more} })().then(() => null)`);
  },
});

export const OPTIONS: Surface = {
  name: 'options',
  // As when somebody chooses a room.
  async again({ page }) {
    await page.evaluate(`void dispatchEvent(new HashChangeEvent('hashchange'))`);
    await ready(page, `document.querySelector('nav').ariaLabel === inCameraWords.options_rooms`);
  },
  states: [
    room('applies', 'of an organisation', { 'last-good-policy': POLICY }, UNFOLD),
    room('check', 'empty'),
    room(
      'check',
      'a pasted text',
      {},
      `
      document.querySelector('main textarea').value = ${JSON.stringify(PASTED)};
      document.querySelector('main textarea').closest('div, section, form').querySelector('button').click();
      ${until('main .finding')} ${UNFOLD}`,
    ),
    room(
      'check',
      'several files',
      {},
      `
      const files = new DataTransfer();
      for (const name of ['one.txt', 'a-file-with-a-rather-long-name-that-somebody-saved.txt'])
        files.items.add(new File([${JSON.stringify(PASTED)}], name));
      const input = document.querySelector('main input[type=file]');
      input.files = files.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
      ${until('main table tbody tr:nth-child(2)')}`,
    ),
    room('where', 'as installed', {}, UNFOLD),
    room('settings', 'as installed', {}, UNFOLD),
    room('settings', 'with choices of a person', { 'own-settings': OWN_SETTINGS }, UNFOLD),
    room('history', 'empty'),
    room('history', 'with entries', { [dayKey(NOW)]: dayText(LOGGED) }),
  ],
};
