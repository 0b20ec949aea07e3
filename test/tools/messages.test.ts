import { describe, expect, it } from 'vitest';
import { faultSentence } from '../../extension/fault-words.ts';
import { RULES } from '../../src/rules/index.ts';
import { english, format, whatIsWrong } from '../../tools/messages.ts';

describe('format', () => {
  const placeholders = { platform: { content: '$1' }, id: { content: '<$2>' }, fixed: { content: 'x' } };

  it.each([
    ['On $PLATFORM$: $id$, $FIXED$', 'On Zoom: <12>, x'],
    ['$1 and $2', 'Zoom and 12'],
    ['$3$NOBODY$', ''],
    ['$$1 is a dollar, $$PLATFORM$$ too', '$1 is a dollar, $PLATFORM$ too'],
    ['5 $ and $', '5 $ and $'],
  ])('%j is %j', (message, text) => {
    expect(format({ message, placeholders }, ['Zoom', '12'])).toBe(text);
  });

  it('does not read substitutions as messages', () => {
    expect(format({ message: '$PLATFORM$ $1', placeholders }, ['$2 $ID$ $$ $&'])).toBe(
      '$2 $ID$ $$ $& $2 $ID$ $$ $&',
    );
  });
});

describe('whatIsWrong', () => {
  const finding = {
    rule: 'no-passcode',
    level: 'warn',
    meeting: 0,
    substitutions: ['Zoom'],
    ownTexts: [],
    reportedOnly: null,
    source: { title: 'NCSC', url: 'https://www.ncsc.gov.uk/' },
  } as const;
  const words = {
    rule_no_passcode_what: { message: 'plain $1' },
    rule_no_passcode_what_by_phone: { message: 'variant $1' },
  };

  it.each([
    [null, 'plain Zoom'],
    ['by-phone', 'variant Zoom'],
    ['other', 'plain Zoom'],
  ])('with variant %s is %j', (variant, text) => {
    expect(whatIsWrong({ ...finding, variant }, words)).toBe(text);
  });

  it('is the organisation’s own wording where it has one in English', () => {
    const ownTexts = [
      { language: 'nl', text: 'Zet er een wachtwoord op.' },
      { language: 'en-gb', text: 'Put a passcode on it.' },
    ];
    expect(whatIsWrong({ ...finding, variant: null, ownTexts }, words)).toBe('Put a passcode on it.');
    expect(whatIsWrong({ ...finding, variant: null, ownTexts: ownTexts.slice(0, 1) }, words)).toBe(
      'plain Zoom',
    );
  });

  it('is the rule itself without words', () => {
    expect(whatIsWrong({ ...finding, variant: null }, {})).toBe('no-passcode');
  });

  it.each(RULES.map((rule) => rule.id))('has words for %s', (rule) => {
    expect(whatIsWrong({ ...finding, rule, variant: null })).not.toBe(rule);
  });
});

describe('faultSentence', () => {
  it.each([
    [
      { path: 'rules[2].rule', problem: 'unknown-rule', value: 'no-pascode', lost: 'rules[2]' },
      'rules[2].rule: There is no rule called “no-pascode”. Not applied: rules[2].',
    ],
    [{ path: '', problem: 'empty', value: '', lost: null }, 'The policy is empty, so it changes nothing.'],
    [
      { path: 'reportOnly', problem: 'wrong-type', value: 'yes', lost: 'reportOnly' },
      'reportOnly: This is the wrong kind of value: “yes”. Not applied: reportOnly.',
    ],
  ] as const)('%j', (fault, sentence) => {
    expect(faultSentence(fault, english)).toBe(sentence);
  });
});
