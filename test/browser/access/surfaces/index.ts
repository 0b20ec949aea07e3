/** All that people see: a new surface is a file here and a line below, a new state a line in its surface's file. */
import { FIRST_RUN } from './first-run.ts';
import { HOLD } from './hold.ts';
import { NOTICE } from './notice.ts';
import { OPTIONS } from './options.ts';
import { POPUP } from './popup.ts';
import type { Surface } from './surface.ts';

export const SURFACES: readonly (Surface & { where: 'own' | 'gallery' })[] = [
  { ...POPUP, where: 'own' },
  { ...OPTIONS, where: 'own' },
  { ...FIRST_RUN, where: 'own' },
  { ...NOTICE, where: 'gallery' },
  { ...HOLD, where: 'gallery' },
];
