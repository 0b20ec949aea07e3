import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundled } from './bundled.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'in-camera-check-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A file for the check; returns its path. */
function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

interface Run {
  code: number | null;
  lines: unknown[];
  stderr: string;
}

const AS_NPM_STARTS_IT = ['--import', 'tsx', 'tools/check.ts'];
let bundle: string;
beforeAll(async () => {
  bundle = await bundled('check', folder);
});

function check(args: readonly string[], input = '', program: readonly string[] = [bundle]): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...program, ...args], { cwd: root });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      stdout += chunk;
    });
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      stderr += chunk;
    });
    child.on('error', reject);
    child.on('close', (code) => {
      const lines = stdout.split('\n').slice(0, -1);
      resolve({ code, lines: lines.map((line): unknown => JSON.parse(line)), stderr });
    });
    child.stdin.end(input);
  });
}

const NOW = ['--now', '2026-11-21T09:00:00Z'];
const calm = file('calm.txt', 'See you tomorrow at the office.');
const wrong = file('wrong.txt', 'Subject: Overleg\n\nhttps://example.webex.com/meet/jan');
const event = file('event.ics', 'BEGIN:VEVENT\nSUMMARY:x\nLOCATION:y\nEND:VEVENT');

// Each starts a process; together they wait for each other's.
describe.concurrent('the check', { timeout: 60_000 }, () => {
  it('does the same as npm starts it', async () => {
    const args = [...NOW, wrong, event, 'no-such.eml'];
    expect(await check(args, '', AS_NPM_STARTS_IT)).toEqual(await check(args));
  });

  it('prints the object of the contract, its keys in order, and exits 1', async () => {
    const { code, lines, stderr } = await check([...NOW, wrong]);
    expect([code, stderr]).toEqual([1, '']);
    expect(lines).toEqual([
      {
        file: wrong,
        meetings: [
          {
            platform: 'webex',
            url: 'https://example.webex.com/meet/jan',
            host: 'example.webex.com',
            tenant: 'example',
            id: expect.anything(),
            room: 'personal',
            passcode: { state: expect.any(String) },
            dialIn: { state: expect.any(String) },
            wrappedBy: [],
          },
        ],
        suspicious: [],
        marking: null,
        findings: expect.arrayContaining([
          { rule: 'personal-room', level: 'warn', meeting: 0, message: expect.stringMatching(/^[A-Z].*\.$/) },
        ]),
        unknown: expect.arrayContaining(['lobby', 'e2ee']),
        policy: { source: 'default', version: null, errors: [] },
      },
    ]);
    const order = JSON.stringify(lines[0]).match(
      /"(?:file|meetings|platform|url|host|tenant|id|room|passcode|dialIn|wrappedBy|suspicious|marking|findings|unknown|policy)":/g,
    );
    expect(order?.join('')).toBe(
      '"file":"meetings":"platform":"url":"host":"tenant":"id":"room":"passcode":"dialIn":"wrappedBy":"suspicious":"marking":"findings":"unknown":"policy":',
    );
  });

  it('exits 0 when nothing is at warn or above', async () => {
    const { code, lines, stderr } = await check([...NOW, calm]);
    expect([code, lines.length, stderr]).toEqual([0, 1, '']);
  });

  it('reads standard input as text', async () => {
    const { code, lines } = await check([...NOW, '-'], 'Subject: x\nhttps://example.webex.com/meet/jan');
    expect(code).toBe(1);
    expect(lines).toEqual([expect.objectContaining({ file: '-' })]);
  });

  it('exits 2 if a file cannot be checked, and checks the others', async () => {
    const { code, lines, stderr } = await check([
      ...NOW,
      'no-such.eml',
      wrong,
      file('broken.ics', 'x'),
      file('empty.txt', ''),
      event,
    ]);
    expect(code).toBe(2);
    expect(lines).toEqual([
      expect.objectContaining({ file: wrong }),
      expect.objectContaining({ file: event }),
    ]);
    expect(stderr.split('\n')).toEqual([
      'in-camera: no-such.eml: there is no such file',
      `in-camera: ${join(folder, 'broken.ics')}: it is not iCalendar: nothing in it begins with BEGIN:`,
      `in-camera: ${join(folder, 'empty.txt')}: the file is empty`,
      '',
    ]);
  });

  it.each([
    ['no file', []],
    ['an unknown option', ['--polcy', 'x', calm]],
    ['a time that is none', ['--now', 'tomorrow', calm]],
    ['a day that is none', ['--now', '2026-02-30', calm]],
    ['no time', [calm, '--now']],
    ['an unknown surface', ['--surface', 'mail', calm]],
    ['a policy that is not there', ['--policy', 'no-such.json', calm]],
  ])('refuses %s', async (_, args) => {
    const { code, lines, stderr } = await check(args);
    expect([code, lines]).toEqual([2, []]);
    expect(stderr).toMatch(/^in-camera: .+\nusage: npm run -s check/);
  });

  it.each(['2026-11-21', '2026-11-21T09:00', '2026-11-21T09:00:00.123456Z', '2026-11-21T09:00:00+01:00'])(
    'takes %s for a time',
    async (now) => {
      expect((await check(['--now', now, calm])).code).toBe(0);
    },
  );

  it('applies a policy', async () => {
    const policy = file(
      'policy.json',
      '\ufeff{"policyVersion":"7","rules":[{"rule":"no-passcode","level":"off"},{"rule":"personal-room","level":"off"}]}',
    );
    const { code, lines, stderr } = await check([...NOW, '--policy', policy, wrong]);
    expect([code, stderr]).toEqual([0, '']);
    expect(lines).toEqual([
      expect.objectContaining({ policy: { source: 'file', version: '7', errors: [] } }),
    ]);
  });

  it('names what is wrong with a policy, and applies the rest', async () => {
    const policy = file('faulty.json', '{"rules":[{"rule":"no-pascode","level":"warn"}]}');
    const { code, lines, stderr } = await check([...NOW, '--policy', policy, wrong, calm]);
    const errors = ['rules[0].rule: There is no rule called “no-pascode”. Not applied: rules[0].'];
    expect(code).toBe(1);
    expect(lines).toHaveLength(2);
    for (const line of lines) expect(line).toMatchObject({ policy: { source: 'file', errors } });
    expect(stderr).toBe(`in-camera: ${policy}: ${errors[0]}\n`);
  });

  it('goes on with the defaults if the policy is no JSON', async () => {
    const policy = file('broken.json', '{');
    const { code, lines, stderr } = await check([...NOW, '--policy', policy, wrong]);
    expect(code).toBe(1);
    expect(lines).toEqual([
      expect.objectContaining({
        policy: {
          source: 'file',
          version: null,
          errors: [expect.stringMatching(/^This is not valid JSON: .* Not applied: the whole policy\.$/)],
        },
      }),
    ]);
    expect(stderr).toMatch(/^in-camera: .*broken\.json: This is not valid JSON: .*\n$/);
  });

  it('checks every invitation of a folder, and sums up what would happen', async () => {
    const inside = mkdtempSync(join(folder, 'saved-'));
    mkdirSync(join(inside, 'deeper'));
    writeFileSync(join(inside, 'a.txt'), 'https://zoom.us/j/84512345678');
    writeFileSync(join(inside, 'deeper', 'b.txt'), 'Dep. VERTROUWELIJK\nhttps://zoom.us/j/84512345679');
    writeFileSync(join(inside, 'c.txt'), 'No meeting here.');
    writeFileSync(join(inside, 'd.txt'), '');
    writeFileSync(join(inside, 'readme.pdf'), 'x');
    const rules = [
      { rule: 'no-passcode', level: 'warn' },
      { rule: 'no-passcode', from: 'nl-virbi/depv', level: 'block' },
      { rule: 'enumerable-id', level: 'justify' },
    ];
    const policy = file('sum.json', JSON.stringify({ policyVersion: '1', rules }));
    const { code, lines, stderr } = await check([...NOW, '--policy', policy, inside]);
    expect(code).toBe(2);
    expect(lines.slice(0, -1)).toEqual(
      ['a.txt', 'c.txt', join('deeper', 'b.txt')].map((name) =>
        expect.objectContaining({ file: join(inside, name) }),
      ),
    );
    const none = { informed: 0, warned: 0, held: 0, blocked: 0, heldWithoutReportOnly: 0 };
    expect(lines.at(-1)).toEqual({
      summary: {
        files: 3,
        couldNotCheck: 1,
        withMeeting: 2,
        nothingSaid: 1,
        all: { ...none, held: 1, blocked: 1 },
        rules: {
          'no-passcode': { ...none, warned: 1, blocked: 1 },
          'enumerable-id': { ...none, held: 2 },
        },
      },
    });
    expect(stderr).toContain(
      '3 invitations checked, 2 with a meeting; nothing to say of 1; could not check 1.',
    );
    expect(stderr).toMatch(/^no-passcode +0 +1 +0 +1$/m);

    const quiet = file('report.json', JSON.stringify({ policyVersion: '1', rules, reportOnly: true }));
    const spared = await check([...NOW, '--policy', quiet, join(inside, 'deeper')]);
    expect(spared.lines[0]).toMatchObject({ findings: [{ level: 'warn' }, { level: 'warn' }] });
    expect(spared.lines.at(-1)).toMatchObject({
      summary: { all: { ...none, warned: 1, heldWithoutReportOnly: 1 } },
    });
    expect(spared.stderr).toContain('held without reportOnly');
  });

  it('says so when a folder holds no invitation', async () => {
    const empty = mkdtempSync(join(folder, 'empty-'));
    const { code, lines, stderr } = await check([...NOW, empty]);
    expect([code, lines.length]).toEqual([2, 1]);
    expect(stderr).toContain('there is no .eml, .ics, .html or .txt file in it');
  });

  it('does not cut a long report short', async () => {
    const links = Array.from(
      { length: 100 },
      (_, n) => `https://example.webex.com/meet/jan${n}?${'x'.repeat(9_000)}`,
    );
    const { lines } = await check([
      ...NOW,
      ...Array.from({ length: 3 }, () => file('long.txt', links.join('\n'))),
    ]);
    expect(lines).toHaveLength(3);
    expect(JSON.stringify(lines[2]).length).toBeGreaterThan(500_000);
  });
});
