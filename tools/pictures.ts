/**
 * `npm run pictures -- [--only TEXT] [--readme]`: pictures of every surface in every language and theme, and of every severity, for
 * people to review. They come to pictures/, with one page that shows them all (pictures/index.html) and a contact sheet for each surface.
 * `--only`: those whose surface, name or look holds this text. `--readme`: only the README's own, into docs/.
 */
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { serveWebmail } from '../demo/server.ts';
import { serve } from '../test/browser/own-pages.ts';
import { findFirefox, getChromium } from './browsers.ts';
import { buildTargets } from './build.ts';
import { takeInFirefox } from './pictures/firefox.ts';
import { ENGLISH, LOOKS, type Look } from './pictures/looks.ts';
import { PAGES } from './pictures/pages.ts';
import type { Picture, Places, Scene, Surface } from './pictures/picture.ts';
import { widthOf } from './pictures/png.ts';
import { takeForReadme } from './pictures/readme.ts';
import { photographSheets, writeSheets } from './pictures/sheet.ts';
import { Stage } from './pictures/stage.ts';
import { BADGE } from './pictures/surfaces/badge.ts';
import { FINDINGS } from './pictures/surfaces/findings.ts';
import { HOLD } from './pictures/surfaces/hold.ts';
import { NOTICE } from './pictures/surfaces/notice.ts';
import { FIRST_RUN, OPTIONS } from './pictures/surfaces/options.ts';
import { POPUP_SURFACE } from './pictures/surfaces/popup.ts';
import { reasonOf } from './reason.ts';

const SURFACES: readonly Surface[] = [NOTICE, HOLD, BADGE, POPUP_SURFACE, OPTIONS, FIRST_RUN, FINDINGS];
const FIREFOX = { id: 'firefox', title: 'In Firefox' };

const folder = fileURLToPath(new URL('../pictures/', import.meta.url));
const docs = fileURLToPath(new URL('../docs/', import.meta.url));

const { values } = parseArgs({
  options: { only: { type: 'string', default: '' }, readme: { type: 'boolean', default: false } },
});
const began = Date.now();
const inFirefox = !values.readme && findFirefox() !== null && ['', FIREFOX.id].includes(values.only);
await buildTargets(inFirefox ? ['chromium-loopback', 'firefox-loopback'] : ['chromium-loopback']);
const executable = await getChromium();
const webmail = await serveWebmail();
const { server, origin } = await serve(PAGES);
const places: Places = { webmail: webmail.url, pages: origin };
const stage = await Stage.open(executable);
const failures: string[] = [];
try {
  await stage.mustBeUnmanaged();
  if (values.readme) await takeForReadme(stage, places, docs);
  else await takeAll();
} finally {
  await stage.close();
  await webmail.close();
  server.close();
  server.closeAllConnections();
}
for (const failure of failures) console.error(failure);
if (failures.length > 0) process.exitCode = 1;

async function takeAll(): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const pictures: Picture[] = [];
  // A policy costs more time to change than a look.
  for (const surface of SURFACES)
    for (const [policy, scenes] of byPolicy(surface.scenes))
      for (const look of LOOKS) {
        const wanted = scenes.filter((scene) => isWanted(surface, scene, look));
        if (wanted.length === 0) continue;
        await stage.follow(policy);
        await stage.wear(look);
        for (const scene of wanted) pictures.push(...(await take(surface, scene, look)));
      }
  await stage.wear(ENGLISH);
  if (inFirefox) pictures.push(...(await takeInFirefox(places, folder, failures)));
  const surfaces = [...SURFACES, FIREFOX];
  await writeSheets(folder, surfaces, pictures);
  await photographSheets(stage, folder, surfaces, pictures);
  const seconds = Math.round((Date.now() - began) / 1000);
  console.log(`${pictures.length} pictures in ${seconds} s: ${join(folder, 'index.html')}`);
}

function isWanted(surface: Surface, scene: Scene, look: Look): boolean {
  return (
    (scene.looks === 'all' || look === ENGLISH) &&
    `${surface.id} ${scene.name} ${look.name}`.includes(values.only)
  );
}

function byPolicy(scenes: readonly Scene[]): Map<unknown, Scene[]> {
  const groups = new Map<unknown, Scene[]>();
  for (const scene of scenes) groups.set(scene.policy, [...(groups.get(scene.policy) ?? []), scene]);
  return groups;
}

/** One that cannot be taken is named, and the others are taken all the same. */
async function take(surface: Surface, scene: Scene, look: Look): Promise<Picture[]> {
  const name = `${scene.name.replaceAll(/[^a-z0-9]+/g, '-')}.${look.name}.png`;
  await mkdir(join(folder, surface.id), { recursive: true });
  try {
    const tell = () => scene.take(stage, places, join(folder, surface.id, name));
    // On a busy machine Chromium now and then refuses to draw.
    const told = await tell().catch(tell);
    await stage.mustBeUnmanaged();
    const file = `${surface.id}/${name}`;
    const width = await widthOf(join(folder, file));
    return [{ surface: surface.id, scene: scene.name, look, file, width, told: told ?? '' }];
  } catch (error) {
    const reason = await stage.mustBeUnmanaged().then(
      () => error,
      (managed: unknown) => managed,
    );
    failures.push(`${surface.id}, ${scene.name}, ${look.name}: ${reasonOf(reason)}`);
    return [];
  }
}
