import { useState } from 'preact/hooks';
import { text } from '../texts.ts';
import { type Answer, askFor, giveUp } from './permissions.ts';

export interface Asking {
  /** What came of the last question, for people; empty at first. */
  said: string;
  say: (words: string) => void;
  allow: (patterns: readonly string[], name: string) => void;
  remove: (pattern: string, name: string) => void;
}

/** Asks the browser for permissions, and says what came of it. */
export function useAsking(): Asking {
  const [said, setSaid] = useState('');
  const tell = (what: 'allow' | 'remove', name: string) => (answer: Answer) =>
    setSaid(text(`where_${what}_${answer}`, name));
  return {
    said,
    say: setSaid,
    allow: (patterns, name) => void askFor(patterns).then(tell('allow', name)),
    remove: (pattern, name) => void giveUp(pattern).then(tell('remove', name)),
  };
}
