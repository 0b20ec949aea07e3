/** The contact sheet: one page for all pictures, which opens from the disk and needs no script, and one picture for each surface. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Picture, Surface } from './picture.ts';
import type { Stage } from './stage.ts';

/** Of a contact sheet's picture. Chromium cannot draw one higher than 16,384 px: its pictures are smaller than those of the page. */
const SHEET_WIDTH = 1800;
const SMALLER = '<style>figure { max-inline-size: 340px } img { max-block-size: 520px }</style>';

export async function writeSheets(
  folder: string,
  surfaces: readonly Pick<Surface, 'id' | 'title'>[],
  pictures: readonly Picture[],
): Promise<void> {
  const sections = surfaces.map((surface) => sectionOf(surface, pictures)).join('\n');
  await writeFile(
    join(folder, 'index.html'),
    pageOf('In Camera, in pictures', filtersOf(pictures) + sections),
  );
}

export async function photographSheets(
  stage: Stage,
  folder: string,
  surfaces: readonly Pick<Surface, 'id' | 'title'>[],
  pictures: readonly Picture[],
): Promise<void> {
  for (const surface of surfaces) {
    if (!pictures.some((picture) => picture.surface === surface.id)) continue;
    const page = join(folder, `${surface.id}.html`);
    await writeFile(page, pageOf(surface.title, SMALLER + sectionOf(surface, pictures)));
    await stage.photograph(
      pathToFileURL(page).href,
      SHEET_WIDTH,
      join(folder, `${surface.id}.contact-sheet.png`),
    );
  }
}

function sectionOf({ id, title }: Pick<Surface, 'id' | 'title'>, pictures: readonly Picture[]): string {
  const own = pictures.filter(({ surface }) => surface === id);
  if (own.length === 0) return '';
  return `<section id="${id}"><h2>${escaped(title)} (${own.length})</h2><div class="pictures">${own.map(figureOf).join('\n')}</div></section>`;
}

const figureOf = ({ file, scene, look, told, width }: Picture): string =>
  `<figure data-look="${look.name}"><a href="${escaped(encodeURI(file))}"><img src="${escaped(encodeURI(file))}" width="${width}" alt="${escaped(scene)}"></a>
<figcaption><b>${escaped(scene)}</b> · ${look.name}${told === '' ? '' : `<br>${escaped(told)}`}</figcaption></figure>`;

/** A radio button for each look; which one is chosen hides the others' pictures, by CSS alone. */
function filtersOf(pictures: readonly Picture[]): string {
  const looks = [...new Set(pictures.map(({ look }) => look.name))];
  const rules = looks.map(
    (look) => `body:has(#only-${look}:checked) figure:not([data-look="${look}"]) { display: none }`,
  );
  const choices = looks.map(
    (look) => `<label><input type="radio" name="only" id="only-${look}"> ${look}</label>`,
  );
  return `<style>${rules.join('\n')}</style><fieldset><legend>Show</legend>
<label><input type="radio" name="only" checked> all</label> ${choices.join(' ')}</fieldset>`;
}

const pageOf = (title: string, body: string): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title><style>
body { margin: 16px; font: 14px/1.4 system-ui, sans-serif; background: #e9ebed; color: #1b1f23 }
fieldset { position: sticky; top: 0; display: flex; flex-wrap: wrap; gap: 4px 16px; background: #fff; border: 1px solid #b6bfc8 }
.pictures { display: flex; flex-wrap: wrap; align-items: flex-start; gap: 16px }
figure { margin: 0; max-inline-size: 560px }
/* What is longer is cut off here, and whole behind its link. */
img { max-inline-size: 100%; max-block-size: 900px; object-fit: cover; object-position: top; background: #fff; border: 1px solid #b6bfc8 }
figcaption { font-size: 13px }
</style></head><body><h1>${escaped(title)}</h1>${body}</body></html>`;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
