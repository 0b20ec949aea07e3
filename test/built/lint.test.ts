import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, it } from 'vitest';
import * as z from 'zod';
import { packageOf } from '../../tools/package.ts';
import { LINT_REMARKS } from './lint-remarks.ts';

/** The linter of `web-ext lint` and of addons.mozilla.org, on the package as it is handed in. */
const message = z.object({ code: z.string(), message: z.string(), file: z.string().optional() });
const result = z.object({
  errors: z.array(message),
  warnings: z.array(message),
  notices: z.array(message),
  metadata: z.object({ version: z.string(), id: z.string() }),
});

const folder = mkdtempSync(join(tmpdir(), 'in-camera-lint-'));
afterAll(() => rmSync(folder, { recursive: true }));

it("passes Mozilla's linter, but for what is explained", { timeout: 180_000 }, async () => {
  const { name, bytes } = packageOf('firefox');
  const archive = join(folder, name);
  writeFileSync(archive, bytes);
  const { errors, warnings, notices, metadata } = result.parse(JSON.parse(await lint(archive)));
  expect(metadata.id).toBe('in-camera@in-camera.example');
  expect(errors).toEqual([]);
  const remarks = [...warnings, ...notices];
  const isAbout = (
    { code, file = '' }: (typeof remarks)[number],
    one: (typeof LINT_REMARKS)[number],
  ): boolean => code === one.code && one.file.test(file);
  expect(remarks.filter((remark) => !LINT_REMARKS.some((one) => isAbout(remark, one)))).toEqual([]);
  for (const one of LINT_REMARKS)
    expect(
      remarks.filter((remark) => isAbout(remark, one)),
      one.code,
    ).toHaveLength(1);
});

it('makes no markup of text', () => {
  const sources = readdirSync('extension', { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.tsx?$/.test(file),
  );
  expect(sources.length).toBeGreaterThan(50);
  for (const file of sources) {
    const code = readFileSync(join('extension', file), 'utf8');
    const found =
      /dangerouslySetInnerHTML|\b(?:inner|outer)HTML\s*=|insertAdjacentHTML|setHTMLUnsafe|document\.write/.exec(
        code,
      );
    expect(found, file).toBeNull();
  }
});

/** What it says, as JSON. Its exit code is 1 when there are errors. */
async function lint(archive: string): Promise<string> {
  const program = 'node_modules/addons-linter/bin/addons-linter';
  return promisify(execFile)(process.execPath, [program, archive, '--output', 'json'], {
    maxBuffer: 16 * 1024 * 1024,
  }).then(
    ({ stdout }) => stdout,
    ({ stdout, stderr }: { stdout: string; stderr: string }) => {
      if (stdout === '') throw new Error(stderr);
      return stdout;
    },
  );
}
