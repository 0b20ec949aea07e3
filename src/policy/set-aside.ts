import { isHold, type Review, severity } from '../model.ts';
import type { Policy } from './schema.ts';

/**
 * Whether a person may have an invitation's notice left out for good ("I know this one"): never what holds them, or would without
 * reportOnly; and under a locked policy no warning, which would be a way around the lock.
 */
export function mayBeKnown({ findings }: Pick<Review, 'findings'>, { locked }: Policy): boolean {
  const loudest = locked === true ? 'inform' : 'warn';
  return findings.every(
    ({ level, reportedOnly }) =>
      !isHold(level) && reportedOnly === null && severity(level) <= severity(loudest),
  );
}
