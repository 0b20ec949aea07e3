/** What is in force for each rule, made once for all of them. */
import { type Level, severity } from '../../../src/model.ts';
import { markingsOf } from '../../../src/policy/in-force.ts';
import { type RuleInForce, rulesInForce } from '../../../src/policy/provenance.ts';
import { levelsOffered, ownLevelOf } from '../../../src/policy/settings-changes.ts';
import type { RuleId } from '../../../src/rules/ids.ts';
import { rules as ruleSentences } from '../../policy-words/rules.ts';
import { type Piece, speaker, words } from '../../policy-words/sentence.ts';
import { numberLocale, text } from '../../texts.ts';
import { word } from '../../wording.ts';
import type { Desk } from './desk.ts';
import { rankWords } from './ranks.ts';

export interface LevelInForce {
  /** What a person may choose. */
  offered: readonly Level[];
  /** Their own choice, where it counts. */
  own: Level | null;
  /** Their own choice, where a lock keeps it from counting. */
  notCounted: Level | null;
  /** Without a choice of theirs. */
  usual: { level: Level; isOrganisations: boolean };
  /** What the one level does not say: another one below a rank, or from a marking on. */
  notes: readonly (readonly Piece[])[];
}

export const levelWords = (level: Level): string => word('settings_level', level);

export function levelsInForce(desk: Desk): (rule: RuleId) => LevelInForce {
  const { organisation, inForce, settings } = desk;
  const speak = speaker(text, numberLocale());
  const { referenced } = markingsOf(inForce.policy);
  // The sentences know that a missing marking is silent until somebody asks for one.
  const sentences = ruleSentences(organisation, speak);
  const withoutOwn = rulesInForce(organisation);
  const now = rulesInForce(inForce);

  const usualOf = (rule: RuleId): LevelInForce['usual'] => {
    const entries = withoutOwn.filter((one) => one.rule === rule);
    const [strictest] = sentences
      .filter(({ id }) => id === rule)
      .filter((_, index) => entries[index]?.from === null)
      .toSorted((one, other) => severity(other.level ?? 'off') - severity(one.level ?? 'off'));
    return {
      level: strictest?.level ?? 'off',
      isOrganisations: (strictest?.origin ?? 'default') !== 'default',
    };
  };
  const note = ({ from, below, level, origin }: RuleInForce, own: Level | null): Piece[] => {
    const whose = words(word('applies_origin', origin));
    if (from !== null) {
      const marking = referenced(from);
      const name: Piece =
        marking === null ? { kind: 'own', text: from } : { kind: 'own', text: marking.name };
      return speak.say('settings_from', name, words(levelWords(level)), whose);
    }
    if (below === null) return [];
    const rank = words(rankWords(below.rank));
    if (own === null) return speak.say('settings_below', rank, words(levelWords(below.level)), whose);
    // Under a lock one's own level is a floor: what is sensitive may be said louder.
    if (severity(level) <= severity(own)) return [];
    return speak.say('settings_from', rank, words(levelWords(level)), whose);
  };
  return (rule) => {
    const offered = levelsOffered(rule, organisation);
    const set = ownLevelOf(rule, settings);
    const own = set !== null && offered.includes(set) ? set : null;
    const notes = now.filter((one) => one.rule === rule).map((one) => note(one, own));
    return {
      offered,
      own,
      notCounted: own === null ? set : null,
      usual: usualOf(rule),
      notes: notes.filter((pieces) => pieces.length > 0),
    };
  };
}
