import './meeting-parts.ts';
import { createNotice } from './notice.ts';

globalThis.inCameraMeets?.({ createNotice });
