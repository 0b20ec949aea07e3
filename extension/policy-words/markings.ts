/** Which markings are looked for, and how sensitive each counts. */
import type { MarkingScheme } from '../../src/markings/scheme.ts';
import { SCHEMES } from '../../src/markings/schemes/index.ts';
import { markingsOf, type PolicyInForce } from '../../src/policy/in-force.ts';
import { originOf } from '../../src/policy/provenance.ts';
import type { Policy } from '../../src/policy/schema.ts';
import { own, type Piece, type Sentence, type Speaker, sentence, words } from './sentence.ts';

type Label = NonNullable<Policy['labels']>[number];

export function markings(inForce: PolicyInForce, speaker: Speaker): Sentence[] {
  const { policy } = inForce;
  const { say, number } = speaker;
  const { rank } = policy.unlabelled ?? {};
  return [
    // An explanation, which is nobody's setting.
    { ...sentence(inForce, 'ranks', 'default', () => say('applies_ranks')), locked: false },
    ...schemes(inForce, speaker),
    ...(policy.labels ?? []).map((label) =>
      sentence(inForce, 'label', originOf(inForce, 'labels'), () => labelPieces(label, policy, speaker)),
    ),
    ...(rank === undefined
      ? []
      : [
          sentence(inForce, 'unlabelled', originOf(inForce, 'unlabelled'), () =>
            say('applies_unlabelled_rank', number(rank)),
          ),
        ]),
  ];
}

function schemes(inForce: PolicyInForce, speaker: Speaker): Sentence[] {
  const { policy } = inForce;
  const ids = new Set(policy.schemes ?? SCHEMES.filter(({ byDefault }) => byDefault).map(({ id }) => id));
  const origin = originOf(inForce, 'schemes');
  if (ids.size === 0) return [sentence(inForce, 'scheme', origin, () => speaker.say('applies_schemes_none'))];
  return [...ids]
    .flatMap((id) => SCHEMES.find((one) => one.id === id) ?? [])
    .map((scheme) => sentence(inForce, 'scheme', origin, () => schemePieces(scheme, policy, speaker)));
}

function schemePieces({ id, title, levels }: MarkingScheme, policy: Policy, speaker: Speaker): Piece[] {
  const { say, list, number } = speaker;
  const { referenced } = markingsOf(policy);
  // A marking and its rank are one item of the list.
  const ranked = levels.map((level) => {
    const { text: rank } = number(referenced(`${id}/${level.id}`)?.rank ?? level.rank);
    return words(`${level.spellings[0]?.text ?? level.id} ${rank}`);
  });
  return say('applies_scheme', { kind: 'named', of: 'scheme', id, name: title }, list(ranked, 'plain'));
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
