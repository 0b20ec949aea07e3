/** How sensitive a label is, in words (facts/markings.md section 2). */
import { text } from '../../texts.ts';
import { number } from '../../wording.ts';

export const RANKS = [0, 10, 20, 30, 40, 50] as const;

/** A policy may set one that stands between two of them. */
export const rankWords = (rank: number): string =>
  text(`settings_rank_${rank}`) || text('settings_rank', number(rank));
