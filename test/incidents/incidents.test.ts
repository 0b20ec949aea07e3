import { describe, expect, it } from 'vitest';
import { INCIDENTS } from '../../src/incidents/index.ts';
import type { RuleCase } from '../../src/rules/rule.ts';
import { reviewCase } from '../rules/case.ts';

/** Of several incidents that hit one meeting, which is said; and for which meetings it matters that nobody knows their age. */

const OLD = { created: '2019-03-01T09:00:00Z', lastOccurrence: 'never' } as const;
const OWN = { id: 'own', platform: 'zoom', createdBefore: '2026-10-01', text: 'See the intranet.' };
const TEAMS = 'https://teams.microsoft.com/meet/3456789012345?p=AbCdEfGhIjKlMnOpQr';

function said(one: Omit<RuleCase, 'name' | 'finds'>): (string | null)[] {
  const { findings } = reviewCase({ name: '', finds: 0, ...one });
  return findings.filter(({ rule }) => rule === 'exposed-invitation').map(({ variant }) => variant);
}
const unknownOf = (text: string, policy?: unknown) =>
  reviewCase({ name: '', finds: 0, text, policy }).unknown;

describe('one remedy a meeting', () => {
  it.each<[what: string, text: string, variant: string]>([
    ['a new room before a new passcode', 'https://zoom.us/my/jan.devries', 'zoom-credentials-2020'],
    ['the newest of two rooms', 'https://zoom.us/my/jan.devries?pwd=bVpKc1RkZz09', 'zoom-pmi-links-2023'],
    ['the newest of two open meetings', 'https://zoom.us/j/845123456', 'zoom-open-2020'],
    ['six digits', 'https://zoom.us/j/845123456\nPassword: 482913\n', 'zoom-passcode-bruteforce-2020'],
  ])('%s', (_what, text, variant) => {
    expect(said({ text, ...OLD })).toEqual([variant]);
  });

  it('is the organisation’s own before ours', () => {
    expect(said({ text: 'https://zoom.us/j/845123456', ...OLD, policy: { incidents: [OWN] } })).toEqual([
      'own-incident',
    ]);
  });

  it('is the first of the organisation’s own that hits the meeting', () => {
    const older = { ...OWN, id: 'older', createdBefore: '2026-05-01', action: 'Plan it anew.' };
    const policy = { incidents: [older, OWN] };
    const text = 'https://zoom.us/j/84512345678?pwd=x';
    const inApril = { text, policy, created: '2026-04-01T09:00:00Z', lastOccurrence: 'never' };
    expect(said(inApril)).toEqual(['own-incident-action']);
    expect(said({ ...inApril, created: '2026-09-01T09:00:00Z' })).toEqual(['own-incident']);
  });

  it('is the attack that goes on before everything', () => {
    const policy = { incidents: [{ ...OWN, platform: 'teams', action: 'Plan it anew.' }] };
    const attack = `${TEAMS}\nOpen microsoft.com/devicelogin and enter the code.\n`;
    expect(said({ text: attack, ...OLD, policy })).toEqual(['teams-devicecode-2024']);
    expect(said({ text: TEAMS, ...OLD, policy })).toEqual(['own-incident-action']);
  });

  it('is given for each meeting', () => {
    expect(
      said({ text: 'https://zoom.us/j/845123456\nhttps://zoom.us/my/jan.devries?pwd=x\n', ...OLD }),
    ).toEqual(['zoom-open-2020', 'zoom-pmi-links-2023']);
  });
});

describe('a meeting of unknown age', () => {
  it('is said where an incident could hit it', () => {
    expect(unknownOf('https://zoom.us/j/84512345678')).toContain('created');
    expect(unknownOf('https://a.webex.com/meet/jan')).toContain('created');
  });

  it('is not said where none can', () => {
    expect(unknownOf('https://zoom.us/j/84512345678?pwd=bVpKc1RkZz09.1')).not.toContain('created');
    expect(unknownOf(TEAMS)).not.toContain('created');
    expect(
      unknownOf('https://a.webex.com/meet/jan', { disabledIncidents: ['webex-2024-metadata'] }),
    ).not.toContain('created');
  });

  it('is said for the organisation’s own incidents', () => {
    const text = 'https://zoom.us/j/84512345678?pwd=bVpKc1RkZz09.1';
    expect(unknownOf(text, { incidents: [OWN] })).toContain('created');
    expect(unknownOf(text, { incidents: [OWN], disabledIncidents: ['own'] })).not.toContain('created');
    expect(unknownOf(text, { incidents: [{ id: 'own', platform: 'zoom', text: 'Update.' }] })).not.toContain(
      'created',
    );
  });
});

it('names each incident once', () => {
  const ids = INCIDENTS.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});
