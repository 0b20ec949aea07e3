/** What a meeting's title may say. */
import type { PolicyInForce } from '../../src/policy/in-force.ts';
import { type Origin, originOfTitles, termsInForce } from '../../src/policy/provenance.ts';
import { ended, own, type Sentence, type Speaker, sentence } from './sentence.ts';

export function titles(inForce: PolicyInForce, { say, number, list }: Speaker): Sentence[] {
  const about = inForce.policy.titles?.markings;
  const terms = termsInForce(inForce).filter(({ term }) => term.trim() !== '');
  const origins = [...new Set<Origin>(terms.map(({ origin }) => origin))];
  return [
    ...(about === undefined
      ? []
      : [
          sentence(inForce, 'title-markings', originOfTitles(inForce, 'markings'), () =>
            say(`applies_titles_${about}`),
          ),
        ]),
    ...origins.map((origin) =>
      sentence(inForce, 'title-terms', origin, () => {
        const mine = terms.filter((one) => one.origin === origin).map(({ term }) => own(term));
        const key = mine.length === 1 ? 'applies_terms_one' : 'applies_terms_many';
        return say(key, number(mine.length), ended(list(mine, 'plain')));
      }),
    ),
  ];
}
