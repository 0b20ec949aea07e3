import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { policyFromText } from '../../src/policy/parse.ts';
import { isRecord } from '../../src/record.ts';
import { RULES } from '../../src/rules/index.ts';
import { bytesOf, POLICY_EXPORTS } from '../../tools/policy/exports/index.ts';
import { lint } from '../../tools/policy/lint.ts';
import { bundled } from './bundled.ts';

const folder = mkdtempSync(join(tmpdir(), 'in-camera-policy-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A policy file in a folder of its own; returns its path. */
function file(name: string, content: string | object): string {
  const path = join(mkdtempSync(join(folder, 'file-')), name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content, null, 2));
  return path;
}

interface Run {
  code: number | null;
  stdout: Buffer;
  lines: string[];
  stderr: string;
}

const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
const AS_NPM_STARTS_IT = ['--import', tsx, resolve('tools/policy.ts')];
let bundle: string;
beforeAll(async () => {
  bundle = await bundled('policy', folder);
});

/** `npm run -s policy -- …` without npm. */
function policy(args: readonly string[], cwd = folder, program: readonly string[] = [bundle]): Promise<Run> {
  return new Promise((done, reject) => {
    const child = spawn(process.execPath, [...program, ...args], { cwd });
    const pieces: Buffer[] = [];
    let stderr = '';
    child.stdout.on('data', (piece: Buffer) => pieces.push(piece));
    child.stderr.setEncoding('utf8').on('data', (piece: string) => {
      stderr += piece;
    });
    child.on('error', reject);
    child.on('close', (code) => {
      const stdout = Buffer.concat(pieces);
      done({ code, stdout, lines: stdout.toString('utf8').split('\n').slice(0, -1), stderr });
    });
  });
}

/** The remarks alone, without what is allowed and what happens. */
const remarks = ({ lines }: Run, path: string): string[] =>
  lines.filter((line) => line.startsWith(`${path}:`)).map((line) => line.slice(path.length + 1));

const FAULTY = {
  policyVersion: '1',
  expectedKeys: ['policyVersion', 'rules'],
  rules: [{ rule: 'no-pascode', level: 'warn' }],
};

// Each starts a process; together they wait for each other's.
describe.concurrent('lint', { timeout: 60_000 }, () => {
  it('does the same as npm starts it', async () => {
    const path = file('faulty.json', FAULTY);
    for (const args of [
      ['lint', path],
      ['export', path, '--to', 'linux'],
    ])
      expect(await policy(args, folder, AS_NPM_STARTS_IT)).toEqual(await policy(args));
  });

  it('says so when nothing is wrong, and exits 0', async () => {
    const path = file('right.json', {
      policyVersion: '1',
      expectedKeys: ['policyVersion', 'locked'],
      locked: true,
    });
    const { code, lines, stderr } = await policy(['lint', path]);
    expect({ code, lines, stderr }).toEqual({ code: 0, lines: [`${path}: nothing wrong.`], stderr: '' });
  });

  it('names line, column, what is allowed, what was meant and what browsers do, and exits 1', async () => {
    const path = file(
      'faulty.json',
      `{
  "expectedKeys": ["rules", "platforms", "polices"],
  "rules": [
    { "rule": "no-pascode", "level": "warn" },
    { "level": "warn", "rule": "no-passcode", "zz": 1 },
    { "rule": "no-passcode" }
  ],
  "polices": [],
  "platforms": "webex"
}
`,
    );
    const { code, lines, stderr } = await policy(['lint', path]);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    const told = lines.map((line) => (line.startsWith(path) ? line.slice(path.length) : line));
    expect(told.map((line) => line.replace(/(?<=Allowed: .{20}).*/, '…'))).toEqual([
      ':4:15: error: rules[0].rule: There is no rule called “no-pascode”. Not applied: rules[0]. Did you mean “no-passcode”?',
      '    Allowed: one of the rules no-…',
      ':5:47: error: rules[1].zz: In Camera does not know this setting. Not applied: rules[1].zz.',
      '    Allowed: the keys rule from l…',
      '    Chrome, Chromium and Edge take it out without a word.',
      ':6:5: error: rules[2].level: This is required and is missing. Not applied: rules[2].',
      '    Allowed: one of off inform wa…',
      ':8:3: error: polices: In Camera does not know this setting. Not applied: polices.',
      '    Allowed: the keys policyVersi…',
      '    Chrome, Chromium and Edge take it out without a word.',
      ':9:16: error: platforms: This is the wrong kind of value: “webex”. Not applied: platforms.',
      '    Allowed: a list of objects { …',
      '    Chrome, Chromium and Edge drop all of platforms because of it, without a word; where there was a good value before, In Camera keeps it.',
    ]);
  });

  it.each([
    ['a comma too many', '{\n  "rules": [1,]\n}', '2:15'],
    ['a comma too few', '{\n  "reportOnly": true\n  "locked": true\n}', '3:3'],
    ['a comment', '{\n  // ours\n  "locked": true\n}', '2:3'],
    ['an open brace', '{\n  "locked": true\n', '3:1'],
    ['a quote that is not closed', '{\n  "policyVersion": "1\n}', '2:20'],
    ['single quotes', "{\n  'locked': true\n}", '2:3'],
    ['nothing at all', '', '1:1'],
    ['two policies', '{}\n{}', '2:1'],
  ])('points at %s, and exits 1', async (_, content, place) => {
    const path = file('syntax.json', content);
    const run = await policy(['lint', path]);
    expect(run.code).toBe(1);
    expect(remarks(run, path)[0]).toMatch(
      content === ''
        ? /^1:1: error: The policy is empty, so it changes nothing\.$/
        : /^\d+:\d+: error: This is not valid JSON: [a-z ]+\. Not applied: the whole policy\.$/,
    );
    expect(remarks(run, path)[0]).toContain(`${place}: error`);
    expect(run.lines[1]).toContain('Nothing of the file applies.');
    expect(run.stderr).toBe('');
  });

  it('names no more syntax errors than a person reads', async () => {
    const path = file('noise.json', '%'.repeat(500));
    expect((await policy(['lint', path])).lines.length).toBeLessThanOrEqual(40);
  });

  it('names a key that is there twice, wherever, and exits 0: the last one counts', async () => {
    const path = file(
      'twice.json',
      '{\n  "expectedKeys": ["locked", "titles"],\n  "locked": false,\n  "titles": { "markings": "warn", "markings": "allow" },\n  "locked": true\n}',
    );
    const run = await policy(['lint', path]);
    expect(remarks(run, path)).toEqual([
      '4:35: warning: “markings” is there twice: the last one counts.',
      '5:3: warning: “locked” is there twice: the last one counts.',
    ]);
    expect(run.code).toBe(0);
  });

  it('counts the same with a byte order mark and with the lines of Windows', async () => {
    const written = JSON.stringify(FAULTY, null, 2);
    const path = file('plain.json', written);
    const plain = remarks(await policy(['lint', path]), path);
    expect(plain).toEqual([expect.stringMatching(/^9:15: error: rules\[0\]\.rule: /)]);
    for (const [name, content] of [
      ['bom.json', `\ufeff${written}`],
      ['crlf.json', written.replaceAll('\n', '\r\n')],
      ['both.json', `\ufeff${written.replaceAll('\n', '\r\n')}`],
    ] as const) {
      const other = file(name, content);
      expect(remarks(await policy(['lint', other]), other), name).toEqual(plain);
    }
    const oneLine = `\ufeff${JSON.stringify(FAULTY)}`;
    const one = file('one-line.json', oneLine);
    // The mark is no column: an editor does not show it.
    expect(remarks(await policy(['lint', one]), one)[0]).toContain(
      `1:${oneLine.indexOf('"no-pascode"')}: error`,
    );
  });

  it('wants expectedKeys, and every key in it', async () => {
    const without = file('without.json', { policyVersion: '1' });
    const first = await policy(['lint', without]);
    expect(remarks(first, without)).toEqual([expect.stringMatching(/^1:1: warning: Without expectedKeys /)]);
    expect(first.code).toBe(0);

    const some = file('some.json', {
      policyVersion: '1',
      expectedKeys: ['policyVersion'],
      locked: true,
      titles: {},
    });
    const second = await policy(['lint', some]);
    expect(remarks(second, some)).toEqual([
      expect.stringMatching(
        /^3:19: warning: expectedKeys does not name (?:locked, titles|titles, locked): nobody /,
      ),
    ]);
    expect(second.code).toBe(0);
  });

  it('names what has ended or expired as a warning, because it changes nothing now', async () => {
    const path = file('ended.json', {
      expectedKeys: ['validUntil', 'exceptions'],
      validUntil: '2025-11-01',
      exceptions: [
        { rule: 'no-passcode', until: '2099-01-01' },
        { rule: 'no-passcode', until: '2025-01-01' },
      ],
    });
    const run = await policy(['lint', path]);
    expect(remarks(run, path)).toEqual([
      '6:17: warning: validUntil: The policy expired on 2025-11-01. It stays in force.',
      '14:16: warning: The exception ended on 2025-01-01: it does nothing.',
    ]);
    expect(run.code).toBe(0);
  });

  it('has nothing to say of webmail to read', async () => {
    const path = file('sites.json', { expectedKeys: ['sites'], sites: ['https://mail.example.gov'] });
    const run = await policy(['lint', path]);
    expect(run.stdout + run.stderr).not.toMatch(/warning|does nothing/);
    expect(run.code).toBe(0);
  });

  it('points at each of two exceptions that ended on one day', () => {
    const exceptions = [1, 2].map((n) => ({
      rule: 'no-passcode',
      host: `h${n}.example.org`,
      until: '2025-01-01',
    }));
    const told = lint(JSON.stringify({ expectedKeys: ['exceptions'], exceptions }, null, 2), new Date());
    expect(told).toHaveLength(2);
    expect(told[0]?.line).not.toBe(told[1]?.line);
  });

  it('an exception with a time of day ends then', () => {
    const exceptions = [{ rule: 'no-passcode', until: '2026-01-01T10:00:00Z' }];
    const source = JSON.stringify({ expectedKeys: ['exceptions'], exceptions });
    expect(lint(source, new Date('2026-01-01T12:00:00Z'))).toHaveLength(1);
    expect(lint(source, new Date('2026-01-01T09:00:00Z'))).toEqual([]);
  });

  it.each(['constructor', 'toString', '__proto__', 'a.b', '1', '', 'a[0]', 'locked.x'])(
    'stands on the unknown key "%s", at the top and in an item',
    (key) => {
      const source = `{\n"expectedKeys": ["locked", "labels"],\n"locked": true,\n${JSON.stringify(key)}: 1,\n"labels": [{ "id": "x", "rank": 1, "names": ["Xx"],\n ${JSON.stringify(key)}: 2 }]\n}`;
      expect(lint(source, new Date()).filter(({ severity }) => severity === 'error')).toMatchObject([
        { line: 4, column: 1, allowed: expect.stringContaining('the keys policyVersion ') },
        { line: 6, column: 2, allowed: 'the keys id names rank purviewIds' },
      ]);
    },
  );

  it('points at the last of two equal keys, which counts', () => {
    const told = lint('{"expectedKeys": ["locked"],\n"locked": true,\n"locked": 5}', new Date());
    expect(told.map(({ line, severity }) => ({ line, severity }))).toEqual([
      { line: 3, severity: 'warning' },
      { line: 3, severity: 'error' },
    ]);
  });

  it('points at a name of expectedKeys that the file has not, and asks whether another was meant', () => {
    const source = '{"expectedKeys": ["locked",\n "texts",\n "lokced", "zzz"], "locked": true}';
    const [texts, meant, zzz] = lint(source, new Date());
    expect(texts).toMatchObject({ line: 2, column: 2, severity: 'error', happens: null });
    expect(texts?.message).not.toContain('no such setting');
    expect(meant).toMatchObject({ line: 3, column: 2, allowed: expect.stringContaining('the keys ') });
    expect(meant?.message).toMatch(/ A policy has no such setting\. Did you mean “locked”\?$/);
    expect(zzz?.message).toMatch(/ A policy has no such setting\.$/);
  });

  it.each([
    ['lists', `${'['.repeat(50_000)}${']'.repeat(50_000)}`],
    ['objects', `${'{"rules":'.repeat(20_000)}1${'}'.repeat(20_000)}`],
    ['brackets that close nothing', '[}'.repeat(20_000)],
    ['lists in a comment’s shadow', `/* " */${'['.repeat(50_000)}`],
    ['lists behind a quote that is not closed', `"\n${'['.repeat(50_000)}`],
  ])('says that %s stand too deep', (_, source) => {
    const told = lint(source, new Date());
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({ severity: 'error', message: expect.stringContaining('200 levels') });
  });

  it('takes 200 levels, and brackets in a text', () => {
    const deep = `{"locked": true, "expectedKeys": ["locked"], "zz": ${'['.repeat(199)}${']'.repeat(199)}}`;
    expect(lint(deep, new Date())).toHaveLength(1);
    const text = JSON.stringify({ expectedKeys: ['policyVersion'], policyVersion: '[{"'.repeat(300) });
    expect(lint(text, new Date())).toEqual([]);
  });

  it('says how many more there are', async () => {
    const some = file('some.json', { expectedKeys: ['schemes'], schemes: Array(150).fill('zzz') });
    const first = await policy(['lint', some]);
    expect(remarks(first, some)).toHaveLength(100);
    expect(first.lines.at(-1)).toBe('And 50 more.');
    const many = file('many.json', { expectedKeys: ['schemes'], schemes: Array(300).fill('zzz') });
    expect((await policy(['lint', many])).lines.at(-1)).toBe('And at least 100 more.');
    expect((await policy(['explain', many])).lines.at(-1)).toBe('  And at least 100 more.');
  });
});

describe('what lint warns of', () => {
  const LABEL = { id: 'x', rank: 10, names: ['Label'] };
  const GUID = '0a0a0a0a-1111-4111-8111-000000000001';
  const warnings = (value: object): string[] => {
    const source = JSON.stringify({ expectedKeys: Object.keys(value), ...value });
    return lint(source, new Date('2026-11-22T12:00:00Z'))
      .filter(({ severity }) => severity === 'warning')
      .map(({ message }) => message);
  };

  it.each<[string, object, RegExp]>([
    ['a term of * alone', { titles: { forbiddenTerms: ['Zeepaard', '*'] } }, /“\*”/],
    ['a term of ? and *', { titles: { forbiddenTerms: ['?? *'] } }, /“\?\? \*”/],
    ['no scheme', { schemes: [] }, /^schemes is an empty list: no marking is read\./],
    ['no scheme, own labels', { schemes: [], labels: [LABEL] }, /no marking is read, but your own labels\./],
    ['no mail domain', { organisation: { mailDomains: [] } }, /^organisation\.mailDomains /],
    ['no GUID', { labels: [{ ...LABEL, purviewIds: ['guid-1'] }] }, /“guid-1” is no GUID/],
    ['half a brace', { labels: [{ ...LABEL, purviewIds: [`{${GUID}`] }] }, /is no GUID/],
    ['a label that nothing shows', { labels: [{ id: 'x', rank: 1 }] }, /neither names nor purviewIds/],
    ['the same, with lists', { labels: [{ id: 'x', rank: 1, names: [] }] }, /neither names nor purviewIds/],
    ['no name', { labels: [{ id: 'x', rank: 1, names: [], purviewIds: [GUID] }] }, /names is an empty list/],
    ['one letter', { labels: [{ id: 'x', rank: 1, names: ['C'] }] }, /“C” is one letter/],
    ['no host', { platforms: [{ platform: 'zoom', hosts: [] }] }, /counts for no meeting/],
    ['no server', { selfHosted: [{ platform: 'jitsi', hosts: [] }] }, /no server is known/],
    [
      'a server of others',
      { selfHosted: [{ platform: 'jitsi', hosts: ['meet.jit.si'] }] },
      /a host of Jitsi/,
    ],
    [
      'all servers of others',
      { selfHosted: [{ platform: 'webex', hosts: ['*.webex.com'] }] },
      /a host of Webex/,
    ],
    [
      'a tenant of theirs',
      { selfHosted: [{ platform: 'webex', hosts: ['x.webex.com'] }] },
      /a host of Webex/,
    ],
    [
      'far too many servers',
      { selfHosted: [{ platform: 'jitsi', hosts: ['*.us'] }] },
      /“\*\.us” is a host of /,
    ],
    [
      'an entry for all hosts beside one',
      {
        platforms: [
          { platform: 'zoom', hosts: ['x.zoom.us'], use: 'allowed' },
          { platform: 'zoom', use: 'forbidden' },
        ],
      },
      /^platforms\[1\] names no hosts/,
    ],
    [
      'an entry with a key too many',
      { platforms: [{ platform: 'zoom', host: ['x.zoom.us'] }] },
      /every host/,
    ],
    [
      'a rule with a key too many',
      { rules: [{ rule: 'no-passcode', form: 'tlp2/red', level: 'off' }] },
      /whatever the marking/,
    ],
    [
      'a scheme that is not read',
      { schemes: ['tlp2'], rules: [{ rule: 'no-passcode', from: 'nl-virbi/depv', level: 'block' }] },
      /^rules\[0\]\.from: schemes does not name nl-virbi/,
    ],
    [
      'the same for a ceiling',
      { schemes: ['tlp2'], platforms: [{ platform: 'zoom', ceiling: 'nl-virbi/depv' }] },
      /^platforms\[0\]\.ceiling: /,
    ],
    [
      'a scheme that nobody named',
      { otherPlatforms: { ceiling: 'corp/confidential' } },
      /does not name corp/,
    ],
    [
      'a rule that changes nothing',
      {
        rules: [
          { rule: 'no-passcode', level: 'justify' },
          { rule: 'no-passcode', from: 'tlp2/red', level: 'warn' },
        ],
      },
      /^rules\[1\] changes nothing/,
    ],
    ['a day that is past', { validUntil: '2026-11-21' }, /expired on 2026-11-21/],
    [
      'a tenant of Teams by name',
      { platforms: [{ platform: 'teams', tenants: ['example.org'] }] },
      /is no GUID/,
    ],
    [
      'links in locations',
      { rules: [{ rule: 'credentials-in-title', level: 'justify' }] },
      /into the location/,
    ],
    ['phones of Teams', { rules: [{ rule: 'open-dial-in', level: 'block' }] }, /phone line of every Teams/],
  ])('%s', (_, value, message) => {
    expect(warnings(value)).toEqual([expect.stringMatching(message)]);
  });

  it.each<[string, object]>([
    ['terms with letters', { titles: { forbiddenTerms: ['Zee*', '*paard', 'a?'] } }],
    ['GUIDs', { labels: [{ id: 'x', rank: 1, purviewIds: [GUID, `{${GUID.toUpperCase()}}`] }] }],
    ['another rank for a marking', { labels: [{ id: 'nl-virbi/depv', rank: 25 }] }],
    [
      'a server of your own',
      { selfHosted: [{ platform: 'jitsi', hosts: ['meet.example.gov', '*.example.org'] }] },
    ],
    ['a tenant by its GUID', { platforms: [{ platform: 'teams', tenants: [GUID, `{${GUID}}`] }] }],
    ['a site of Webex', { platforms: [{ platform: 'webex', tenants: ['examplestad'] }] }],
    [
      'a mild entry for all hosts, a strict one for some',
      { platforms: [{ platform: 'zoom' }, { platform: 'zoom', hosts: ['x.zoom.us'], use: 'forbidden' }] },
    ],
    [
      'entries for two hosts',
      { platforms: ['a', 'b'].map((one) => ({ platform: 'zoom', hosts: [`${one}.zoom.us`] })) },
    ],
    [
      'a scheme that is read',
      { schemes: ['nl-virbi'], rules: [{ rule: 'no-passcode', from: 'nl-virbi/depv', level: 'block' }] },
    ],
    [
      'a marking that Purview names',
      {
        schemes: [],
        labels: [{ id: 'nl-virbi/depv', rank: 20, purviewIds: [GUID] }],
        otherPlatforms: { ceiling: 'nl-virbi/depv' },
      },
    ],
    [
      'louder from a marking on',
      {
        rules: [
          { rule: 'open-dial-in', level: 'inform' },
          { rule: 'open-dial-in', from: 'tlp2/amber', level: 'warn' },
          { rule: 'open-dial-in', from: 'tlp2/red', level: 'block' },
        ],
      },
    ],
    ['a last day', { validUntil: '2026-11-22' }],
  ])('and not of %s', (_, value) => {
    expect(warnings(value).filter((message) => !message.startsWith('schemes is an empty list'))).toEqual([]);
  });

  it.each(readdirSync('docs/it/policies').filter((name) => name.endsWith('.json')))(
    'nothing of %s',
    (name) => {
      expect(lint(readFileSync(join('docs/it/policies', name), 'utf8'), new Date('2026-11-22'))).toEqual([]);
    },
  );
});

describe.concurrent('what cannot be done', { timeout: 60_000 }, () => {
  writeFileSync(join(folder, 'right.json'), '{"policyVersion": "1"}');
  writeFileSync(join(folder, 'deep.json'), '['.repeat(50_000));

  it.each([
    ['no command', []],
    ['no file', ['lint']],
    ['an unknown command', ['lnit', 'right.json']],
    ['a file that is not there', ['lint', 'no-such.json']],
    ['a folder', ['explain', '.']],
    ['two files', ['lint', 'right.json', 'right.json']],
    ['to lint what is too deep', ['lint', 'deep.json']],
    ['to explain what is too deep', ['explain', 'deep.json']],
    ['to export what is too deep', ['export', 'deep.json', '--to', 'linux']],
    ['an unknown option', ['lint', 'right.json', '--fix']],
    ['an export to nowhere', ['export', 'right.json']],
    ['an export to an unknown target', ['export', 'right.json', '--to', 'gpo']],
  ])('refuses %s: says why, prints nothing, exits 2', async (_, args) => {
    const { code, lines, stderr } = await policy(args);
    expect({ code, lines }).toEqual({ code: 2, lines: [] });
    expect(stderr).toMatch(/^in-camera: .+\nusage: npm run -s policy -- lint FILE\n/);
    expect(stderr).not.toContain('    at ');
    expect(existsSync(join(folder, 'in-camera-policy'))).toBe(false);
  });
});

const EXAMPLES = 'docs/it/policies';
const JSONS = readdirSync(EXAMPLES).filter((name) => name.endsWith('.json'));
const NO_WORDS = /\b(?:undefined|null|NaN)\b|\[object|Invalid Date|\$\d| {2,}\.|seen as \.| {2}$/;

describe.concurrent('explain', { timeout: 60_000 }, () => {
  it('there are examples', () => {
    expect(JSONS.length).toBeGreaterThanOrEqual(6);
  });

  it.each(JSONS)('tells in sentences what %s does, and exits 0', async (name) => {
    const path = resolve(EXAMPLES, name);
    const { policy: applied } = policyFromText(readFileSync(path, 'utf8'), 'file');
    const { code, lines, stderr } = await policy(['explain', path]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const line of lines) {
      expect(line).not.toMatch(NO_WORDS);
      // A heading, a sentence, or the blank line before a heading.
      expect(line).toMatch(/^$|^[A-Z][^.]*:$|[.?!]$|: .+$/);
    }
    const said = lines.join('\n');
    expect(lines[0]).toContain(`Policy ${applied.policyVersion} of ${applied.organisation?.name}.`);
    expect(said).toContain(applied.locked === true ? 'and not loosen it.' : 'because it is not locked.');
    expect(said.includes('Nothing is held:')).toBe(applied.reportOnly === true);
    for (const domain of applied.organisation?.mailDomains ?? []) expect(lines[1]).toContain(domain);

    // What is in force of label-missing stands in three places, see below.
    for (const { id, level, below } of RULES.filter((rule) => rule.id !== 'label-missing')) {
      const about = lines.filter(
        (line) => line.startsWith(`  ${id} `) && /\((?:this policy|built in)\)\.$/.test(line),
      );
      const entries = (applied.rules ?? []).filter(({ rule }) => rule === id);
      const isBase = entries.some(({ from }) => from === undefined);
      expect(about, id).toHaveLength(entries.length + (isBase ? 0 : 1));
      expect(
        about.filter((line) => line.endsWith('(this policy).')),
        id,
      ).toHaveLength(entries.length);
      if (!isBase && level === 'warn') expect(about[0]).toContain('is shown as a warning');
      if (!isBase && below !== undefined) expect(about[0]).toContain(`; below rank ${below.rank} it `);
    }
    for (const id of applied.schemes ?? [])
      expect(lines.filter((line) => line.includes(`(${id}), with its ranks: `))).toHaveLength(1);
    for (const { id, rank } of applied.labels ?? [])
      expect(said).toMatch(new RegExp(`${id}: rank ${rank}[,.]`));
    for (const { alternative } of [...(applied.platforms ?? []), applied.otherPlatforms ?? {}])
      if (alternative !== undefined) expect(said).toContain(`Instead: ${alternative}`);
    const forbidden = (applied.platforms ?? []).filter(({ use }) => use === 'forbidden').length;
    const others = applied.otherPlatforms?.use === 'forbidden' ? 1 : 0;
    expect(lines.filter((line) => line.includes(' may not be used.'))).toHaveLength(forbidden + others);
    for (const { hosts } of applied.selfHosted ?? []) for (const host of hosts) expect(said).toContain(host);
    for (const term of (applied.titles?.forbiddenTerms ?? []).slice(0, 20)) expect(said).toContain(term);
    for (const { id, text } of applied.incidents ?? []) {
      expect(said).toContain(`  ${id}: `);
      expect(said).toContain(text);
    }
    for (const id of applied.disabledIncidents ?? []) expect(said).toContain(`  ${id} is left out.`);
    for (const { rule, reason } of applied.exceptions ?? []) {
      expect(said).toContain(`  ${rule} is silent`);
      if (reason !== undefined) expect(said).toContain(reason.replace(/\.$/, ''));
    }
    for (const { rule, language, text } of applied.texts ?? [])
      expect(said).toContain(`  ${rule} (${language}): ${text}`);
  });

  it('names the faults below, and exits 1', async () => {
    const { code, lines } = await policy(['explain', file('faulty.json', FAULTY)]);
    expect(code).toBe(1);
    expect(lines.at(-1)).toBe(
      '  rules[0].rule: There is no rule called “no-pascode”. Not applied: rules[0].',
    );
    expect(lines.join('\n')).toContain('  no-passcode is shown as a warning (built in).');
  });

  it('explains the defaults where the file is no JSON, and exits 1', async () => {
    const { code, lines } = await policy(['explain', file('broken.json', '{"rules": [')]);
    expect(code).toBe(1);
    expect(lines.at(-1)).toMatch(/^ {2}This is not valid JSON: .* Not applied: the whole policy\.$/);
    for (const { id } of RULES)
      expect(
        lines.filter((line) => line.startsWith(`  ${id} `)),
        id,
      ).toHaveLength(1);
  });
});

describe.concurrent('export', { timeout: 60_000 }, () => {
  const sample = resolve(EXAMPLES, 'nl-rijksoverheid.json');
  const value: unknown = JSON.parse(readFileSync(sample, 'utf8'));
  const filesOf = (target: (typeof POLICY_EXPORTS)[number]) => target.files(isRecord(value) ? value : {});

  it.each(POLICY_EXPORTS)('to $id writes its files into the folder that is asked for', async (target) => {
    const out = join(folder, 'out', target.id);
    const { code, lines, stderr } = await policy(['export', sample, '--to', target.id, '--out', out]);
    expect(code).toBe(0);
    expect(stderr).toBe(`${target.title}: ${target.for}\n`);
    const files = filesOf(target);
    expect(files.length).toBeGreaterThan(0);
    expect(lines).toEqual(files.map(({ name }) => join(out, name)));
    for (const one of files)
      expect(readFileSync(join(out, one.name)), one.name).toEqual(Buffer.from(bytesOf(one)));
  });

  it.each(POLICY_EXPORTS)(
    'to $id without a folder: one file to standard output, several to ./in-camera-policy',
    async (target) => {
      const cwd = mkdtempSync(join(folder, 'cwd-'));
      const { code, stdout, lines } = await policy(['export', sample, '--to', target.id], cwd);
      expect(code).toBe(0);
      const files = filesOf(target);
      const [only] = files;
      if (files.length === 1 && only !== undefined) {
        expect(stdout).toEqual(Buffer.from(bytesOf(only)));
        expect(readdirSync(cwd)).toEqual([]);
      } else {
        expect(lines).toEqual(files.map(({ name }) => join('in-camera-policy', name)));
        for (const line of lines) expect(existsSync(join(cwd, line)), line).toBe(true);
      }
    },
  );

  it('a policy with faults is written all the same: they are named, and it exits 1', async () => {
    const path = file('faulty.json', FAULTY);
    const out = join(folder, 'out-faulty');
    const { code, lines, stderr } = await policy(['export', path, '--to', 'linux', '--out', out]);
    expect(code).toBe(1);
    expect(stderr).toContain(
      `in-camera: ${path}: rules[0].rule: There is no rule called “no-pascode”. Not applied: rules[0].\n`,
    );
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(existsSync(line), line).toBe(true);
    expect(lines.some((line) => readFileSync(line, 'utf8').includes('no-pascode'))).toBe(true);
  });

  it('takes a file with a byte order mark', async () => {
    const path = file(
      'bom.json',
      `\ufeff${JSON.stringify({ policyVersion: 'bom-1', expectedKeys: ['policyVersion'] })}`,
    );
    const { code, stdout } = await policy(['export', path, '--to', 'firefox']);
    expect(code).toBe(0);
    expect(stdout.toString('utf8')).toContain('bom-1');
    expect(stdout.toString('utf8')).not.toContain('\ufeff');
  });

  it.each([
    ['no JSON', '{"rules": ['],
    ['empty', ''],
    ['a list', '[]'],
    ['a number', '5'],
  ])('a file that is %s is not written: it exits 2', async (_, content) => {
    const out = join(folder, 'out-nothing');
    const { code, lines, stderr } = await policy([
      'export',
      file('none.json', content),
      '--to',
      'linux',
      '--out',
      out,
    ]);
    expect({ code, lines }).toEqual({ code: 2, lines: [] });
    // lint's own line is in it, with line and column.
    expect(stderr).toMatch(/^in-camera: .*none\.json: .*none\.json:1:\d+: error: [A-Z].+\.\n/);
    expect(existsSync(out)).toBe(false);
  });
});

describe.concurrent('explain, of a policy with gaps', { timeout: 60_000 }, () => {
  const said = async (value: object): Promise<string> =>
    (await policy(['explain', file('edge.json', value)])).lines.join('\n');

  // An empty list is no list: there are no names to see, no accounts of one's own, nobody is outside.
  it.each([
    ['names', { labels: [{ id: 'intern', rank: 10, names: [], purviewIds: [] }] }, /seen as|by 0/],
    ['mail domains', { organisation: { mailDomains: [] } }, /address at|all others are from outside/],
    ['tenants', { platforms: [{ platform: 'zoom', tenants: [] }] }, /Ours: ;|any other account/],
    ['hosts', { platforms: [{ platform: 'zoom', hosts: [], use: 'forbidden' }] }, / on {2}|Zoom may not/],
    ['servers', { selfHosted: [{ platform: 'jitsi', hosts: [] }] }, / {2,}runs?|^ runs/m],
    ['services', { platforms: [] }, /Every other/],
    ['terms', { titles: { forbiddenTerms: [] } }, /Titles:|title: \./],
    ['schemes', { schemes: [], labels: [] }, /Markings:\n\n/],
  ])('an empty list of %s', async (_, value, wrong) => {
    expect(await said(value)).not.toMatch(wrong);
  });

  // The rule is silent unless `rules`, unlabelled.level or titles.markings asks for a marking (src/rules/label-missing.ts).
  it.each<[object, string]>([
    [{ policyVersion: '1' }, 'is not said (built in).'],
    [{ unlabelled: { rank: 10 } }, 'is not said (built in).'],
    [{ unlabelled: { level: 'inform' } }, 'is said quietly (this policy).'],
    [
      { titles: { markings: 'require' } },
      'is shown as a warning where the title has no marking (this policy).',
    ],
    [{ rules: [{ rule: 'label-missing', level: 'warn' }] }, 'is shown as a warning (this policy).'],
    [
      { rules: [{ rule: 'label-missing', level: 'inform' }], unlabelled: { level: 'block' } },
      'is held for good (this policy).',
    ],
    [
      { titles: { markings: 'require' }, unlabelled: { level: 'justify' } },
      'is shown as a warning where the title has no marking; where no marking stands anywhere it is held until a reason is given (this policy).',
    ],
  ])('label-missing with %j', async (value, words) => {
    const lines = (await said(value)).split('\n').filter((line) => line.startsWith('  label-missing '));
    expect(lines).toEqual([`  label-missing ${words}`]);
  });

  it('exceptions and policies that have ended', async () => {
    const text = await said({
      organisation: { name: 'Example Inc.' },
      validUntil: '2025-02-01',
      exceptions: [
        { rule: 'no-passcode', until: '2025-01-01', reason: 'checked.' },
        { rule: 'no-passcode', until: '2025-01-01T10:30:00Z' },
        { rule: 'reused-room', host: 'x.zoom.us', until: '2099-01-01', reason: 'checked.' },
      ],
    });
    expect(text).toContain('of Example Inc. It was valid up to and with 1 February 2025; it stays in force');
    expect(text).toContain('the exception ended on 1 January 2025.');
    expect(text).toContain('the exception ended on 1 January 2025 at 10:30 UTC.');
    expect(text).toContain(
      '  reused-room is silent for x.zoom.us up to and with 1 January 2099: checked.\n'.trimEnd(),
    );
    expect(text).not.toContain('..');
    expect(text).not.toContain('no-passcode is silent');
  });

  it('a lock that nobody can read', async () => {
    const text = await said({ locked: 'yes' });
    expect(text).toContain('not loosen it: a lock that nobody can read locks.');
    expect(text).not.toContain('Not applied: locked.');
  });

  it('counts one and two', async () => {
    const labels = [1, 2].map((count) => ({
      id: `l${count}`,
      rank: 1,
      purviewIds: Array(count).fill('guid'),
    }));
    const text = await said({ labels, titles: { forbiddenTerms: ['Zeepaard'] } });
    expect(text).toContain('l1: rank 1, known by 1 Purview id.');
    expect(text).toContain('l2: rank 1, known by 2 Purview ids.');
    expect(text).toContain('  1 term may not stand in a title: Zeepaard.');
  });
});
