import { createHold } from './hold.ts';
import { ours } from './ours.ts';

ours().holds?.(createHold);
