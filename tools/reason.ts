const REASONS: ReadonlyMap<unknown, string> = new Map([
  ['ENOENT', 'there is no such file'],
  ['EISDIR', 'it is a directory'],
  ['EACCES', 'you may not read it'],
]);

/** Why something failed: one line, for people. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown reason';
  const known = 'code' in error ? REASONS.get(error.code) : undefined;
  return known ?? error.message.split('\n', 1)[0] ?? error.message;
}
