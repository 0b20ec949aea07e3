import { dayKey, type LogEntry } from '../../../../extension/log.ts';
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
    room('where', 'as installed', {}, UNFOLD),
    room('settings', 'as installed', {}, UNFOLD),
    room('history', 'empty'),
    room('history', 'with entries', { [dayKey(NOW)]: LOGGED }),
  ],
};
