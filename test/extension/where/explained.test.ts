import { expect, it, vi } from 'vitest';
import en from '../../../extension/public/_locales/en/messages.json' with { type: 'json' };
import type { AddressFault } from '../../../extension/where/address.ts';
import type { Answer } from '../../../extension/where/permissions.ts';
import type { Site } from '../../../extension/where/read.ts';
import manifest from '../../../manifest.json' with { type: 'json' };

vi.mock('webextension-polyfill', () => ({
  default: {
    runtime: {
      getManifest: () => manifest,
      // As the build names the scripts.
      getURL: (path: string) => `chrome-extension://id${path}`,
    },
  },
}));
vi.mock('../../../extension/api.ts', () => ({ default: {} }));
const { permissionKey } = await import('../../../extension/first-run/permissions.tsx');

/** What the pages make of names at run time: the compiler does not see whether the messages have them. */
const has = (key: string): boolean => Object.hasOwn(en, key);
const all = <T extends string>(members: Record<T, 1>): string[] => Object.keys(members);

it.each(manifest.permissions)('the first-run page explains the permission %s', (permission) => {
  expect([permissionKey(permission), `${permissionKey(permission)}_why`].filter((key) => !has(key))).toEqual(
    [],
  );
});

it('explains every group of hosts, and the manifest has no other kind of permission', () => {
  const read = manifest.content_scripts.flatMap(({ matches }) => matches);
  expect(manifest.host_permissions.filter((pattern) => !read.includes(pattern))).toEqual([]);
  expect(manifest.optional_host_permissions).toEqual(['https://*/*']);
  expect(
    Object.keys(manifest)
      .filter((key) => key.includes('permissions'))
      .sort(),
  ).toEqual(['host_permissions', 'optional_host_permissions', 'permissions']);
});

it('has words for each state, fault and answer', () => {
  const states = all<Site['state']>({ read: 1, 'not-allowed': 1, waiting: 1 });
  const faults = all<AddressFault>({ empty: 1, mail: 1, http: 1, not_web: 1, not_address: 1 });
  const answers = all<Answer>({ done: 1, refused: 1, failed: 1 });
  const wanted = [
    ...states.map((state) => `where_state_${state.replaceAll('-', '_')}`),
    'where_state_limited',
    ...faults.map((fault) => `where_add_${fault}`),
    ...answers.flatMap((answer) => [`where_allow_${answer}`, `where_remove_${answer}`]),
    ...['firefox', 'edge', 'chromium'].flatMap((kind) => [
      `where_private_how_${kind}`,
      `first_run_button_${kind}`,
    ]),
  ];
  expect(wanted.filter((key) => !has(key))).toEqual([]);
});
