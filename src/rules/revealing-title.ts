import { MAX_TITLE } from '../invitation/bound.ts';
import { withoutAccents } from '../markings/spellings.ts';
import type { Found, Rule, Situation } from './rule.ts';

const WORD_CHARACTER = /[\p{L}\p{N}]/u;

interface Term {
  /** As written in the policy. */
  term: string;
  /** Folded. */
  normal: string;
  /** Its longest piece without a wildcard: a title without it holds no such term. */
  piece: string;
}

/** The terms of a policy, by their first character: of a thousand few begin like a word. */
interface Terms {
  byFirst: ReadonlyMap<string, readonly Term[]>;
  /** Those that begin with *. */
  anywhere: readonly Term[];
}

/**
 * One form for all ways to write the same words: a Mac sends "Ö" as two characters, and programs put marks without width into a title.
 * Upper case, as in markings, because it makes "ß" and "SS" one.
 */
function folded(text: string): string {
  return withoutAccents(text)
    .replace(/\p{Cf}/gu, '')
    .toUpperCase()
    .replace(/\s+/g, ' ');
}

const prepared = new WeakMap<readonly string[], Terms>();

function termsOf(list: readonly string[]): Terms {
  const known = prepared.get(list);
  if (known !== undefined) return known;
  const byFirst = new Map<string, Term[]>();
  const anywhere: Term[] = [];
  for (const term of list) {
    const normal = folded(term).trim();
    const first = normal.charAt(0);
    if (first === '') continue;
    const beside = first === '*' ? anywhere : (byFirst.get(first) ?? []);
    const [piece = ''] = normal.split(/[*?]/).sort((one, other) => other.length - one.length);
    beside.push({ term, normal, piece });
    if (first !== '*') byFirst.set(first, beside);
  }
  const terms = { byFirst, anywhere };
  prepared.set(list, terms);
  return terms;
}

/**
 * The first of the terms that the title holds, as written in the policy; null if none. A plain term with * (anything) and ? (one
 * character), as whole words, in any case and with or without accents. One step back to the last star; no expression from outside is
 * ever compiled.
 */
function forbiddenTerm(list: readonly string[], title: string): string | null {
  const { byFirst, anywhere } = termsOf(list);
  // Folding may make a text longer: "㎏" is "KG".
  const words = folded(title.slice(0, MAX_TITLE)).slice(0, MAX_TITLE);
  const isAt = ({ normal, piece }: Term, at: number): boolean =>
    words.includes(piece) && matchesAt(normal, words, at);
  for (const { 0: first, index } of words.matchAll(/(?<![\p{L}\p{N}])\S/gu)) {
    const isHere = (term: Term): boolean => isAt(term, index);
    const found = byFirst.get(first.charAt(0))?.find(isHere) ?? byFirst.get('?')?.find(isHere);
    if (found !== undefined) return found.term;
  }
  // A star at its beginning reaches over all words before.
  return anywhere.find((term) => isAt(term, 0))?.term ?? null;
}

/** `wanted` begins at `from` and ends at a word's end. */
function matchesAt(wanted: string, words: string, from: number): boolean {
  let inTerm = 0;
  let inWords = from;
  let star = -1;
  let afterStar = 0;
  for (;;) {
    if (inTerm === wanted.length && (inWords === words.length || !WORD_CHARACTER.test(words.charAt(inWords))))
      return true;
    const wants = wanted[inTerm];
    if (wants === '*') {
      star = inTerm++;
      afterStar = inWords;
    } else if (inWords < words.length && (wants === '?' || wants === words[inWords])) {
      inTerm++;
      inWords++;
    } else if (star >= 0 && afterStar < words.length) {
      inTerm = star + 1;
      inWords = ++afterStar;
    } else return false;
  }
}

/** What the title gives away is about the invitation, not about one of its meetings. */
function check({ invitation, meetings, titleMarking, policy }: Situation): Found[] {
  if (meetings.length === 0) return [];
  const term = forbiddenTerm(policy.titles?.forbiddenTerms ?? [], invitation.title);
  const found: Found[] = term === null ? [] : [{ meeting: null, variant: 'term', substitutions: ['', term] }];
  if (policy.titles?.markings === 'warn' && titleMarking !== null)
    found.push({ meeting: null, substitutions: ['', titleMarking.text] });
  return found;
}

export const revealingTitle: Rule = {
  id: 'revealing-title',
  level: 'warn',
  source: {
    title: 'Bavarian VSA, 17.5: the subject must not itself need secrecy',
    date: 'n.d.',
    url: 'https://www.gesetze-bayern.de/Content/Document/BayVV_1301_I_15405-NN17',
  },
  check,
  cases: [
    {
      name: 'no policy, no opinion',
      title: 'Dep. VERTROUWELIJK overleg',
      text: 'https://zoom.us/j/84512345678',
      finds: 0,
    },
    {
      name: 'a marking in the title',
      title: 'Dep. VERTROUWELIJK overleg',
      text: 'https://zoom.us/j/84512345678',
      policy: { titles: { markings: 'warn' } },
      finds: 1,
    },
    {
      name: 'a marking in the text only',
      title: 'Overleg',
      text: 'Dep. VERTROUWELIJK\nhttps://zoom.us/j/84512345678',
      policy: { titles: { markings: 'warn' } },
      finds: 0,
    },
    {
      name: 'a forbidden term',
      title: 'Voortgang Project Zeepaard',
      text: 'https://zoom.us/j/84512345678',
      policy: { titles: { forbiddenTerms: ['project zee*'] } },
      finds: 1,
    },
    {
      name: 'part of another word',
      title: 'Voortgang subproject zeepaarden',
      text: 'https://zoom.us/j/84512345678',
      policy: { titles: { forbiddenTerms: ['project zeepaard'] } },
      finds: 0,
    },
    ...[
      ['one character for the letter and its dots', 'Bezoek \u00d6stersund'],
      ['two characters', 'Bezoek O\u0308stersund'],
      ['capitals without dots', 'Bezoek OSTERSUND'],
      ['a soft hyphen inside', 'Bezoek \u00d6ster\u00adsund'],
      ['a blank without width inside', 'Bezoek \u00d6ster\u200bsund'],
      ['a mark for the direction of writing before it', 'Bezoek \u200e\u00d6stersund'],
    ].map(([name = '', title = '']) => ({
      name: `a term with an accent: ${name}`,
      title,
      text: 'https://zoom.us/j/84512345678',
      policy: { titles: { forbiddenTerms: ['\u00d6stersund'] } },
      finds: 1,
    })),
    {
      name: 'a term in two characters, a title in one',
      title: 'Bezoek \u00d6stersund',
      text: 'https://zoom.us/j/84512345678',
      policy: { titles: { forbiddenTerms: ['o\u0308stersund'] } },
      finds: 1,
    },
    {
      name: 'a sharp s in capitals',
      title: 'PROJEKT WEISSDORN',
      text: 'https://zoom.us/j/84512345678',
      policy: { titles: { forbiddenTerms: ['Weißdorn'] } },
      finds: 1,
    },
    {
      name: 'part of another word with an accent',
      title: 'Bezoek \u00d6stersundé',
      text: 'https://zoom.us/j/84512345678',
      policy: { titles: { forbiddenTerms: ['\u00d6stersund'] } },
      finds: 0,
    },
    {
      name: 'a title without a meeting',
      title: 'Project Zeepaard',
      text: 'Zie de bijlage.',
      policy: { titles: { forbiddenTerms: ['project zeepaard'] } },
      finds: 0,
    },
  ],
};
