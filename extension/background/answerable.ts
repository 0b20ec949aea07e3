import { type Finding, isHold } from '../../src/model.ts';
import { isRecord } from '../../src/record.ts';
import { newSalt, saltedHash } from '../salted-hash.ts';
import type { Judged } from './asides.ts';

/**
 * Which meetings a reason may open that is given in a frame, and for which rules: those of its own reviews that ask for one. A compromised
 * page can forge the decision; what was not asked there, or is blocked, it cannot answer.
 */

/** Rules by the salted hash of each way (Meeting.ways) into a meeting for which they ask for a reason. */
export interface Answerable {
  salt: string;
  rules: Readonly<Record<string, readonly string[]>>;
}

/** Null where nothing asks for a reason. */
export async function answerableIn(
  judged: readonly Pick<Judged, 'review' | 'ways'>[],
): Promise<Answerable | null> {
  const asked = new Map<string, readonly Finding[]>();
  for (const { review, ways } of judged)
    for (const [index, keys] of ways.entries()) {
      const holding = review.findings.filter(
        ({ level, meeting }) => isHold(level) && (meeting === null || meeting === index),
      );
      if (holding.length > 0) for (const key of keys) asked.set(key, [...(asked.get(key) ?? []), ...holding]);
    }
  const open = [...asked].filter(([, findings]) => findings.every(({ level }) => level !== 'block'));
  if (open.length === 0) return null;
  const salt = newSalt();
  // What names a meeting stands in no report.
  const rules = await Promise.all(
    open.map(
      async ([key, findings]) =>
        [await saltedHash(salt, key), [...new Set(findings.map(({ rule }) => rule))]] as const,
    ),
  );
  return { salt, rules: Object.fromEntries(rules) };
}

/** Of what a decision claims to answer, what was asked: for each of these ways its rules. */
export async function answeredBy(
  { ways, rules }: { ways: readonly string[]; rules: readonly string[] },
  answerable: unknown,
): Promise<Map<string, string[]>> {
  const answered = new Map<string, string[]>();
  if (!isRecord(answerable) || typeof answerable.salt !== 'string' || !isRecord(answerable.rules))
    return answered;
  for (const way of ways) {
    const hash = await saltedHash(answerable.salt, way);
    const asked: unknown = Object.hasOwn(answerable.rules, hash) ? answerable.rules[hash] : null;
    if (Array.isArray(asked))
      answered.set(
        way,
        rules.filter((rule) => asked.includes(rule)),
      );
  }
  return answered;
}
