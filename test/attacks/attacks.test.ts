import { describe, expect, it } from 'vitest';
import type { AttackExample } from '../../src/attacks/attack.ts';
import { ATTACKS } from '../../src/attacks/index.ts';
import { BLANK } from '../../src/invitation/blank.ts';
import { findMeetings } from '../../src/meetings/find.ts';
import type { Passage, SuspiciousWhy } from '../../src/model.ts';

/** Why the links of an invitation with this one link are suspicious. */
function whysOf({ href, text, before = '', property }: AttackExample): SuspiciousWhy[] {
  const anchored = text !== undefined || property !== undefined;
  const shown = text ?? href;
  const anchors = anchored
    ? [{ href, text: shown, at: before.length, ...(property === undefined ? {} : { property }) }]
    : [];
  const passage: Passage = { source: 'body', text: before + shown, anchors, timing: null };
  const invitation = {
    ...BLANK,
    surface: 'mail-read',
    title: '',
    passages: [passage],
  } as const;
  return findMeetings(invitation, []).suspicious.map((one) => one.why);
}

describe.each(ATTACKS.map((attack) => [attack.why, attack] as const))('%s', (why, attack) => {
  it.each(attack.examples.map((one) => [JSON.stringify(one), one] as const))('finds %s', (_name, one) => {
    expect(whysOf(one)).toContain(why);
  });
  it.each(attack.counterexamples.map((one) => [one.because, one] as const))('not %s', (_name, one) => {
    expect(whysOf(one)).not.toContain(why);
  });
});
