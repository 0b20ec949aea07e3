/** What page and worker (checker.ts) say to one another. Both read what they get before they believe it. */
import * as z from 'zod/mini';
import { FAILURES } from '../../src/model.ts';
import type { PolicyInForce } from '../../src/policy/in-force.ts';
import { policySchema } from '../../src/policy/schema.ts';
import { isRecord } from '../../src/record.ts';
import { isPolicyNote, isReview } from '../popup/stored.ts';
import { CHECK_FAILURES, type Outcome, type Policies } from './outcomes.ts';

export type ToChecker =
  /** The first one: by what all files are judged. */
  | ({ kind: 'policies' } & Policies)
  | { kind: 'file'; id: number; name: string; file: Blob | null; now: string };

export interface FromChecker {
  id: number;
  outcome: Outcome;
}

const inForce = z.object({
  policy: policySchema,
  note: z.custom<PolicyInForce['note']>(isPolicyNote),
  tightening: z.exactOptional(policySchema.shape.rules.def.innerType),
});

const toChecker = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('policies'), inForce, other: z.nullable(inForce) }),
  z.object({
    kind: z.literal('file'),
    id: z.number(),
    name: z.string(),
    file: z.nullable(z.instanceof(Blob)),
    now: z.iso.datetime(),
  }),
]);

/** Throws for what is no message. */
export const readToChecker = (data: unknown) => toChecker.parse(data);

/** Null for what is no answer. */
export function readFromChecker(data: unknown): FromChecker | null {
  if (!isRecord(data) || typeof data.id !== 'number' || !isRecord(data.outcome)) return null;
  const { id, outcome } = data;
  const failure = [...FAILURES, ...CHECK_FAILURES].find((one) => one === outcome.failure);
  if (failure !== undefined) return { id, outcome: { failure } };
  const { title, review, other } = outcome;
  if (typeof title !== 'string' || !isReview(review) || !(other === null || isReview(other))) return null;
  return { id, outcome: { title, review, other } };
}
