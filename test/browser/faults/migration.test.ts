/** What each released version had stored (test/stored/record.ts), in the storage of this one: all of it is understood, nothing is lost. */
import { readdirSync, readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wordsOf } from '../../../extension/own-words.ts';
import dutch from '../../../extension/public/_locales/nl/messages.json' with { type: 'json' };
import { isRecord } from '../../../src/record.ts';
import { CHOSEN, HELD, KNOWN, PAGES, POLICY, PUT_OFF, REASON } from '../../stored/session.ts';
import { describeIn } from '../describe-in.ts';
import { type HandledPage, serve } from '../own-pages.ts';
import { until } from '../until.ts';
import { badgeOf, FAULT_BROWSERS, type FaultPlace, openRoom, popupOf, store, stored } from './place.ts';

const FOLDER = 'test/stored';
const RELEASES = readdirSync(FOLDER).filter((name) => /^\d+\.\d+\.\d+\.json$/.test(name));
const WORDS = wordsOf(dutch);

interface Kept {
  local: Record<string, unknown>;
  session: Record<string, unknown>;
}

/**
 * As if the session had been today: what is too old is forgotten, and rightly. Whole days, so that each day of the log keeps its entries.
 * The day on which the policy ends is no time of the session's.
 */
function keptOf(file: string): Kept {
  const text = readFileSync(join(FOLDER, file), 'utf8');
  const { recorded }: { recorded: string } = JSON.parse(text);
  const days = Math.floor((Date.now() - Date.parse(recorded)) / 86_400_000) * 86_400_000;
  const moved = text
    .replace(/"\d{4}-\d\d-\d\dT[\d:.]+Z|(?<=\\")\d{4}-\d\d-\d\dT[\d:.]+Z/g, (time) => {
      const quote = time.startsWith('"') ? '"' : '';
      return quote + new Date(Date.parse(time.replace('"', '')) + days).toISOString();
    })
    .replace(/(?<="log:)\d{4}-\d\d-\d\d/g, (day) =>
      new Date(Date.parse(day) + days).toISOString().slice(0, 10),
    )
    .replace(/(?<=: )1[789]\d{11}\b/g, (time) => String(Number(time) + days));
  const { local, session }: Kept = JSON.parse(moved);
  return { local, session };
}

it('keeps what the newest release has stored', () => {
  const { version }: { version: string } = JSON.parse(readFileSync('package.json', 'utf8'));
  expect(RELEASES).toContain(`${version}.json`);
});

for (const { name, run } of FAULT_BROWSERS)
  describeIn(name, `stored data of earlier versions in ${name}`, () => {
    describe.each(RELEASES)('%s', (file) => {
      let place: FaultPlace;
      let served: { server: Server; origin: string };
      let page: HandledPage;
      let tabId: number;
      const kept = keptOf(file);

      beforeAll(async () => {
        served = await serve(PAGES);
        place = await run();
        await store(place, 'local', kept.local);
        await store(place, 'session', kept.session);
        await place.driver.stopWorker();
        page = await place.driver.newPage();
      });
      afterAll(async () => {
        await place?.driver.close();
        served?.server.close();
      });

      const said = async (of: HandledPage): Promise<string> =>
        (await place.driver.closedShadowText(of)).join();
      async function open(path: string): Promise<void> {
        await page.goto(served.origin + path);
        tabId = await place.driver.tabId(page);
        await until(`the badge on ${path}`, async () => (await badgeOf(place, tabId)) !== '');
      }
      const saysIn = async (room: Parameters<typeof openRoom>[1], words: string): Promise<HandledPage> => {
        const inside = await openRoom(place, room);
        await until(`“${words}” in ${room}`, async () =>
          String(await inside.evaluate("document.querySelector('main').textContent")).includes(words),
        );
        return inside;
      };

      it('the policy, what was put off, and what is known', async () => {
        await open('/held');
        await until('the notice', async () => (await said(page)) !== '');
        expect(await said(page)).not.toContain(WORDS['notice_toggle']);
        const popup = await popupOf(place, tabId);
        expect(popup.policy).toEqual({ source: 'managed', version: POLICY.policyVersion });
        expect(popup.findings).toContain('enumerable-id justify');
        for (const [path, state, title] of [
          ['/put-off', 'not_now', PUT_OFF.title],
          ['/known', 'known', KNOWN.title],
        ]) {
          await open(path ?? '');
          let text = '';
          await until(`${title} in the popup`, async () => {
            ({ text } = await popupOf(place, tabId));
            return text.includes(title ?? '');
          }).catch(() => expect(text).toContain(title));
          expect(text).toContain(WORDS[`popup_aside_${state}`]);
          expect(await place.driver.closedShadowText(page)).toEqual([]);
        }
      });

      it('the settings, the language, the sites and the log', async () => {
        const settings = await saysIn('settings', (WORDS['settings_known_count'] ?? '').replace('$1', '1'));
        await until(
          'the level',
          async () =>
            (await settings.evaluate(
              `document.querySelector('[data-rule=${CHOSEN.rule}] select')?.value`,
            )) === CHOSEN.level,
        );
        expect(await settings.evaluate('document.documentElement.lang')).toBe(CHOSEN.language);
        await settings.close();
        await (await saysIn('where', new URL(POLICY.sites[0] ?? '').host)).close();
        const history = await saysIn('history', REASON);
        expect(await history.evaluate("document.querySelector('main').textContent")).not.toContain(
          (WORDS['history_unreadable'] ?? '?').replace('$1', '1'),
        );
        await history.close();
      });

      it('what invitations told, on the meeting’s own page', async () => {
        const meeting = await place.newPlatformPage();
        await meeting.goto(HELD.link);
        await until('the notice', async () => (await said(meeting)) !== '');
        const { marking } = await popupOf(place, await place.driver.tabId(meeting));
        expect(marking).toBe('nl-virbi/stg-g');
        await meeting.close();
      });

      it('loses nothing of it, and throws nothing', async () => {
        const after = await stored(place, 'local');
        for (const [key, value] of Object.entries(kept.local)) {
          expect(Object.keys(after)).toContain(key);
          for (const inner of Object.keys(isRecord(value) ? value : {}))
            expect(Object.keys(isRecord(after[key]) ? after[key] : {}), key).toContain(inner);
        }
        for (const [key, value] of Object.entries(kept.local))
          if (key.startsWith('log:')) expect(String(after[key])).toContain(String(value).slice(0, -1));
        for (const same of ['last-good-policy', 'own-settings', 'set-aside-salt', 'small-notices'])
          expect(after[same], same).toEqual(kept.local[same]);
        expect(await place.complaints()).toEqual([]);
      });
    });
  });
