import { WORDINGS } from './index.ts';
import { PHRASE_KINDS, type PhraseKind } from './wording.ts';
import { type Words, wordsOf } from './words.ts';

/** What the invitations of all languages call things, found in a text. Each word is looked up; none is searched for. */

export interface Phrase {
  kinds: ReadonlySet<PhraseKind>;
  /** Of these kinds the phrase is only recalled: no warning may rest on it. */
  recalled: ReadonlySet<PhraseKind>;
  /** UTF-16 offsets in the text. */
  start: number;
  end: number;
}

interface Node {
  readonly next: Map<string, Node>;
  kinds: ReadonlySet<PhraseKind>;
  recalled: ReadonlySet<PhraseKind>;
}

/** Most nodes end no phrase: they share this one. */
const NONE: ReadonlySet<PhraseKind> = new Set();
const newNode = (): Node => ({ next: new Map(), kinds: NONE, recalled: NONE });

function treeOfAllPhrases(): Node {
  const root = newNode();
  // What one language has seen, another's recollection does not make doubtful.
  for (const { seen } of WORDINGS)
    for (const kind of PHRASE_KINDS)
      for (const phrase of seen[kind] ?? []) {
        const node = nodeOf(root, phrase);
        node.kinds = new Set([...node.kinds, kind]);
      }
  for (const { recalled } of WORDINGS)
    for (const kind of PHRASE_KINDS)
      for (const phrase of recalled[kind] ?? []) {
        const node = nodeOf(root, phrase);
        if (node.kinds.has(kind)) continue;
        node.kinds = new Set([...node.kinds, kind]);
        node.recalled = new Set([...node.recalled, kind]);
      }
  return root;
}

function nodeOf(root: Node, phrase: string): Node {
  let node = root;
  for (const word of wordsOf(phrase).folded) {
    const next = node.next.get(word) ?? newNode();
    node.next.set(word, next);
    node = next;
  }
  return node;
}

/** Made when the first text is read: a worker that wakes for something else shall not wait for it. */
let tree: Node | null = null;
function rootOfAllPhrases(): Node {
  tree ??= treeOfAllPhrases();
  return tree;
}

/** What may stand between two words of one phrase. A colon, a full stop or a tab ends it. */
const WITHIN = /^[\s\-\u2010-\u2015'’()[\]/*_>&,]{1,6}$/;

/** The phrases in a text, in order, the longest at each place, none inside another. */
export function phrasesIn(text: string, words: Words): Phrase[] {
  const found: Phrase[] = [];
  const root = rootOfAllPhrases();
  const { folded, starts, ends } = words;
  for (let first = 0; first < folded.length; first++) {
    let node = root.next.get(folded[first] ?? '');
    let longest: Node | null = null;
    let end = first;
    for (let last = first; node !== undefined; last++) {
      if (node.kinds.size > 0) {
        longest = node;
        end = last;
      }
      const adjacent =
        node.next.size > 0 &&
        isWithin(text.slice(ends[last], starts[last + 1]), (ends[last] ?? 0) - (starts[last] ?? 0));
      node = adjacent ? node.next.get(folded[last + 1] ?? '') : undefined;
    }
    if (longest === null) continue;
    const { kinds, recalled } = longest;
    found.push({ kinds, recalled, start: starts[first] ?? 0, end: ends[end] ?? 0 });
    first = end;
  }
  return found;
}

/** "Id. de reunión": a short word may be an abbreviation. */
function isWithin(between: string, wordLength: number): boolean {
  if (wordLength <= 3 && /^\.\s{1,2}$/.test(between)) return !between.includes('\t');
  return WITHIN.test(between) && !between.includes('\t');
}
