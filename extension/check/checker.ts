/** A worker that judges saved invitations, so that a large or hostile one never makes a page wait. */
import { judge } from './judge.ts';
import { type FromChecker, readToChecker } from './messages.ts';
import type { Policies } from './outcomes.ts';

let policies: Policies | null = null;

addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  const message = readToChecker(data);
  if (message.kind === 'policies') {
    policies = message;
    return;
  }
  if (policies === null) throw new Error('A file came before the policies.');
  const { id, name, file, now } = message;
  judge(name, file, policies, new Date(now))
    .catch(() => ({ failure: 'broken' }) as const)
    .then((outcome) => {
      const answer: FromChecker = { id, outcome };
      postMessage(answer);
    });
});
