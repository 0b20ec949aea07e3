import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { policyWords } from '../../../extension/policy-words/index.ts';
import { plainText, type Sentence, speaker } from '../../../extension/policy-words/sentence.ts';
import en from '../../../extension/public/_locales/en/messages.json' with { type: 'json' };
import nl from '../../../extension/public/_locales/nl/messages.json' with { type: 'json' };
import { DEFAULT_POLICY } from '../../../src/policy/defaults.ts';
import type { PolicyInForce } from '../../../src/policy/in-force.ts';
import { withOwnSettings } from '../../../src/policy/own-settings.ts';
import { parsePolicy } from '../../../src/policy/parse.ts';
import { RULE_IDS } from '../../../src/rules/ids.ts';
import { format, type Message } from '../../../tools/messages.ts';

const LOCALES: Readonly<Record<string, Readonly<Record<string, Message>>>> = { en, nl };
const NOW = new Date('2026-11-22T12:00:00Z');

const sectionsIn = (language: string, inForce: PolicyInForce) =>
  policyWords(
    inForce,
    NOW,
    speaker((key, ...gaps) => {
      const message = LOCALES[language]?.[key];
      return message === undefined ? '' : format(message, gaps);
    }, language),
  );
const said = (one: Sentence): string => plainText(one.pieces(), ({ name }) => name);
const sentencesOf = (value: unknown, section: string, own?: unknown): string[] =>
  (
    sectionsIn('en', withOwnSettings(parsePolicy(value, 'managed'), own)).find(({ id }) => id === section)
      ?.sentences ?? []
  ).map((one) => `${said(one)} [${one.origin}${one.locked ? ', locked' : ''}]`);

/** A policy that sets everything that can be said. */
const EVERYTHING = {
  ...JSON.parse(readFileSync('docs/it/policies/company-purview.json', 'utf8')),
  reportOnly: true,
  whenUnchecked: 'hold',
  selfHosted: [
    { platform: 'jitsi', hosts: ['meet.example.gov'] },
    { platform: 'jitsi', hosts: [] },
  ],
  sites: ['https://mail.example.gov/'],
  titles: { markings: 'require', forbiddenTerms: ['Zeepaard'] },
  incidents: [{ id: 'x', platform: 'zoom', createdBefore: '2026-10-01', text: 'Links were found.' }],
  disabledIncidents: ['webex-2024-metadata'],
  locked: true,
};

describe.each(Object.keys(LOCALES))('%s', (language) => {
  it.each(RULE_IDS)('has a short name for %s', (id) => {
    expect(LOCALES[language]?.[`rule_${id.replaceAll('-', '_')}_name`]?.message).toMatch(
      /^\p{Lu}.{5,70}[^.]$/u,
    );
  });

  it.each([
    ['nothing', DEFAULT_POLICY],
    ['everything', parsePolicy(EVERYTHING, 'managed')],
  ])('says whole sentences about a policy that sets %s', (_, inForce) => {
    const sections = sectionsIn(language, inForce);
    for (const { heading, sentences } of sections) {
      expect(heading).not.toBe('');
      for (const one of sentences) {
        expect(said(one)).toMatch(/^\S.*[.?!…]$/);
        expect(said(one)).not.toMatch(/\$|undefined|[\uE000-\uF8FF]| {2}|: ?\./);
      }
    }
  });
});

describe('what applies', () => {
  it('the services, up to which marking, and what to use instead, in the policy’s own words as such', () => {
    const policy = {
      platforms: [
        { platform: 'webex', use: 'allowed', ceiling: 'nl-virbi/depv', alternative: 'Use $1 <b>!' },
        { platform: 'zoom', use: 'forbidden' },
      ],
      otherPlatforms: { use: 'join-only' },
    };
    expect(sentencesOf(policy, 'services')).toEqual([
      'Webex may be used, up to and including Dep. VERTROUWELIJK. Instead: Use $1 <b>! [managed]',
      'Zoom may not be used. [managed]',
      'Every other meeting service may be joined, but not used to invite others. [managed]',
    ]);
    const [first] =
      sectionsIn('en', parsePolicy(policy, 'managed')).find(({ id }) => id === 'services')?.sentences ?? [];
    expect(first?.pieces()).toContainEqual({ kind: 'own', text: 'Use $1 <b>!' });
  });

  it('what is locked, and what is a person’s own', () => {
    const policy = {
      locked: true,
      rules: [{ rule: 'no-passcode', level: 'warn' }],
      titles: { forbiddenTerms: ['Zeepaard'] },
    };
    const own = {
      rules: [{ rule: 'no-passcode', level: 'justify' }],
      titles: { forbiddenTerms: ['Zeester'] },
    };
    const about = sentencesOf(policy, 'rules', own).filter((one) =>
      one.startsWith('Meeting without a passcode'),
    );
    expect(about).toEqual([
      'Meeting without a passcode: you see a warning. [managed, locked]',
      'Meeting without a passcode: you are asked for a reason before joining or sending. [local]',
    ]);
    expect(sentencesOf(policy, 'titles', own)).toEqual([
      'This may not stand in a title: Zeepaard. [managed, locked]',
      'This may not stand in a title: Zeester. [local]',
    ]);
    expect(sentencesOf(policy, 'services')).toEqual(['Every meeting service may be used. [default, locked]']);
  });

  it('under reportOnly a hold is a warning', () => {
    const rules = [{ rule: 'no-passcode', level: 'block' }];
    expect(sentencesOf({ rules }, 'rules')).toContain(
      'Meeting without a passcode: joining and sending are not possible. [managed]',
    );
    expect(sentencesOf({ rules, reportOnly: true }, 'rules')).toContain(
      'Meeting without a passcode: you see a warning. [managed]',
    );
  });

  it('until when, in the language of the person', () => {
    const valid = (validUntil: string) =>
      sectionsIn('nl', parsePolicy({ validUntil }, 'managed'))[0]?.sentences.map(said)[0];
    expect(valid('2027-11-01')).toContain('tot en met 1 november 2027');
    expect(valid('2026-11-22')).toContain('gelden tot en met');
    expect(valid('2026-11-21')).toContain('waren bedoeld tot en met 21 november 2026');
  });

  it('shortens a list, and keeps the rest at hand', () => {
    const hosts = Array.from({ length: 62 }, (_, index) => `h${index}.example.gov`);
    const [, server] =
      sectionsIn('en', parsePolicy({ selfHosted: [{ platform: 'jitsi', hosts }] }, 'managed')).find(
        ({ id }) => id === 'services',
      )?.sentences ?? [];
    const more = server?.pieces().find((piece) => piece.kind === 'more');
    expect(more).toMatchObject({ text: 'and 42 more' });
    expect(more?.kind === 'more' ? more.rest.length : 0).toBe(42);
  });

  it('makes only what is read of thousands of entries', () => {
    const platforms = Array.from({ length: 5000 }, (_, index) => ({
      platform: 'zoom',
      hosts: [`h${index}.zoom.us`],
    }));
    const inForce = parsePolicy({ platforms }, 'managed');
    let asked = 0;
    const sections = policyWords(
      inForce,
      NOW,
      speaker((key) => {
        asked += 1;
        return key;
      }, 'en'),
    );
    expect(sections.find(({ id }) => id === 'services')?.sentences.length).toBe(5001);
    expect(asked).toBeLessThan(20);
  });
});
