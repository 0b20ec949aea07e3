import { describe, expect, it } from 'vitest';
import { RULES } from '../../src/rules/index.ts';
import { format } from '../../tools/messages.ts';
import { LOCALES } from '../extension/languages.ts';
import { reviewCase } from './case.ts';

/** A rule's words stand in the locales. This names those that were forgotten, and gaps that nothing fills. */
describe.each(LOCALES)('%s', (_language, messages) => {
  const keys = Object.keys(messages);
  const stemOf = (id: string): string => `rule_${id.replaceAll('-', '_')}_`;

  it.each(RULES.map((rule) => [rule.id, rule] as const))(
    '%s says what, why and the next step',
    (id, rule) => {
      for (const part of ['what', 'why', 'next']) expect(keys).toContain(stemOf(id) + part);
      const found = rule.cases.flatMap((one) =>
        reviewCase(one).findings.filter((finding) => finding.rule === id),
      );
      for (const { variant, substitutions } of found) {
        const ending = variant === null ? '' : `_${variant.replaceAll('-', '_')}`;
        for (const part of ['what', 'why', 'next', 'next_write']) {
          const message = messages[stemOf(id) + part + ending] ?? messages[stemOf(id) + part];
          const said = message === undefined ? null : format(message, substitutions);
          if (part === 'next_write' && said === null) continue;
          expect(said, `${stemOf(id)}${part}${ending}`).toMatch(/^\S.{8,}\S$/);
          expect(said, `${stemOf(id)}${part}${ending}`).not.toMatch(/\$| {2}|: ?\.|\( ?\)/);
        }
      }
    },
  );

  it('has no words for rules that are gone', () => {
    const stems = RULES.map((rule) => stemOf(rule.id));
    const strays = keys.filter(
      (key) => key.startsWith('rule_') && !stems.some((stem) => key.startsWith(stem)),
    );
    expect(strays).toEqual([]);
  });
});
