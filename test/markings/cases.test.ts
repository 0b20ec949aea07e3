import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { BLANK } from '../../src/invitation/blank.ts';
import { SCHEMES } from '../../src/markings/schemes/index.ts';
import type { Label, Marking } from '../../src/model.ts';
import { markingsOf } from '../../src/policy/in-force.ts';
import { parsePolicy } from '../../src/policy/parse.ts';

/** The files of test/markings/cases: one for each scheme and for each topic; README.md there tells how a case is written. */

const FOLDER = new URL('cases/', import.meta.url);
const CARRIERS: Readonly<Record<string, Label['carrier']>> = {
  'X-Protective-Marking': 'x-protective-marking',
  msip_labels: 'msip-labels',
  Chip: 'chip',
};

interface Case {
  why: string;
  headers: ReadonlyMap<string, string>;
  /** "none", or "scheme/level in place". */
  answer: string;
  body: string;
}

/** "\u00a0" written out stands for that character. */
const unescaped = (text: string): string =>
  text.replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

function casesIn(file: string): Case[] {
  const [, ...blocks] = `\n${readFileSync(new URL(file, FOLDER), 'utf8')}`.split('\n== ');
  return blocks.map((block) => {
    const lines = block.split('\n');
    const at = lines.findIndex((line) => line.startsWith('=> '));
    if (at === -1) throw new Error(`${file}: "${lines[0]}" has no answer`);
    const headers = lines.slice(1, at).map((line): [string, string] => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon), unescaped(line.slice(colon + 1).trim())];
    });
    const body = lines
      .slice(at + 1)
      .join('\n')
      .replace(/^\n+|\n+$/g, '');
    return {
      why: lines[0] ?? '',
      headers: new Map(headers),
      answer: (lines[at] ?? '').slice(3).trim(),
      body: unescaped(body),
    };
  });
}

function policyOf({ headers }: Case, file: string): Record<string, unknown> {
  const schemes =
    headers.get('Schemes') ??
    (SCHEMES.some(({ id }) => `${id}.txt` === file) ? file.replace('.txt', '') : 'default');
  const labels: unknown = JSON.parse(headers.get('Labels') ?? '[]');
  return {
    policyVersion: 'test',
    ...(schemes === 'default' ? {} : { schemes: schemes.split(' ').filter((id) => id !== 'none') }),
    labels,
  };
}

function found(one: Case, file: string): Marking | null {
  const { policy, note } = parsePolicy(policyOf(one, file), 'file');
  expect(note.faults).toEqual([]);
  const labels = [...one.headers].flatMap(([name, text]): Label[] => {
    const carrier = CARRIERS[name];
    return carrier === undefined ? [] : [{ carrier, text }];
  });
  const invitation = {
    ...BLANK,
    surface: 'mail-read',
    title: one.headers.get('Subject') ?? '',
    passages: [{ source: 'body', text: one.body, anchors: [], timing: null }],
    labels,
  } as const;
  const now = new Date(one.headers.get('Now') ?? '2026-11-02T09:00:00Z');
  return markingsOf(policy).match(invitation, now).highest;
}

const FILES = readdirSync(FOLDER).filter((file) => file.endsWith('.txt'));

describe.each(FILES)('%s', (file) => {
  const cases = casesIn(file);
  it.each(cases.map((one) => [one.why, one] as const))('%s', (_why, one) => {
    const marking = found(one, file);
    const said = marking === null ? 'none' : `${marking.scheme}/${marking.level} in ${marking.foundIn}`;
    expect(said).toBe(one.answer);
  });
  it('has known headers only, and no two cases of one name', () => {
    const known = [...Object.keys(CARRIERS), 'Subject', 'Schemes', 'Labels', 'Now'];
    for (const { headers } of cases) for (const name of headers.keys()) expect(known).toContain(name);
    expect(new Set(cases.map(({ why }) => why)).size).toBe(cases.length);
  });
});

describe.each(SCHEMES.map((scheme) => [scheme.id, scheme] as const))('%s', (id, scheme) => {
  it('has an example of each level, and counterexamples', () => {
    const cases = casesIn(`${id}.txt`);
    const shown = new Set(cases.map(({ answer }) => answer.split(' ')[0]));
    for (const level of scheme.levels) expect(shown).toContain(`${id}/${level.id}`);
    expect(cases.filter(({ answer }) => answer === 'none').length).toBeGreaterThanOrEqual(5);
  });
});

it('has at least 200 cases in all', () => {
  expect(FILES.flatMap(casesIn).length).toBeGreaterThanOrEqual(200);
});
