/**
 * What a policy does, in sentences, each with whose setting it is. The options page says it to whom it applies, `npm run policy -- explain`
 * to who administers it: the same sentences by the same messages.
 */
import type { PolicyInForce } from '../../src/policy/in-force.ts';
import { exceptions } from './exceptions.ts';
import { incidents } from './incidents.ts';
import { markings } from './markings.ts';
import { ownTexts } from './own-texts.ts';
import { rules } from './rules.ts';
import type { Section, Sentence, Speaker } from './sentence.ts';
import { services } from './services.ts';
import { titles } from './titles.ts';
import { webmail } from './webmail.ts';
import { who } from './who.ts';

type Saying = (inForce: PolicyInForce, speaker: Speaker, now: Date) => Sentence[];

/** In the order in which people read them; the heading of each is the message `applies_ID`. */
const SECTIONS: readonly (readonly [string, Saying])[] = [
  ['who', who],
  ['services', services],
  ['rules', rules],
  ['titles', titles],
  ['markings', markings],
  ['incidents', incidents],
  ['exceptions', exceptions],
  ['webmail', webmail],
  ['own_texts', ownTexts],
];

/** Sections that say nothing are left out. `now` decides what has ended. */
export function policyWords(inForce: PolicyInForce, now: Date, speaker: Speaker): Section[] {
  return SECTIONS.map(([id, saying]) => ({
    id,
    heading: speaker.message(`applies_${id}`),
    sentences: saying(inForce, speaker, now),
  })).filter(({ sentences }) => sentences.length > 0);
}
