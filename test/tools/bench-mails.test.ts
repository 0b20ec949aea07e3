import { describe, expect, it } from 'vitest';
import { readFile } from '../../src/invitation/reading.ts';
import { DEFAULT_POLICY } from '../../src/policy/defaults.ts';
import { review } from '../../src/review.ts';
import { benchMails } from '../../tools/bench-mails.ts';

const NOW = new Date('2026-11-02T09:00:00Z');

describe('the mails of the bench', () => {
  const mails = benchMails();

  it('are ten ordinary ones, six good invitations, four with faults, and the last is at fault', () => {
    const count = (kind: string): number => mails.filter((mail) => mail.kind === kind).length;
    expect([count('ordinary'), count('good'), count('fault')]).toEqual([10, 6, 4]);
    expect(new Set(mails.map(({ subject }) => subject)).size).toBe(20);
    expect(mails.at(-1)?.kind).toBe('fault');
  });

  it.each(mails)('$name is $kind', async ({ name, raw, kind }) => {
    const reading = await readFile(`${name}.eml`, Buffer.from(raw), 'mail-read');
    if ('failure' in reading) throw new Error(reading.failure);
    const { meetings, findings, suspicious } = review(reading.invitation, DEFAULT_POLICY, NOW);
    expect(findings.length > 0).toBe(kind === 'fault');
    expect(meetings.length + suspicious.length > 0).toBe(kind !== 'ordinary');
  });
});
