import './meeting-parts.ts';
import { createNotice } from './notice.ts';
import { readPage } from './reading/page.ts';

globalThis.inCameraMeets?.({ createNotice, readPage });
