import type { MarkingScheme } from './scheme.ts';
import { SCHEMES } from './schemes/index.ts';

/** An organisation's own labels form a scheme of this id. */
export const OWN_LABELS = 'labels';

/** What a reference such as "nl-virbi/depv" or "labels/intern" stands for; null when there is no such marking. */
export function referencedMarking(
  reference: string,
  own: MarkingScheme | null,
): { rank: number; name: string } | null {
  const [schemeId, levelId] = reference.split('/');
  const scheme = schemeId === OWN_LABELS ? own : SCHEMES.find((one) => one.id === schemeId);
  const level = scheme?.levels.find((one) => one.id === levelId);
  return level === undefined ? null : { rank: level.rank, name: level.spellings[0]?.text ?? level.id };
}
