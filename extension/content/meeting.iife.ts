import './meeting-parts.ts';
import { keepClear } from './reading/keep-clear.ts';
import { readPage } from './reading/page.ts';

globalThis.inCameraMeets?.({ readPage, keepClear });
