/** What each rule says, to be judged by reading the pictures alone. */

import { isRecord } from '../../../src/record.ts';
import { RULES } from '../../../src/rules/index.ts';
import type { Rule } from '../../../src/rules/rule.ts';
import type { Scene, Surface } from '../picture.ts';
import { caseFor } from '../rule-case.ts';
import { reportsOf } from './badge.ts';

/** A page tells no visibility; the cases of public-event are of a calendar's own data. */
const NOT_ON_A_PAGE: readonly string[] = ['public-event'];

const scenesOf = (rule: Rule): Scene[] => {
  const { name, policy } = caseFor(rule);
  const scene = (shape: 'line' | 'opened'): Scene => ({
    name: `${rule.id}, ${shape}`,
    looks: 'english',
    policy,
    async take(stage, { pages }, path) {
      await stage.page.goto(`${pages}/rule/${rule.id}`);
      if (shape === 'line') await stage.shown('.panel');
      else await stage.press('.toggle', { shows: '.panel.open .details' });
      await stage.cut('.panel', path);
      const said = (await reportsOf(stage)).flatMap(({ entries }) => entries).flatMap(rulesIn);
      return said.includes(rule.id) ? `The case “${name}”` : `The page did not let ${rule.id} speak.`;
    },
  });
  return [scene('line'), scene('opened')];
};

const rulesIn = (entry: unknown): unknown[] => {
  const review = isRecord(entry) ? entry.review : null;
  const findings = isRecord(review) && Array.isArray(review.findings) ? review.findings : [];
  return findings.map((finding: unknown) => (isRecord(finding) ? finding.rule : null));
};

export const FINDINGS: Surface = {
  id: 'findings',
  title: 'What each rule says',
  scenes: RULES.filter(({ id }) => !NOT_ON_A_PAGE.includes(id)).flatMap(scenesOf),
};
