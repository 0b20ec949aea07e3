/** One rule and how loudly it is said. */
import { withLevel } from '../../../src/policy/settings-changes.ts';
import type { RuleId } from '../../../src/rules/ids.ts';
import { RULES } from '../../../src/rules/index.ts';
import { text } from '../../texts.ts';
import type { Desk } from './desk.ts';
import { type LevelInForce, levelWords } from './levels-in-force.ts';

const messageOf = (rule: RuleId, part: string, ...gaps: string[]): string =>
  text(`rule_${rule.replaceAll('-', '_')}_${part}`, ...gaps);

export const ruleName = (rule: RuleId): string => messageOf(rule, 'name') || rule;

interface Props {
  rule: RuleId;
  desk: Desk;
  level: LevelInForce;
}

export function RuleRow({ rule, desk, level: { offered, own, notCounted, usual, notes } }: Props) {
  const asSet = usual.isOrganisations ? 'settings_as_organisation' : 'settings_as_built_in';
  const set = (value: string): void => {
    const level = offered.find((one) => one === value) ?? null;
    void desk.save(withLevel(rule, level, desk.organisation));
  };
  const id = `settings-level-${rule}`;
  return (
    <li data-rule={rule} data-mine={own !== null}>
      <div class="settings-about">
        <label for={id}>{ruleName(rule)}</label>
        {offered.length === 0 && <p>{text('settings_strictest')}</p>}
        {notCounted !== null && <p>{text('settings_not_counted', levelWords(notCounted))}</p>}
        {notes.map((pieces, index) => (
          // Two entries of a policy may say the same; their order is all they have.
          <p key={index}>
            {pieces.map((piece, place) =>
              piece.kind === 'own' ? <bdi key={place}>{piece.text}</bdi> : 'text' in piece && piece.text,
            )}
          </p>
        ))}
        <Why rule={rule} />
      </div>
      <select id={id} value={own ?? ''} onChange={(event) => set(event.currentTarget.value)}>
        <option value="">{text(asSet, levelWords(usual.level))}</option>
        {offered.map((level) => (
          <option key={level} value={level}>
            {levelWords(level)}
          </option>
        ))}
      </select>
    </li>
  );
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
        <p>
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
