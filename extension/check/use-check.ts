import { useEffect, useState } from 'preact/hooks';
import type { PolicyInForce } from '../../src/policy/in-force.ts';
import { type PolicyHere, policyHere } from '../policy-here.ts';
import { checkAll } from './checking.ts';
import type { Outcome } from './outcomes.ts';
import type { Taken } from './taken.ts';

/** The page is drawn anew so often at most, however fast the files are. */
const PACE = 200;

export interface Run {
  state: 'running' | 'done' | 'stopped';
  /** In the files' order. */
  outcomes: readonly Outcome[];
  /** Null until it is read. */
  policy: PolicyHere | null;
  stop(): void;
}

/** Checks these files anew whenever they, or the other policy, are others. */
export function useCheck(files: readonly Taken[], other: PolicyInForce | null): Run {
  const [run, setRun] = useState<Omit<Run, 'stop'>>(WAITING);
  const [aborting, setAborting] = useState<AbortController | null>(null);
  useEffect(() => {
    const control = new AbortController();
    setAborting(control);
    setRun(WAITING);
    void follow(files, other, control.signal, setRun);
    return () => control.abort(GONE);
  }, [files, other]);
  return { ...run, stop: () => aborting?.abort() };
}

const WAITING: Omit<Run, 'stop'> = { state: 'running', outcomes: [], policy: null };
/** Why it was aborted: nobody looks any more. */
const GONE = 'gone';

async function follow(
  files: readonly Taken[],
  other: PolicyInForce | null,
  signal: AbortSignal,
  tell: (run: Omit<Run, 'stop'>) => void,
): Promise<void> {
  const policy = await policyHere();
  const outcomes: Outcome[] = [];
  let told = performance.now();
  for await (const outcome of checkAll(files, { inForce: policy.inForce, other }, signal)) {
    outcomes.push(outcome);
    if (performance.now() - told < PACE) continue;
    told = performance.now();
    if (!signal.aborted) tell({ state: 'running', outcomes: [...outcomes], policy });
  }
  if (signal.reason === GONE) return;
  tell({ state: outcomes.length < files.length ? 'stopped' : 'done', outcomes, policy });
}
