import './late-notice.ts';
import { createNotice } from './notice.ts';

globalThis.inCameraShows?.(createNotice);
