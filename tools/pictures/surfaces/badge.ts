/** The badge is drawn by the browser, outside of every page: here what In Camera told it, beside its icon. */
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { isRecord } from '../../../src/record.ts';
import type { Scene, Surface } from '../picture.ts';
import { BLOCK, JUSTIFY, NONE } from '../policies.ts';
import type { Stage } from '../stage.ts';

const ICON = readFileSync(new URL('../../../extension/public/icons/32.png', import.meta.url)).toString(
  'base64',
);
const SETTLED_MS = 300;

/** What the worker keeps of the page's frames. */
export async function reportsOf(stage: Stage): Promise<{ entries: unknown[] }[]> {
  const prefix = `report:${await stage.tabId()}:`;
  const stored = await stage.ask(`chrome.storage.session.get(null)`);
  return Object.entries(isRecord(stored) ? stored : {}).flatMap(([key, report]) =>
    key.startsWith(prefix) && isRecord(report) && Array.isArray(report.entries)
      ? [{ entries: report.entries }]
      : [],
  );
}

const scene = (name: string, path: string, policy: unknown = NONE): Scene => ({
  name,
  looks: 'english',
  policy,
  async take(stage, { webmail, pages }, file) {
    await stage.page.goto((path.startsWith('/mail/') ? webmail : pages) + path);
    await stage.report();
    await pause(SETTLED_MS);
    const { text, colour, tabId } = await stage.badge();
    const title = await stage.ask(`chrome.action.getTitle({ tabId: ${tabId} })`);
    await stage.draw(drawn(text, colour), { width: 64, height: 64 }, file);
    return `“${text}” ${colour}, ${title}`;
  },
});

const drawn = (text: string, colour: string): string => `<!doctype html><style>
body { margin: 0; display: grid; place-content: center; height: 64px; background: #f1f3f4 }
div { position: relative; width: 32px; height: 32px }
span { position: absolute; right: -8px; bottom: -6px; padding: 0 4px; border-radius: 4px; font: bold 12px sans-serif; color: #fff; background: ${colour} }
span:empty { display: none }</style><div><img alt="" src="data:image/png;base64,${ICON}"><span>${text}</span></div>`;

export const BADGE: Surface = {
  id: 'badge',
  title: 'The badge on the button',
  scenes: [
    scene('warn', '/mail/zoom-no-passcode'),
    scene('inform', '/mail/teams-dutch'),
    scene('justify', '/mail/zoom-no-passcode', JUSTIFY),
    scene('block', '/mail/zoom-no-passcode', BLOCK),
    scene('clear', '/mail/zoom-good'),
    scene('no meeting', '/mail/no-meeting'),
    scene('unchecked', '/attachment'),
  ],
};
