import { ours } from './ours.ts';
import { keepClear } from './reading/keep-clear.ts';
import { readPage } from './reading/page.ts';

ours().meets?.({ readPage, keepClear });
