/** Windows registry: where the browsers look for the policy, and a .reg file. */
import { CHROMIUM_ID, FIREFOX_ID } from '../ids.ts';
import { jsonLine } from './json.ts';

export type RegistryData =
  | { kind: 'dword'; value: number }
  | { kind: 'string'; value: string }
  /** REG_MULTI_SZ with one line. */
  | { kind: 'lines'; value: string };

export interface RegistryValue {
  name: string;
  data: RegistryData;
}

/** One or more keys with the same values. */
export interface RegistryKeys {
  /** Below HKEY_LOCAL_MACHINE. */
  paths: readonly string[];
  /** Nobody else writes there: what stood there before goes, so that a setting you took out of the policy ends. */
  ours: boolean;
  values: readonly RegistryValue[];
}

/** The managed storage of a Chromium browser (facts/deployment.md section 2). */
export const CHROME_KEY = `Software\\Policies\\Google\\Chrome\\3rdparty\\extensions\\${CHROMIUM_ID}\\policy`;
export const EDGE_KEY = `Software\\Policies\\Microsoft\\Edge\\3rdparty\\Extensions\\${CHROMIUM_ID}\\policy`;
/**
 * Holds one REG_MULTI_SZ of JSON for each extension, named by its id: Mozilla's administrator reference, policy "3rdparty", example for
 * Windows (https://firefox-admin-docs.mozilla.org/).
 */
export const FIREFOX_KEY = 'Software\\Policies\\Mozilla\\Firefox\\3rdparty\\Extensions';

/** The policy as the registry holds it. */
export function registryKeys(policy: Record<string, unknown>): readonly RegistryKeys[] {
  const values = Object.entries(policy).map(([key, value]) => ({ name: nameOf(key), data: dataOf(value) }));
  const firefox = { name: FIREFOX_ID, data: { kind: 'lines', value: jsonLine(policy) } } as const;
  return [
    { paths: [CHROME_KEY, EDGE_KEY], ours: true, values },
    { paths: [FIREFOX_KEY], ours: false, values: [firefox] },
  ];
}

/**
 * Chromium reads REG_DWORD as a boolean or a number, and REG_SZ as a text or, where the schema has a list or an object, as JSON; it does
 * not read REG_MULTI_SZ (chromium components/policy/core/common/registry_dict.cc).
 */
function dataOf(value: unknown): RegistryData {
  if (typeof value === 'boolean') return { kind: 'dword', value: value ? 1 : 0 };
  // It takes a REG_DWORD for a signed number, and a text for any.
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 0x7fff_ffff)
    return { kind: 'dword', value };
  // A NUL ends a text of the registry.
  if (typeof value === 'string')
    return { kind: 'string', value: value.toWellFormed().replaceAll('\u0000', '') };
  return { kind: 'string', value: jsonLine(value) };
}

/** A name cannot hold control characters in a .reg file; no key of the policy has any. */
function nameOf(key: string): string {
  return key.toWellFormed().replace(/[\u0000-\u001f\u007f]/g, '');
}

/** A .reg file, to be written as UTF-16LE; `comments` are lines at its head. */
export function regFile(keys: readonly RegistryKeys[], comments: readonly string[]): string {
  const lines = [
    'Windows Registry Editor Version 5.00',
    '',
    ...comments.map((comment) => `; ${comment}`),
    ...keys.flatMap(({ paths, ours, values }) =>
      paths.flatMap((path) => [
        '',
        ...(ours ? [`[-HKEY_LOCAL_MACHINE\\${path}]`, ''] : []),
        `[HKEY_LOCAL_MACHINE\\${path}]`,
        ...values.map(({ name, data }) => `${name === '' ? '@' : quoted(name)}=${regData(data)}`),
      ]),
    ),
    '',
  ];
  return `\ufeff${lines.join('\r\n')}`;
}

function regData(data: RegistryData): string {
  switch (data.kind) {
    case 'dword':
      return `dword:${data.value.toString(16).padStart(8, '0')}`;
    case 'string':
      // Between quotes a line end would end the value.
      return /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/.test(data.value)
        ? hex(1, `${data.value}\u0000`)
        : quoted(data.value);
    case 'lines':
      return hex(7, `${data.value}\u0000\u0000`);
  }
}

function quoted(text: string): string {
  return `"${text.replace(/[\\"]/g, '\\$&')}"`;
}

/** Bytes of a type that .reg files have no word for (1: REG_SZ, 7: REG_MULTI_SZ), in lines as regedit writes them. */
function hex(type: number, text: string): string {
  const bytes = [...Buffer.from(text, 'utf16le')].map((byte) => byte.toString(16).padStart(2, '0'));
  const lines: string[] = [];
  for (let start = 0; start < bytes.length; start += 24) lines.push(bytes.slice(start, start + 24).join(','));
  return `hex(${type}):${lines.join(',\\\r\n  ')}`;
}
