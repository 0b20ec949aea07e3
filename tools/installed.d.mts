/** What we read of a lockfile: `packages` maps a path ("" is the project itself) to what stands there. */
export interface Lockfile {
  packages: Record<string, { version?: string; optional?: boolean }>;
}

export function missingPackages(wanted: Lockfile, installed: Lockfile | null): string[];
