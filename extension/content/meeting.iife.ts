import './meeting-parts.ts';
import { readPage } from './reading/page.ts';

globalThis.inCameraMeets?.({ readPage });
