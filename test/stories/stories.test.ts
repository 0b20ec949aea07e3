import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { textOfBytes } from '../../src/invitation/bytes.ts';
import { readFile } from '../../src/invitation/reading.ts';
import { LEVELS, type Review, SURFACES } from '../../src/model.ts';
import { policyFromText } from '../../src/policy/parse.ts';
import { review } from '../../src/review.ts';
import { RULE_IDS } from '../../src/rules/ids.ts';
import { whatIsWrong } from '../../tools/messages.ts';

/**
 * The stories: what happened to ministries, each as a policy and invitations, with what people are told. A folder each, named by its
 * sentence; it holds story.md, policy.json, answer.json and the invitations. What is tested is what `npm run check` does.
 */

const FOLDER = new URL('./', import.meta.url);
const PARTS = ['story.md', 'policy.json', 'answer.json'];
/** Where an answer names no time. */
const NOW = '2026-11-02T09:00:00Z';

/** "no-passcode warn". */
const told = z
  .string()
  .refine((text) =>
    RULE_IDS.some((rule) => LEVELS.some((level) => level !== 'off' && text === `${rule} ${level}`)),
  );
const answerSchema = z.strictObject({
  file: z.string(),
  why: z.string(),
  /** Default: as for the check, event-read for .ics and mail-read for all else. */
  surface: z.enum(SURFACES).optional(),
  now: z.iso.datetime().optional(),
  /** "nl-virbi/depv in title". */
  marking: z.string().nullable(),
  /** Everything that is said, in any order. */
  findings: z.array(told),
  unknown: z.array(z.string()),
  /** A piece of what the story's rule says. */
  says: z.string().optional(),
});
const storySchema = z.strictObject({
  /** The rule that the story is about. */
  rule: z.string(),
  answers: z.array(answerSchema),
});
type Answer = z.infer<typeof answerSchema>;

const contents = (path: string): Buffer => readFileSync(new URL(path, FOLDER));
const filesOf = (story: string): string[] => readdirSync(new URL(`${story}/`, FOLDER));
const invitationsOf = (story: string): string[] => filesOf(story).filter((name) => !PARTS.includes(name));
const policyOf = (story: string) => policyFromText(textOfBytes(contents(`${story}/policy.json`)), 'file');

async function reviewed(story: string, { file, surface, now = NOW }: Answer): Promise<Review> {
  const usual = file.endsWith('.ics') ? 'event-read' : 'mail-read';
  const reading = await readFile(file, contents(`${story}/${file}`), surface ?? usual);
  if ('failure' in reading) throw new Error(`${file}: ${reading.failure}`);
  return review(reading.invitation, policyOf(story), new Date(now));
}

const STORIES = readdirSync(FOLDER, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);
const isWhole = (story: string): boolean =>
  PARTS.every((name) => filesOf(story).includes(name)) && invitationsOf(story).length > 0;

it('every folder has its story, policy, answer and an invitation', () => {
  const lacking = STORIES.flatMap((story) => {
    const names = filesOf(story);
    const missing = PARTS.filter((name) => !names.includes(name));
    if (invitationsOf(story).length === 0) missing.push('an invitation');
    return missing.map((name) => `${story}: ${name}`);
  });
  expect(lacking).toEqual([]);
});

describe.each(STORIES.filter(isWhole))('%s', (story) => {
  const { rule, answers } = storySchema.parse(JSON.parse(textOfBytes(contents(`${story}/answer.json`))));

  it('cites a public source', () => {
    expect(textOfBytes(contents(`${story}/story.md`))).toMatch(/^# .+\n\n> [\s\S]*https:\/\//);
  });

  it('has a policy without a fault', () => {
    const { faults, notApplied } = policyOf(story).note;
    expect({ faults, notApplied }).toEqual({ faults: [], notApplied: [] });
  });

  it('answers for each invitation, and for nothing else', () => {
    expect([...new Set(answers.map(({ file }) => file))].sort()).toEqual(invitationsOf(story).sort());
    expect(new Set(answers.map(({ why }) => why)).size).toBe(answers.length);
  });

  it('has an invitation of which its rule speaks, and one that is silent or milder', () => {
    const spoken = answers.map(({ findings }) => findings.find((one) => one.startsWith(`${rule} `)) ?? 'off');
    expect(spoken.some((one) => one !== 'off')).toBe(true);
    expect(new Set(spoken).size).toBeGreaterThan(1);
    // What it says is part of the answer wherever it speaks.
    expect(answers.map(({ says }) => says !== undefined)).toEqual(spoken.map((one) => one !== 'off'));
  });

  it.each(answers.map((answer) => [answer.file, answer.why, answer] as const))('%s: %s', async (...row) => {
    const answer = row[2];
    const { marking, findings, unknown } = await reviewed(story, answer);
    const said = findings.filter((finding) => finding.rule === rule).map((finding) => whatIsWrong(finding));
    expect({
      marking: marking === null ? null : `${marking.scheme}/${marking.level} in ${marking.foundIn}`,
      findings: findings.map((finding) => `${finding.rule} ${finding.level}`).sort(),
      unknown: [...unknown].sort(),
    }).toEqual({
      marking: answer.marking,
      findings: [...answer.findings].sort(),
      unknown: [...answer.unknown].sort(),
    });
    if (answer.says !== undefined) expect(said.join('\n')).toContain(answer.says);
  });
});
