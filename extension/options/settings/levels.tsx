/** How loudly each rule is said. */
import { useState } from 'preact/hooks';
import type { RuleId } from '../../../src/rules/ids.ts';
import { language, text } from '../../texts.ts';
import { counted } from '../../wording.ts';
import { type Desk, isLocked } from './desk.ts';
import { type LevelInForce, levelsInForce } from './levels-in-force.ts';
import { GROUPS, type Group, rulesOf } from './rule-groups.ts';
import { RuleRow, ruleName } from './rule-row.tsx';

export function Levels({ desk }: { desk: Desk }) {
  const [wanted, setWanted] = useState('');
  const folded = (words: string): string => words.toLocaleLowerCase(language()).trim();
  const isWanted = (rule: RuleId): boolean => folded(ruleName(rule)).includes(folded(wanted));
  const levelOf = levelsInForce(desk);
  return (
    <section>
      <h3>{text('settings_levels')}</h3>
      <p>{text(isLocked(desk) ? 'settings_levels_locked' : 'settings_levels_about')}</p>
      {desk.organisation.policy.reportOnly === true && <p>{text('applies_report_only')}</p>}
      <label class="settings-field">
        {text('settings_find')}
        <input
          type="search"
          spellcheck={false}
          value={wanted}
          onInput={(event) => setWanted(event.currentTarget.value)}
        />
      </label>
      <p role="status" class="soft">
        {folded(wanted) !== '' && counted('settings_found', GROUPS.flatMap(rulesOf).filter(isWanted).length)}
      </p>
      {GROUPS.map((group) => (
        <RuleGroup
          key={group}
          group={group}
          rules={rulesOf(group).filter(isWanted)}
          desk={desk}
          levelOf={levelOf}
        />
      ))}
    </section>
  );
}

interface GroupProps {
  group: Group;
  rules: readonly RuleId[];
  desk: Desk;
  levelOf: (rule: RuleId) => LevelInForce;
}

function RuleGroup({ group, rules, desk, levelOf }: GroupProps) {
  if (rules.length === 0) return null;
  return (
    <div>
      <h4>{text(`settings_group_${group}`)}</h4>
      <ul class="settings-rows">
        {rules.map((rule) => (
          <RuleRow key={rule} rule={rule} desk={desk} level={levelOf(rule)} />
        ))}
      </ul>
    </div>
  );
}
