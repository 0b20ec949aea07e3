/** axe-core on a page: https://github.com/dequelabs/axe-core/blob/develop/doc/API.md */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { isRecord } from '../../../src/record.ts';
import type { Stage, Theme } from './stage.ts';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Those that a theme can change. The others are about names, roles and sizes. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];

const EVERYTHING = `{ resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } }`;
const COLOURS = `{ resultTypes: ['violations'], runOnly: { type: 'rule', values: ${JSON.stringify(OF_COLOURS)} } }`;

/** What axe finds on what is shown, as "theme rule: element". */
export async function violations(stage: Stage): Promise<string[]> {
  const { page, themes } = stage;
  if ((await page.evaluate('typeof axe')) === 'undefined') await page.evaluate(`${SOURCE}; null`);
  const found: string[] = [];
  for (const [index, theme] of themes.entries()) {
    // In forced colours the browser chooses the pairs, and axe reads ours: see forced-colours.ts.
    if (theme === 'forced colours') continue;
    await stage.wear(theme);
    found.push(...(await run(stage, theme, index === 0 ? EVERYTHING : COLOURS)));
  }
  await stage.wear(themes[0]);
  return found;
}

async function run({ page }: Stage, theme: Theme, options: string): Promise<string[]> {
  const answer = await page.evaluate(`axe.run(document, ${options}).then(({ violations }) =>
    violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, any, all, none }) => id + ': ' + target.flat().join(' ') + ' (' + [...any, ...all, ...none].map(({ message }) => message).join('; ') + ')')))`);
  if (!Array.isArray(answer)) throw new Error(`axe answered ${isRecord(answer) ? 'something else' : answer}`);
  return answer.map((one) => `${theme} ${one}`);
}
