import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { isRecord } from '../../src/record.ts';
import { describeIn } from './describe-in.ts';
import { startChromium } from './drivers/chromium.ts';
import { startFirefox } from './drivers/firefox.ts';
import { chromiumPolicy, firefoxPolicy, type ManagedPolicy } from './drivers/policy.ts';
import { until } from './until.ts';

/**
 * Real policy files in real browsers: what docs/it/policies holds arrives whole, faults and dropped keys are said, and a broken file keeps
 * the last good policy. That open pages follow a change is shown in test/webmail/roundcube.test.ts.
 */

const FOLDER = 'docs/it/policies';
const EXAMPLES = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.json'))
  .map((name) => ({ name, policy: policyIn(join(FOLDER, name)) }));

function policyIn(file: string): Record<string, unknown> {
  const policy: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (!isRecord(policy)) throw new Error(`${file} holds no policy`);
  return policy;
}

interface Stored {
  note: Record<string, unknown>;
  /** The policy as the browser delivered it and we saved it. */
  saved: Record<string, unknown>;
}

interface Driver {
  worker(expression: string): Promise<unknown>;
}

async function stored(driver: Driver): Promise<Stored> {
  const all = await driver.worker('chrome.storage.local.get()');
  const note = isRecord(all) ? all['policy-note'] : null;
  const saved = isRecord(all) ? all['last-good-policy'] : null;
  return { note: isRecord(note) ? note : {}, saved: isRecord(saved) ? saved : {} };
}

/** Until a note says what is expected: Chromium's managed storage answers seconds after the start. */
async function noted(driver: Driver, is: (note: Stored['note']) => boolean): Promise<Stored> {
  let last = await stored(driver);
  await until(
    'the note of the policy',
    async () => {
      last = await stored(driver);
      return is(last.note);
    },
    60_000,
  );
  return last;
}

const isVersion =
  (version: unknown) =>
  (note: Stored['note']): boolean =>
    note.version === version;
const problemsOf = (note: Stored['note']): string[] =>
  (Array.isArray(note.faults) ? note.faults : []).map((fault: unknown) =>
    isRecord(fault) ? `${String(fault.path)} ${String(fault.problem)} ${String(fault.lost)}` : '',
  );

describeIn('Chromium', 'policies in Chromium', () => {
  let policy: ManagedPolicy;
  let driver: Awaited<ReturnType<typeof startChromium>>;

  beforeAll(async () => {
    policy = chromiumPolicy();
    driver = await startChromium({ dist: resolve('dist/chromium') });
  });
  afterAll(async () => {
    await driver?.close();
    policy?.restore();
  });

  it.each(EXAMPLES)('takes the whole of $name', async ({ policy: example }) => {
    policy.write(example);
    const { note, saved } = await noted(driver, isVersion(example.policyVersion));
    expect(note).toMatchObject({ source: 'managed', faults: [], notApplied: [] });
    expect(saved).toEqual(example);
  });

  it('drops a key without a word, and we say so; its last good value stays', async () => {
    policy.write({
      policyVersion: 'a',
      expectedKeys: ['rules'],
      rules: [{ rule: 'no-passcode', level: 'block' }],
    });
    await noted(driver, isVersion('a'));
    policy.write({ policyVersion: 'b', expectedKeys: ['rules'], rules: [{ rule: 'no-passcode', level: 5 }] });
    const { note, saved } = await noted(driver, isVersion('b'));
    expect(problemsOf(note)).toEqual(['rules dropped-by-browser null']);
    expect(saved.rules).toEqual([{ rule: 'no-passcode', level: 'block' }]);
  });

  it('hands over what only we can judge, and we name it', async () => {
    policy.write({
      policyVersion: 'c',
      rules: [
        { rule: 'no-pascode', level: 'off' },
        { rule: 'no-passcode', level: 'warn' },
      ],
      exceptions: [{ rule: 'no-passcode', until: '2026-02-30' }],
    });
    const { note } = await noted(driver, isVersion('c'));
    // Chromium puts the keys in order.
    expect(problemsOf(note)).toEqual([
      'exceptions[0].until wrong-value exceptions[0]',
      'rules[0].rule unknown-rule rules[0]',
    ]);
  });

  it('keeps the last good policy when the file is broken', async () => {
    policy.write({ policyVersion: 'd', titles: { markings: 'warn' } });
    await noted(driver, isVersion('d'));
    policy.writeText('{"3rdparty": {"extensions": ');
    const { note, saved } = await noted(driver, (one) => problemsOf(one).length > 0);
    expect(note).toMatchObject({ source: 'managed', version: 'd' });
    expect(problemsOf(note)).toEqual([' empty null']);
    expect(saved).toEqual({ policyVersion: 'd', titles: { markings: 'warn' } });
  });
});

describeIn('Firefox', 'policies in Firefox, at each start', () => {
  const home = mkdtempSync(join(tmpdir(), 'in-camera-home-'));
  const policy = firefoxPolicy(home);
  afterAll(() => {
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  });

  async function atStart(is: (note: Stored['note']) => boolean): Promise<Stored> {
    const driver = await startFirefox({ dist: resolve('dist/firefox'), home });
    try {
      return await noted(driver, is);
    } finally {
      await driver.close();
    }
  }

  it('takes the whole of an example, and the next one after a restart', async () => {
    for (const { policy: example } of EXAMPLES.slice(0, 2)) {
      policy.write(example);
      const { note, saved } = await atStart(isVersion(example.policyVersion));
      expect(note).toMatchObject({ source: 'managed', faults: [], notApplied: [] });
      expect(saved).toEqual(example);
    }
  });

  it('names a value of the wrong kind, which Firefox hands over', async () => {
    const rules = [
      { rule: 'no-passcode', level: 5 },
      { rule: 'open-dial-in', level: 'block' },
    ];
    policy.write({ policyVersion: 'e', rules, reportOnly: 'yes' });
    const { note } = await atStart(isVersion('e'));
    expect(problemsOf(note)).toEqual([
      'rules[0].level wrong-type rules[0]',
      'reportOnly wrong-type reportOnly',
    ]);
  });

  it('keeps the last good policy when the file is broken', async () => {
    policy.write({ policyVersion: 'f', titles: { markings: 'warn' } });
    await atStart(isVersion('f'));
    policy.writeText('{"name": ');
    const { note, saved } = await atStart((one) => problemsOf(one).length > 0);
    expect(note).toMatchObject({ source: 'managed', version: 'f' });
    expect(problemsOf(note)).toEqual([' empty null']);
    expect(saved).toEqual({ policyVersion: 'f', titles: { markings: 'warn' } });
  });
});
