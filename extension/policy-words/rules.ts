/** What people are warned about, how loudly, and from which marking on. */
import { isHold, type Level, severity } from '../../src/model.ts';
import { markingsOf, type PolicyInForce } from '../../src/policy/in-force.ts';
import { originOf, originOfTitles, type RuleInForce, rulesInForce } from '../../src/policy/provenance.ts';
import { strictest } from '../../src/rules/levels.ts';
import { type Piece, type Sentence, type Speaker, sentence } from './sentence.ts';

export function rules(inForce: PolicyInForce, speaker: Speaker): Sentence[] {
  const { referenced } = markingsOf(inForce.policy);
  const { say, number } = speaker;
  return rulesInForce(inForce).flatMap((one): Sentence[] => {
    const { rule, from, level, below, origin } = one;
    if (rule === 'label-missing' && from === null) return labelMissing(one, inForce, speaker);
    const marking = from === null ? null : referenced(from);
    const name = ruleName(rule, speaker);
    const about = marking === null ? [name] : say('applies_rule_from', name, { kind: 'marking', ...marking });
    const pieces =
      below === null
        ? say('applies_rule', about, clause(level, inForce, speaker))
        : say(
            'applies_rule_below',
            about,
            clause(level, inForce, speaker),
            number(below.rank),
            clause(below.level, inForce, speaker),
          );
    return withLevel(level, sentence(inForce, rule, origin, pieces));
  });
}

/** It is silent until the policy asks for a marking, in one of three places (src/rules/label-missing.ts). */
function labelMissing(
  { rule, level, origin }: RuleInForce,
  inForce: PolicyInForce,
  speaker: Speaker,
): Sentence[] {
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
  const name = ruleName(rule, speaker);
  const { say } = speaker;
  const said = (one: Level): Piece[] => clause(one, inForce, speaker);
  const pieces = !titlesNeed
    ? say('applies_rule', name, said(anywhere))
    : severity(anywhere) > severity(usual)
      ? say('applies_rule_title_nowhere', name, said(usual), said(anywhere))
      : say('applies_rule_title', name, said(usual));
  return withLevel(anywhere, sentence(inForce, rule, from, pieces));
}

const withLevel = (level: Level, sentences: readonly Sentence[]): Sentence[] =>
  sentences.map((one) => ({ ...one, level }));

/** What a person meets: under reportOnly a hold is a warning. */
function clause(level: Level, { policy }: PolicyInForce, { say }: Speaker): Piece[] {
  const isReported = policy.reportOnly === true && isHold(level);
  return say(`applies_level_${level}${isReported ? '_reported' : ''}`);
}

/** By what it warns about. */
export function ruleName(id: string, { message }: Speaker): Piece {
  return { kind: 'named', of: 'rule', id, name: message(`rule_${id.replaceAll('-', '_')}_name`) || id };
}
