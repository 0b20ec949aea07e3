import { CIRCLE, SIGNS } from '../signs.ts';

export const POPUP_SIGNS = {
  ...SIGNS,
  tick: `${CIRCLE}M7.8 12.3l3 3 5.6-6.2`,
  'half-tick': `${CIRCLE}M8 13.5c1.2-2.4 2.6-2.4 4-1s2.8 1.4 4-1`,
  lock: 'M6 10.5h12v10H6zM8.5 10.5V7a3.5 3.5 0 0 1 7 0v3.5',
  calendar: 'M4 5.5h16v15H4zM4 10h16M8 3v5M16 3v5',
  'closed-eye':
    'M2 12c3-5 6.3-7 10-7s7 2 10 7c-3 5-6.3 7-10 7s-7-2-10-7zM12 9.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5zM4 20.5l16-17',
} as const;

export type PopupSign = keyof typeof POPUP_SIGNS;
