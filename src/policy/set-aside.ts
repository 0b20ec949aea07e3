import { isHold, type Review, severity } from '../model.ts';
import type { RuleId } from '../rules/ids.ts';
import type { Policy } from './schema.ts';

/** A link that is itself the danger is as dangerous the next time. */
const NEVER_KNOWN: readonly RuleId[] = ['lookalike-link', 'misleading-link', 'insecure-scheme'];

/**
 * Whether a person may have an invitation's notice left out for good ("I know this one"): never what holds them, or would without
 * reportOnly; and under a locked policy no warning, which would be a way around the lock.
 */
export function mayBeKnown({ findings }: Pick<Review, 'findings'>, { locked }: Policy): boolean {
  const loudest = locked === true ? 'inform' : 'warn';
  return findings.every(
    ({ rule, level, reportedOnly }) =>
      !isHold(level) &&
      reportedOnly === null &&
      severity(level) <= severity(loudest) &&
      !NEVER_KNOWN.some((never) => never === rule && level !== 'off'),
  );
}
