/** What the organisation says in its own words. */
import type { PolicyInForce } from '../../src/policy/in-force.ts';
import { originOf } from '../../src/policy/provenance.ts';
import { ruleName } from './rules.ts';
import { own, type Sentence, type Speaker, sentence } from './sentence.ts';

export function ownTexts(inForce: PolicyInForce, speaker: Speaker): Sentence[] {
  const origin = originOf(inForce, 'texts');
  return (inForce.policy.texts ?? []).map(({ rule, language, text }) =>
    sentence(inForce, 'own-text', origin, () =>
      speaker.say('applies_own_text', ruleName(rule, speaker), own(language), own(text)),
    ),
  );
}
