/** Node 20 takes what `--import tsx` does not over into its workers. */
import { register } from 'tsx/esm/api';

register();
await import('./worker.ts');
