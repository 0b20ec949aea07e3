/** What the organisation says in its own words. */
import type { PolicyInForce } from '../../src/policy/in-force.ts';
import { originOf } from '../../src/policy/provenance.ts';
import { ruleName } from './rules.ts';
import { own, type Sentence, type Speaker, sentence } from './sentence.ts';

export function ownTexts(inForce: PolicyInForce, speaker: Speaker): Sentence[] {
  return (inForce.policy.texts ?? []).flatMap(({ rule, language, text }) =>
    sentence(
      inForce,
      'own-text',
      originOf(inForce, 'texts'),
      speaker.say('applies_own_text', ruleName(rule, speaker), own(language), own(text)),
    ),
  );
}
