/**
 * The signs beside our words, as outlines on a field of 24 by 24. Each has a shape of its own,
 * because a colour alone says nothing to many people, and nothing at all in forced colours.
 */
import type { Level } from '../src/model.ts';

export const CIRCLE = 'M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0z';

/** Those of the notice. Popup only: popup/signs.ts, to keep the content script small. */
export const SIGNS = {
  triangle: 'M12 3.5 22 20.5H2zM12 10v5M12 17.6v.4',
  diamond: 'M12 2 22 12 12 22 2 12zM12 7v6M12 16v.4',
  octagon: 'M8 2.5h8L21.5 8v8L16 21.5H8L2.5 16V8zM7 12h10',
  information: `${CIRCLE}M12 11v5.5M12 7.4v.4`,
  question: `${CIRCLE}M9.2 9.4a2.8 2.8 0 1 1 4.2 2.4c-.9.5-1.4 1.1-1.4 2M12 16.8v.4`,
  'broken-page': 'M6 2.5h8.5L19 7v14.5H6zM9.3 11l6 6M15.3 11l-6 6',
  cross: 'M6 6l12 12M18 6 6 18',
  minus: 'M5 12h14',
  chevron: 'M6 9.5l6 6 6-6',
} as const;

export type Sign = keyof typeof SIGNS;

export const LEVEL_SIGNS: Record<Level, Sign> = {
  off: 'information',
  inform: 'information',
  warn: 'triangle',
  justify: 'diamond',
  block: 'octagon',
};
