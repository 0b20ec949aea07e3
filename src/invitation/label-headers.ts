import type { Label } from '../model.ts';

/** Mail headers that hold a label (facts/markings.md section 4), by their names in lower case. */
export const CARRIERS: ReadonlyMap<string, Label['carrier']> = new Map([
  ['x-protective-marking', 'x-protective-marking'],
  ['msip_labels', 'msip-labels'],
]);

/** UTF-16 units: Purview's header has one entry of some 400 characters for each tenant. */
export const MAX_LABEL = 20_000;
export const MAX_LABELS = 50;
