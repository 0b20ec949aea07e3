/** Which markings are looked for, and how sensitive each counts. */
import { SCHEMES } from '../../src/markings/schemes/index.ts';
import { markingsOf, type PolicyInForce } from '../../src/policy/in-force.ts';
import { originOf } from '../../src/policy/provenance.ts';
import type { Policy } from '../../src/policy/schema.ts';
import { own, type Piece, type Sentence, type Speaker, sentence, words } from './sentence.ts';

type Label = NonNullable<Policy['labels']>[number];

export function markings(inForce: PolicyInForce, speaker: Speaker): Sentence[] {
  const { policy } = inForce;
  const { say, number } = speaker;
  const sentences = [
    ...sentence(inForce, 'ranks', 'default', say('applies_ranks')),
    ...schemes(inForce, speaker),
    ...(policy.labels ?? []).flatMap((label) =>
      sentence(inForce, 'label', originOf(inForce, 'labels'), labelPieces(label, policy, speaker)),
    ),
  ];
  const { rank } = policy.unlabelled ?? {};
  if (rank === undefined) return sentences;
  const pieces = say('applies_unlabelled_rank', number(rank));
  return [...sentences, ...sentence(inForce, 'unlabelled', originOf(inForce, 'unlabelled'), pieces)];
}

function schemes(inForce: PolicyInForce, { say, list, number }: Speaker): Sentence[] {
  const { policy } = inForce;
  const { referenced } = markingsOf(policy);
  const ids = new Set(policy.schemes ?? SCHEMES.filter(({ byDefault }) => byDefault).map(({ id }) => id));
  const origin = originOf(inForce, 'schemes');
  if (ids.size === 0) return sentence(inForce, 'scheme', origin, say('applies_schemes_none'));
  return [...ids].flatMap((id) => {
    const scheme = SCHEMES.find((one) => one.id === id);
    if (scheme === undefined) return [];
    const levels = scheme.levels.map((level): Piece => {
      const rank = referenced(`${id}/${level.id}`)?.rank ?? 0;
      // The spelling and its rank are one item of the list.
      const { text: written } = number(rank);
      return words(`${level.spellings[0]?.text ?? level.id} ${written}`);
    });
    const title: Piece = { kind: 'named', of: 'scheme', id, name: scheme.title };
    return sentence(inForce, 'scheme', origin, say('applies_scheme', title, list(levels, 'plain')));
  });
}

/** A label of the organisation's own, or a marking that it ranks anew. */
function labelPieces(
  { id, rank, names = [], purviewIds = [] }: Label,
  policy: Policy,
  speaker: Speaker,
): Piece[] {
  const { say, list, number, message } = speaker;
  const isOwn = !id.includes('/');
  const name = isOwn ? (names[0] ?? id) : (markingsOf(policy).referenced(id)?.name ?? id);
  const label: Piece = { kind: 'named', of: 'label', id, name };
  const seen =
    names.length > 0
      ? purviewIds.length > 0
        ? 'applies_label_names_ids'
        : 'applies_label_names'
      : purviewIds.length > 0
        ? 'applies_label_ids'
        : isOwn
          ? 'applies_label_unseen'
          : 'applies_label';
  const ids =
    purviewIds.length === 1
      ? message('applies_purview_ids_one')
      : message('applies_purview_ids_many', number(purviewIds.length).text);
  return say(
    seen,
    isOwn ? say('applies_label_own', label) : label,
    number(rank),
    list(names.map((one) => own(`“${one}”`))),
    words(ids),
  );
}
