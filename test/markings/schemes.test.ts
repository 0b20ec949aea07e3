import { describe, expect, it } from 'vitest';
import { markingMatcher } from '../../src/markings/match.ts';
import { SCHEMES } from '../../src/markings/schemes/index.ts';
import type { Invitation } from '../../src/model.ts';

const invitation = (title = '', body = ''): Invitation => ({
  surface: 'mail-read',
  title,
  passages: [{ source: 'body', text: body, anchors: [], timing: null }],
  events: [],
  unread: [],
});

describe.each(SCHEMES.map((scheme) => [scheme.id, scheme] as const))('%s', (_id, scheme) => {
  // All schemes together, as the built-in default has them: no scheme may steal another's markings.
  const match = markingMatcher(SCHEMES);
  it.each(scheme.cases.map((one) => [`${one.why}: ${one.title ?? one.body}`, one] as const))(
    '%s',
    (_name, one) => {
      const found = match(invitation(one.title, one.body)).highest;
      expect(found === null ? null : `${found.scheme}/${found.level}`).toBe(
        one.level === null ? null : `${scheme.id}/${one.level}`,
      );
    },
  );

  it('has an example for each level and some counterexamples', () => {
    const shown = new Set(scheme.cases.map((one) => one.level));
    for (const level of scheme.levels) expect(shown).toContain(level.id);
    expect(scheme.cases.filter((one) => one.level === null).length).toBeGreaterThanOrEqual(3);
  });
});
