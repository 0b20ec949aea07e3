/** Makes the PNG icons from icons/in-camera.svg with the Chromium at hand: `node tools/run.mjs draw-icons`. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const SIZES = [16, 32, 48, 128];
const root = new URL('../', import.meta.url);

const svg = await readFile(new URL('icons/in-camera.svg', root), 'utf8');
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
for (const size of SIZES) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(
    `<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
  );
  const path = fileURLToPath(new URL(`extension/public/icons/${size}.png`, root));
  await page.screenshot({ path, omitBackground: true });
  await page.close();
  console.log(path);
}
await browser.close();
