import { createHold } from './hold.ts';
import './holding.ts';

globalThis.inCameraHolds?.(createHold);
