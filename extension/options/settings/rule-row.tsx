/** One rule and how loudly it is said. */
import { type Level, severity } from '../../../src/model.ts';
import { rulesInForce } from '../../../src/policy/provenance.ts';
import { levelsOffered, ownLevelOf, withLevel } from '../../../src/policy/settings-changes.ts';
import type { RuleId } from '../../../src/rules/ids.ts';
import { RULES } from '../../../src/rules/index.ts';
import { rules as ruleSentences } from '../../policy-words/rules.ts';
import { type Piece, type Speaker, speaker } from '../../policy-words/sentence.ts';
import { numberLocale, text } from '../../texts.ts';
import { word } from '../../wording.ts';
import type { Desk } from './desk.ts';

const messageOf = (rule: RuleId, part: string, ...gaps: string[]): string =>
  text(`rule_${rule.replaceAll('-', '_')}_${part}`, ...gaps);

export const ruleName = (rule: RuleId): string => messageOf(rule, 'name') || rule;

const levelWords = (level: Level): string => word('settings_level', level);

export function RuleRow({ rule, desk }: { rule: RuleId; desk: Desk }) {
  const { organisation, settings } = desk;
  const offered = levelsOffered(rule, organisation);
  const own = ownLevelOf(rule, settings);
  // One that does not count under a lock is not in force.
  const counts = own !== null && offered.includes(own);
  const usual = withoutOwn(rule, desk);
  const asSet = usual.isOrganisations ? 'settings_as_organisation' : 'settings_as_built_in';
  const set = (value: string): void => {
    const level = offered.find((one) => one === value) ?? null;
    void desk.save(withLevel(rule, level, organisation));
  };
  const id = `settings-level-${rule}`;
  return (
    <li data-rule={rule} data-mine={counts}>
      <label for={id}>{ruleName(rule)}</label>
      <select id={id} value={counts ? own : ''} onChange={(event) => set(event.currentTarget.value)}>
        <option value="">{text(asSet, levelWords(usual.level))}</option>
        {offered.map((level) => (
          <option key={level} value={level}>
            {levelWords(level)}
          </option>
        ))}
      </select>
      <div class="settings-more">
        {offered.length === 0 && <p>{text('settings_strictest')}</p>}
        {own !== null && !counts && <p>{text('settings_not_counted', levelWords(own))}</p>}
        <Sentences rule={rule} desk={desk} />
        <Why rule={rule} />
      </div>
    </li>
  );
}

const speaking = (): Speaker => speaker(text, numberLocale());

/** What is in force for every marking where the person sets nothing. */
function withoutOwn(rule: RuleId, { organisation }: Desk): { level: Level; isOrganisations: boolean } {
  const entries = rulesInForce(organisation).filter((one) => one.rule === rule);
  const sentences = ruleSentences(organisation, speaking()).filter(({ id }) => id === rule);
  const always = sentences.filter((_, index) => entries[index]?.from === null);
  const [strictest] = always.toSorted(
    (one, other) => severity(other.level ?? 'off') - severity(one.level ?? 'off'),
  );
  return {
    level: strictest?.level ?? 'off',
    isOrganisations: (strictest?.origin ?? 'default') !== 'default',
  };
}

/** What the list's one choice does not say: another level below a rank, or from a marking on. */
function Sentences({ rule, desk: { inForce } }: { rule: RuleId; desk: Desk }) {
  const entries = rulesInForce(inForce).filter((one) => one.rule === rule);
  if (entries.every(({ from, below }) => from === null && below === null)) return null;
  const sentences = ruleSentences(inForce, speaking()).filter(({ id }) => id === rule);
  return (
    <ul>
      {sentences.map(({ pieces, origin }, index) => (
        // Two entries may say the same; their order is all they have.
        <li key={index}>
          {pieces.map((piece, place) => (
            <PieceView key={place} piece={piece} />
          ))}{' '}
          ({word('applies_origin', origin)})
        </li>
      ))}
    </ul>
  );
}

function PieceView({ piece }: { piece: Piece }) {
  if (piece.kind === 'words') return <>{piece.text}</>;
  return <bdi>{'name' in piece ? piece.name : piece.text}</bdi>;
}

function Why({ rule }: { rule: RuleId }) {
  const source = RULES.find(({ id }) => id === rule)?.source;
  // The gaps are a meeting's service and the marking up to which it may be used: here no meeting is meant.
  const why = messageOf(rule, 'why', text('settings_any_service'), '', text('settings_any_marking'));
  return (
    <details>
      <summary>
        {text('settings_why')} <span class="unseen">{ruleName(rule)}</span>
      </summary>
      <p>{why}</p>
      {source !== undefined && (
        <p class="soft">
          {text('settings_source')}{' '}
          {source.url === '' ? (
            <bdi>{source.title}</bdi>
          ) : (
            <a href={source.url} target="_blank" rel="noreferrer noopener">
              <bdi>{source.title}</bdi>
              <span class="unseen"> {text('applies_new_tab')}</span>
            </a>
          )}
        </p>
      )}
    </details>
  );
}
