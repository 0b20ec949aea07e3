/** An object with keys, of which nothing more is known: what comes from outside, before it is parsed. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
