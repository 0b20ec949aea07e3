/** Compares what the lockfile asks for with what npm says it has installed. Plain JavaScript: it runs before anything is installed. */

/**
 * Paths (`node_modules/NAME`) of the packages that `wanted` asks for and `installed` lacks, or has in another version.
 * Optional packages are left out: most of them are another platform's.
 * @param {import('./installed.mjs').Lockfile} wanted package-lock.json
 * @param {import('./installed.mjs').Lockfile | null} installed node_modules/.package-lock.json, which npm writes last of all; null: there is none
 * @returns {string[]}
 */
export function missingPackages(wanted, installed) {
  return Object.entries(wanted.packages)
    .filter(
      ([path, { version, optional }]) =>
        path.startsWith('node_modules/') && !optional && installed?.packages[path]?.version !== version,
    )
    .map(([path]) => path);
}
