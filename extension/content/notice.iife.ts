import { createNotice } from './notice.ts';
import { ours } from './ours.ts';

ours().meets?.({ createNotice });
