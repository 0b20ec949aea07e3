/** Reads the settings and the policy for the room, follows what changes, and saves. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { type Change, type Settings, settingsFrom } from '../../../src/policy/settings-changes.ts';
import { followPolicyHere, type PolicyHere, policyHere } from '../../policy-here.ts';
import type { Desk } from './desk.ts';
import { changeSettings, replaceSettings } from './stored-settings.ts';

/** What is read: a desk; `policy-damaged`: nobody can tell what is locked; `settings-damaged`: no settings are stored there. */
export type Reading = 'reading' | 'policy-damaged' | 'settings-damaged' | Desk;

export interface Said {
  /** `elsewhere`: the rules or settings changed without this page. */
  what: 'nothing' | 'saved' | 'failed' | 'elsewhere';
  /** The same can be said twice. */
  count: number;
}

export interface Room {
  reading: Reading;
  said: Said;
  /** In place of whatever is stored. */
  replace(settings: Settings): Promise<boolean>;
  /** Something else was stored (true), or could not be. */
  tell(done: boolean): void;
  readAgain(): void;
}

export function useDesk(): Room {
  const [here, setHere] = useState<PolicyHere | null>(null);
  const [said, setSaid] = useState<Said>({ what: 'nothing', count: 0 });
  const say = (what: Said['what']): void => setSaid(({ count }) => ({ what, count: count + 1 }));
  /** Changes that this page itself has stored and not seen come back yet, are no news. */
  const own = useRef(0);
  useEffect(() => {
    let isOver = false;
    let shown = '';
    let last: Promise<void> = Promise.resolve();
    const readNow = async (): Promise<void> => {
      const found = await policyHere();
      const now = fingerprint(found);
      // The worker stores the policy and its note one after the other.
      if (isOver || now === shown) return;
      if (shown !== '' && own.current === 0) say('elsewhere');
      shown = now;
      setHere(found);
    };
    // One after the other: what this page has stored is read before it counts as stored.
    const read = (): Promise<void> => {
      last = last.then(readNow);
      return last;
    };
    reread.current = read;
    const stop = followPolicyHere(() => void read());
    void read();
    return () => {
      isOver = true;
      stop();
    };
  }, []);
  const reread = useRef<() => Promise<void>>(() => Promise.resolve());

  const saved = async (work: Promise<void>): Promise<boolean> => {
    own.current++;
    const done = await work.then(
      () => true,
      () => false,
    );
    await reread.current();
    own.current--;
    say(done ? 'saved' : 'failed');
    return done;
  };
  return {
    reading: readingOf(here, (change) => saved(changeSettings(change))),
    said,
    replace: (settings) => saved(replaceSettings(settings)),
    tell: (done) => say(done ? 'saved' : 'failed'),
    readAgain: () => void reread.current(),
  };
}

function readingOf(here: PolicyHere | null, save: (change: Change) => Promise<boolean>): Reading {
  if (here === null) return 'reading';
  if (here.damaged) return 'policy-damaged';
  const settings = settingsFrom(here.settings);
  if (settings === null) return 'settings-damaged';
  return { inForce: here.inForce, organisation: here.organisation, settings, save };
}

/** What cannot be written down counts as another each time. */
function fingerprint(here: PolicyHere): string {
  try {
    return JSON.stringify([here.organisation.policy, here.settings, here.damaged]);
  } catch {
    return `${Math.random()}`;
  }
}
