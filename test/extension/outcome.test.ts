import { describe, expect, it } from 'vitest';
import { outcomeOf, worstFirst } from '../../extension/outcome.ts';
import { BLANK } from '../../src/invitation/blank.ts';
import { DEFAULT_POLICY } from '../../src/policy/defaults.ts';
import { review as reviewed } from '../../src/review.ts';
import { finding, review } from './samples.ts';

describe('outcomeOf', () => {
  it('is no meeting without reviews, and without meetings in them', () => {
    expect(outcomeOf([])).toEqual({ state: 'no-meeting', worst: 'off', findings: 0 });
    expect(outcomeOf([review({ meetings: [], unknown: [] })]).state).toBe('no-meeting');
  });

  it('is clear with meetings and nothing at warn or above', () => {
    expect(outcomeOf([review()])).toEqual({ state: 'clear', worst: 'off', findings: 0 });
    const informed = outcomeOf([review({ findings: [finding('inform')] })]);
    expect(informed).toEqual({ state: 'clear', worst: 'inform', findings: 1 });
  });

  it.each(['warn', 'justify', 'block'] as const)(
    'is wrong at %s, even where a part was not read',
    (level) => {
      const unread = review({ findings: [finding('inform'), finding(level)], unknown: ['rest-of-text'] });
      expect(outcomeOf([unread])).toEqual({ state: 'wrong', worst: level, findings: 2 });
    },
  );

  it.each(['rest-of-text', 'calendar-attachment', 'closed-frame'] as const)(
    'is unchecked with %s',
    (part) => {
      expect(outcomeOf([review(), review({ meetings: [], unknown: [part] })]).state).toBe('unchecked');
    },
  );

  it('does not call unchecked what no invitation can prove', () => {
    const open = review({ unknown: ['lobby', 'e2ee', 'created', 'passcode', 'dial-in'] });
    expect(outcomeOf([open]).state).toBe('clear');
  });

  it('is never no meeting where a link pretends to join one', () => {
    const pretended = review({
      meetings: [],
      unknown: [],
      suspicious: [{ url: 'https://zoom.us.evil.example/j/1', why: 'lookalike' }],
    });
    const found = (level: 'inform' | 'warn') => finding(level, { rule: 'lookalike-link', meeting: null });
    expect(outcomeOf([{ ...pretended, findings: [found('warn')] }])).toEqual({
      state: 'wrong',
      worst: 'warn',
      findings: 1,
    });
    expect(outcomeOf([{ ...pretended, findings: [found('inform')] }]).state).toBe('clear');
    // A policy has switched the rule off.
    expect(outcomeOf([pretended]).state).toBe('clear');
  });

  it('counts over all reviews and takes the worst; off does not count', () => {
    const reviews = [
      review({ findings: [finding('off'), finding('warn')] }),
      review({ findings: [finding('block')] }),
    ];
    expect(outcomeOf(reviews)).toEqual({ state: 'wrong', worst: 'block', findings: 2 });
  });
});

it.each([
  'https://zoom.us.evil.example/j/84512345678',
  'https://zoom.us@evil.example/j/84512345678',
  'https://meet.google.com/linkredirect?dest=https://evil.example/login',
  'intent://zoom.us/j/84512345678',
])('an invitation with nothing but %s is wrong', (text) => {
  const one = reviewed(
    {
      ...BLANK,
      surface: 'mail-read',
      title: '',
      passages: [{ source: 'body', text, anchors: [], timing: null }],
    },
    DEFAULT_POLICY,
    new Date('2026-11-02T09:00:00Z'),
  );
  expect(one.meetings).toEqual([]);
  expect(outcomeOf([one]).state).toBe('wrong');
});

it('worstFirst keeps equal ones in order and leaves out those that are off', () => {
  const [a, b, c, d] = [finding('inform'), finding('warn', { rule: 'b' }), finding('off'), finding('warn')];
  expect(worstFirst([a, b, c, d])).toEqual([b, d, a]);
});
