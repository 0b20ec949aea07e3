import type { Found, Rule, Situation } from './rule.ts';

const LONGEST_TITLE = 1000;

/**
 * A plain term with * (anything) and ? (one character), as whole words, in any case. Walks term and title once each with one
 * step back to the last star: no expression from outside is ever compiled.
 */
export function termMatches(term: string, title: string): boolean {
  const wanted = term.toLowerCase().replace(/\s+/g, ' ').trim();
  const words = title.slice(0, LONGEST_TITLE).toLowerCase().replace(/\s+/g, ' ');
  if (wanted === '') return false;
  for (const match of words.matchAll(/(?<![\p{L}\p{N}])\S/gu))
    if (matchesAt(wanted, words, match.index)) return true;
  return false;
}

/** `wanted` begins at `from` and ends at a word's end. */
function matchesAt(wanted: string, words: string, from: number): boolean {
  let inTerm = 0;
  let inWords = from;
  let star = -1;
  let afterStar = 0;
  for (;;) {
    if (
      inTerm === wanted.length &&
      (inWords === words.length || !/[\p{L}\p{N}]/u.test(words.charAt(inWords)))
    )
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
  const term = policy.titles?.forbiddenTerms?.find((one) => termMatches(one, invitation.title));
  const found: Found[] =
    term === undefined ? [] : [{ meeting: null, variant: 'term', substitutions: ['', term] }];
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
    {
      name: 'a title without a meeting',
      title: 'Project Zeepaard',
      text: 'Zie de bijlage.',
      policy: { titles: { forbiddenTerms: ['project zeepaard'] } },
      finds: 0,
    },
  ],
};
