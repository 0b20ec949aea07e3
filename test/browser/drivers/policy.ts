/** Puts managed policies where the browsers look for them. Places and tricks were measured: facts/toolchain.md. */
import {
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

export interface ManagedPolicy {
  /** Puts these values into the extension's managed storage. */
  write(values: Readonly<Record<string, unknown>>): void;
  /** Puts this text where the policy file belongs, broken as it may be. */
  writeText(text: string): void;
  /** Takes the policy away; nothing happens when there is none. */
  remove(): void;
  /** Puts back what stood there before the first change. It is done when the process exits, too. */
  restore(): void;
}

export const GECKO_ID = 'in-camera@in-camera.example';
/** What the manifest's `key` makes of the extension. */
export const CHROMIUM_ID = 'hahphopkbccklacgalhobpniahnliddd';

const CHROMIUM_POLICIES = '/etc/chromium/policies/managed';
/**
 * Chromium waits five seconds whenever the newest of its policy files has another time than before. With this one
 * always, and a file in place when the browser starts, it sees every change within 20 ms (measured).
 */
const SETTLED = new Date('2026-01-01T00:00:00Z');

/**
 * The policy that every Chromium of this machine reads, while it runs too; there is none at first. Call this before the
 * browser starts, or its first change takes five seconds. Throws when we are not root: the place is the system's.
 */
export function chromiumPolicy(extensionId: string = CHROMIUM_ID): ManagedPolicy {
  if (process.getuid?.() !== 0) throw new Error(`only root may write to ${CHROMIUM_POLICIES}`);
  const policy = policyFile(join(CHROMIUM_POLICIES, 'in-camera-test.json'), (values) => ({
    '3rdparty': { extensions: { [extensionId]: values } },
  }));
  policy.writeText('{}');
  return policy;
}

/** The policy that a Firefox with this HOME reads when it starts, and only then. */
export function firefoxPolicy(home: string): ManagedPolicy {
  return policyFile(join(home, '.mozilla/managed-storage', `${GECKO_ID}.json`), (values) => ({
    name: GECKO_ID,
    description: 'In Camera',
    type: 'storage',
    data: values,
  }));
}

function policyFile(
  path: string,
  wrap: (values: Readonly<Record<string, unknown>>) => object,
): ManagedPolicy {
  const before = existsSync(path) ? readFileSync(path) : null;
  let madeFolder: string | undefined;

  function put(content: string | Buffer): void {
    madeFolder ??= mkdirSync(dirname(path), { recursive: true });
    // Beside the folder, not in it: Chromium reads whatever file it finds there.
    const written = `${dirname(path)}.in-camera-test`;
    writeFileSync(written, content);
    utimesSync(written, SETTLED, SETTLED);
    renameSync(written, path);
  }

  function remove(): void {
    rmSync(path, { force: true });
  }

  function restore(): void {
    process.off('exit', restore);
    if (before === null) remove();
    else put(before);
    if (madeFolder !== undefined) removeEmpty(dirname(path), dirname(madeFolder));
    madeFolder = undefined;
  }

  const changed = (change: () => void): void => {
    process.off('exit', restore).once('exit', restore);
    change();
  };
  return {
    write: (values) => changed(() => put(JSON.stringify(wrap(values)))),
    writeText: (text) => changed(() => put(text)),
    remove: () => changed(remove),
    restore,
  };
}

/** Removes this folder and those around it, as far as they are empty and below `end`. */
function removeEmpty(folder: string, end: string): void {
  for (let at = folder; at !== end && at !== dirname(at); at = dirname(at)) {
    try {
      rmdirSync(at);
    } catch {
      return;
    }
  }
}
