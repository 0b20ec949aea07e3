/** What people are warned about, how loudly, and from which marking on. */
import { isHold, type Level, severity } from '../../src/model.ts';
import { markingsOf, type PolicyInForce } from '../../src/policy/in-force.ts';
import { originOf, originOfTitles, type RuleInForce, rulesInForce } from '../../src/policy/provenance.ts';
import { strictest } from '../../src/rules/levels.ts';
import { type Piece, type Sentence, type Speaker, sentence, words } from './sentence.ts';

export function rules(inForce: PolicyInForce, speaker: Speaker): Sentence[] {
  return rulesInForce(inForce).map((one): Sentence => {
    const { rule, from, level, origin } = one;
    if (rule === 'label-missing' && from === null) return labelMissing(one, inForce, speaker);
    return { ...sentence(inForce, rule, origin, () => rulePieces(one, inForce, speaker)), level };
  });
}

function rulePieces(
  { rule, from, level, below }: RuleInForce,
  inForce: PolicyInForce,
  speaker: Speaker,
): Piece[] {
  const { say, number, message } = speaker;
  const marking = from === null ? null : markingsOf(inForce.policy).referenced(from);
  const name = ruleName(rule, speaker);
  const about = marking === null ? [name] : say('applies_rule_from', name, { kind: 'marking', ...marking });
  const said = clause(level, inForce, speaker);
  if (below === null) return say('applies_rule', about, said);
  const sensitive = message(`applies_rank_${below.rank}`);
  const rank = number(below.rank);
  const ranked = sensitive === '' ? [rank] : say('applies_rank', rank, words(sensitive));
  return say('applies_rule_below', about, said, ranked, clause(below.level, inForce, speaker));
}

/** It is silent until the policy asks for a marking, in one of three places (src/rules/label-missing.ts). */
function labelMissing(
  { rule, level, origin }: RuleInForce,
  inForce: PolicyInForce,
  speaker: Speaker,
): Sentence {
  const { policy } = inForce;
  const asked = policy.unlabelled?.level;
  const isSet = origin !== 'default';
  const titlesNeed = policy.titles?.markings === 'require';
  const usual = isSet || titlesNeed ? level : 'off';
  const anywhere = strictest([usual, ...(asked === undefined ? [] : [asked])]);
  const from = isSet
    ? origin
    : titlesNeed
      ? originOfTitles(inForce, 'markings')
      : asked === undefined
        ? 'default'
        : originOf(inForce, 'unlabelled');
  const pieces = (): Piece[] => {
    const { say } = speaker;
    const name = ruleName(rule, speaker);
    const said = clause(usual, inForce, speaker);
    const louder = clause(anywhere, inForce, speaker);
    if (!titlesNeed) return say('applies_rule', name, louder);
    return severity(anywhere) > severity(usual)
      ? say('applies_rule_title_nowhere', name, said, louder)
      : say('applies_rule_title', name, said);
  };
  return { ...sentence(inForce, rule, from, pieces), level: anywhere };
}

/** What a person meets: under reportOnly a hold is a warning. */
function clause(level: Level, { policy }: PolicyInForce, { say }: Speaker): Piece[] {
  const isReported = policy.reportOnly === true && isHold(level);
  return say(`applies_level_${level}${isReported ? '_reported' : ''}`);
}

/** By what it warns about. */
export function ruleName(id: string, { message }: Speaker): Piece {
  return { kind: 'named', of: 'rule', id, name: message(`rule_${id.replaceAll('-', '_')}_name`) || id };
}
