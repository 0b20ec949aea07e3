import * as z from 'zod/mini';
import { aboutKeys, policySchema } from './schema.ts';

/** What Chrome's managed_schema dialect knows and we use (facts/deployment.md section 4). */
export interface ManagedSchema {
  type: 'object' | 'array' | 'string' | 'number' | 'boolean';
  description?: string;
  properties?: Record<string, ManagedSchema>;
  items?: ManagedSchema;
}

/**
 * Types only: Chrome drops a whole top-level key for one value that does not fit, without a word. Every finer rule is checked
 * in parse.ts, which names what is wrong.
 */
export function managedSchema(): ManagedSchema {
  return dialect(policySchema);
}

function dialect(schema: unknown): ManagedSchema {
  if (schema instanceof z.ZodMiniOptional) {
    const means = aboutKeys.get(schema)?.means;
    const description = means === undefined ? {} : { description: means };
    return { ...dialect(schema.def.innerType), ...description };
  }
  if (schema instanceof z.ZodMiniArray) return { type: 'array', items: dialect(schema.def.element) };
  if (schema instanceof z.ZodMiniObject) {
    const properties = Object.entries(schema.shape).map(([key, one]) => [key, dialect(one)] as const);
    return { type: 'object', properties: Object.fromEntries(properties) };
  }
  if (schema instanceof z.ZodMiniBoolean) return { type: 'boolean' };
  if (schema instanceof z.ZodMiniNumber) return { type: 'number' };
  if (schema instanceof z.ZodMiniString || schema instanceof z.ZodMiniEnum) return { type: 'string' };
  throw new TypeError('the policy’s schema uses a type that Chrome’s dialect has no word for');
}
