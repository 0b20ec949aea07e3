// @vitest-environment jsdom
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import manifest from '../../manifest.json' with { type: 'json' };
import { managedSchema } from '../../src/policy/managed-schema.ts';
import { isRecord } from '../../src/record.ts';
import { bytesOf, POLICY_EXPORTS, type PolicyFile } from '../../tools/policy/exports/index.ts';
import { forceInstallTemplates } from '../../tools/policy/force-install.ts';
import { CHROMIUM_ID, FIREFOX_ID } from '../../tools/policy/ids.ts';
import { templates } from '../../tools/policy/templates.ts';

type Policy = Record<string, unknown>;

const SAMPLE: Policy = {
  policyVersion: '2026-11-01',
  expectedKeys: ['organisation', 'platforms', 'rules'],
  organisation: { name: 'Gemeente Examplestad', mailDomains: ['examplestad.example'] },
  reportOnly: false,
  platforms: [{ platform: 'webex', hosts: ['*.webex.com'], use: 'allowed', ceiling: 'nl-virbi/depv' }],
  rules: [{ rule: 'no-passcode', level: 'block' }],
  locked: true,
};

/** The example policies of the kit. */
const EXAMPLES: readonly Policy[] = readdirSync('docs/it/policies')
  .filter((name) => name.endsWith('.json'))
  .map((name) => record(JSON.parse(readFileSync(`docs/it/policies/${name}`, 'utf8'))));

/** What must not break out of its quotes, tags or lines, nor change in them. */
const HOSTILE: Policy = {
  policyVersion: '" \\" \'\' ‘ ’ ‚ ‛ “ $(calc) `n ]]> </string> &amp; %PATH% é 𝄞',
  validUntil: '2026\r\n"locked"=dword:00000000\r\n[-HKEY_LOCAL_MACHINE\\Software]\n\t\u2028x',
  labels: [{ id: "'); Remove-Item C:\\ #", names: ['\\', '"', '\\"', "'", '<', 'a\nb\r\nc\td'], rank: 0.5 }],
  organisation: { '': '', 'a"b\\c': '</key>', name: '\\u0041 [regex]' },
  locked: true,
  unknownKey: -1,
  'odd "key" \\ with \'quotes\' & <tags>': [],
  empty: {},
  nested: [[[]], [{}], [true, false, 1, 1.5, 'x']],
};

const filesOf = (id: string, policy: Policy): readonly PolicyFile[] => {
  const target = POLICY_EXPORTS.find((one) => one.id === id);
  if (target === undefined) throw new Error(`there is no export "${id}"`);
  return target.files(policy);
};

function textOf(files: readonly PolicyFile[], name: string): string {
  const file = files.find((one) => one.name === name);
  if (file === undefined) throw new Error(`there is no file "${name}"`);
  return file.text;
}

/** An XML file, parsed; throws when it is not well-formed. */
function xml(text: string): Document {
  const document = new DOMParser().parseFromString(text, 'application/xml');
  const fault = document.querySelector('parsererror');
  if (fault !== null) throw new Error(fault.textContent ?? '');
  return document;
}

/** A property list read back. */
function plistValue(element: Element): unknown {
  const children = [...element.children];
  switch (element.tagName) {
    case 'dict':
      return Object.fromEntries(
        children.flatMap((key, index) => {
          const value = children[index + 1];
          return key.tagName === 'key' && value !== undefined
            ? [[key.textContent ?? '', plistValue(value)]]
            : [];
        }),
      );
    case 'array':
      return children.map(plistValue);
    case 'true':
      return true;
    case 'false':
      return false;
    case 'string':
      return element.textContent;
    case 'integer':
    case 'real':
      return Number(element.textContent);
    default:
      throw new Error(`a property list has no <${element.tagName}>`);
  }
}

function record(value: unknown): Record<string, unknown> {
  if (!isRecord(value)) throw new Error('not an object');
  return value;
}

function list(value: unknown): unknown[] {
  if (!Array.isArray(value)) throw new Error('not a list');
  return value;
}

/** The settings of each domain of a configuration profile. */
function profile(text: string): Map<string, Policy> {
  const root = xml(text).documentElement.firstElementChild;
  if (root === null) throw new Error('an empty property list');
  return new Map(
    list(record(plistValue(root))['PayloadContent']).flatMap((payload) =>
      Object.entries(record(record(payload)['PayloadContent'])).map(([domain, content]): [string, Policy] => [
        domain,
        record(record(list(record(content)['Forced'])[0])['mcx_preference_settings']),
      ]),
    ),
  );
}

interface RegKey {
  deletedFirst: boolean;
  values: Map<string, { type: 'dword' | 1 | 7; data: string }>;
}

/** A .reg file read as regedit reads it; throws at a line that it would not know. */
function reg(text: string): Map<string, RegKey> {
  const [header, ...lines] = text.replaceAll('\\\r\n', '').split('\r\n');
  if (header !== '\ufeffWindows Registry Editor Version 5.00') throw new Error('not a .reg file');
  const keys = new Map<string, RegKey>();
  const deleted = new Set<string>();
  let current: RegKey | undefined;
  for (const line of lines) {
    if (line === '' || line.startsWith(';')) continue;
    const key = /^\[(-?)HKEY_LOCAL_MACHINE\\([^\]\r\n]+)\]$/.exec(line);
    const value = /^(@|"(?:[^"\\]|\\["\\])*")=(.*)$/.exec(line);
    if (key?.[1] === '-') deleted.add(key[2] ?? '');
    else if (key !== null) {
      current = { deletedFirst: deleted.has(key[2] ?? ''), values: new Map() };
      keys.set(key[2] ?? '', current);
    } else if (value !== null && current !== undefined)
      current.values.set(value[1] === '@' ? '' : unquoted(value[1] ?? ''), regData(value[2] ?? ''));
    else throw new Error(`regedit does not know this line: ${line}`);
  }
  return keys;
}

function regData(text: string): { type: 'dword' | 1 | 7; data: string } {
  const dword = /^dword:([0-9a-f]{8})$/.exec(text);
  if (dword !== null) return { type: 'dword', data: String(Number.parseInt(dword[1] ?? '', 16)) };
  const hex = /^hex\(([17])\):([0-9a-f, ]*)$/.exec(text);
  if (hex !== null) {
    const bytes = (hex[2] ?? '').split(',').map((byte) => Number.parseInt(byte.trim(), 16));
    const data = Buffer.from(bytes).toString('utf16le');
    const end = hex[1] === '1' ? '\0' : '\0\0';
    if (!data.endsWith(end)) throw new Error('the end of a text is missing');
    return { type: hex[1] === '1' ? 1 : 7, data: data.slice(0, -end.length) };
  }
  return { type: 1, data: unquoted(text) };
}

function unquoted(text: string): string {
  if (!/^"(?:[^"\\]|\\["\\])*"$/.test(text)) throw new Error(`not in quotes: ${text}`);
  if (/[\u0000-\u001f\u007f]/.test(text)) throw new Error(`a control character between quotes: ${text}`);
  return text.slice(1, -1).replace(/\\(["\\])/g, '$1');
}

interface ScriptEntry {
  name: string;
  kind: string;
  data: string;
}

/** The table of a PowerShell script, read as PowerShell reads its literals. */
function script(text: string): { paths: string[]; ours: boolean; entries: ScriptEntry[] }[] {
  expect(text).toMatch(/^[\n -~]*$/);
  const literal = String.raw`'(?:[^']|'')*'|\(\[regex\]::Unescape\('(?:[^']|'')*'\)\)`;
  const row = new RegExp(
    `^ {6}@\\{ Name = (${literal}); Kind = '(DWord|String|MultiString)'; Data = (${literal}|\\d+) \\}$`,
  );
  const [, table] = /\$keys = @\(\n([\s\S]*?)\n\)\n/.exec(text) ?? [];
  const keys: { paths: string[]; ours: boolean; entries: ScriptEntry[] }[] = [];
  for (const line of (table ?? '').split('\n')) {
    const paths = /^ {4}Paths = @\((.*)\)$/.exec(line);
    const current = keys.at(-1);
    if (paths !== null)
      keys.push({ paths: (paths[1] ?? '').split(', ').map(powerShell), ours: false, entries: [] });
    else if (line === '    Ours = $true' && current !== undefined) current.ours = true;
    else if (line.startsWith('      ') && current !== undefined) {
      const [, name, kind, data] = row.exec(line) ?? [];
      if (name === undefined || kind === undefined || data === undefined)
        throw new Error(`not an entry: ${line}`);
      current.entries.push({ name: powerShell(name), kind, data: powerShell(data) });
    }
  }
  return keys;
}

function powerShell(literal: string): string {
  const [, escaped] = /^\(\[regex\]::Unescape\('(.*)'\)\)$/.exec(literal) ?? [];
  if (escaped !== undefined)
    return escaped
      .replaceAll("''", "'")
      .replace(/\\(?:\\|u([0-9a-f]{4}))/g, (_, unit?: string) =>
        unit === undefined ? '\\' : String.fromCharCode(Number.parseInt(unit, 16)),
      );
  return /^\d+$/.test(literal) ? literal : literal.slice(1, -1).replaceAll("''", "'");
}

/** What Chromium makes of a value of the registry whose type in the schema is that of `original`. */
function asChromium(kind: string | number, data: string, original: unknown): unknown {
  if (kind === 'dword' || kind === 'DWord')
    return typeof original === 'boolean' ? Number(data) !== 0 : Number(data);
  if (typeof original === 'string') return data;
  return JSON.parse(data);
}

const CHROME_KEY = `Software\\Policies\\Google\\Chrome\\3rdparty\\extensions\\${CHROMIUM_ID}\\policy`;
const EDGE_KEY = `Software\\Policies\\Microsoft\\Edge\\3rdparty\\Extensions\\${CHROMIUM_ID}\\policy`;
const FIREFOX_KEY = 'Software\\Policies\\Mozilla\\Firefox\\3rdparty\\Extensions';

/** The policies that each target, read back, gives to its browsers. */
const READ_BACK: Record<string, (policy: Policy) => Policy[]> = {
  'windows-reg': (policy) => {
    const keys = reg(textOf(filesOf('windows-reg', policy), 'in-camera.reg'));
    expect([...keys.keys()]).toEqual([CHROME_KEY, EDGE_KEY, FIREFOX_KEY]);
    expect([...keys.values()].map(({ deletedFirst }) => deletedFirst)).toEqual([true, true, false]);
    const firefox = keys.get(FIREFOX_KEY)?.values;
    expect([...(firefox?.keys() ?? [])]).toEqual([FIREFOX_ID]);
    expect(firefox?.get(FIREFOX_ID)?.type).toBe(7);
    const chromium = [CHROME_KEY, EDGE_KEY].map((path) =>
      Object.fromEntries(
        [...(keys.get(path)?.values ?? [])].map(([name, { type, data }]) => [
          name,
          asChromium(type, data, policy[name]),
        ]),
      ),
    );
    return [...chromium, record(JSON.parse(firefox?.get(FIREFOX_ID)?.data ?? ''))];
  },
  intune: (policy) => {
    const files = filesOf('intune', policy);
    const keys = script(textOf(files, 'in-camera-set.ps1'));
    expect(script(textOf(files, 'in-camera-detect.ps1'))).toEqual(keys);
    const graph = record(JSON.parse(textOf(files, 'in-camera-intune.json')));
    for (const [property, name] of [
      ['detectionScriptContent', 'in-camera-detect.ps1'],
      ['remediationScriptContent', 'in-camera-set.ps1'],
    ] as const)
      expect(Buffer.from(String(graph[property]), 'base64').toString()).toBe(textOf(files, name));
    expect(keys.map(({ paths, ours }) => [paths, ours])).toEqual([
      [[CHROME_KEY, EDGE_KEY], true],
      [[FIREFOX_KEY], false],
    ]);
    const [chromium, firefox] = keys;
    const entry = firefox?.entries[0];
    expect([entry?.name, entry?.kind]).toEqual([FIREFOX_ID, 'MultiString']);
    return [
      Object.fromEntries(
        (chromium?.entries ?? []).map(({ name, kind, data }) => [name, asChromium(kind, data, policy[name])]),
      ),
      record(JSON.parse(entry?.data ?? '')),
    ];
  },
  mobileconfig: (policy) => {
    const domains = profile(textOf(filesOf('mobileconfig', policy), 'in-camera.mobileconfig'));
    const chromium = ['com.google.Chrome', 'com.microsoft.Edge', 'org.chromium.Chromium'].map(
      (bundle) => `${bundle}.extensions.${CHROMIUM_ID}`,
    );
    expect([...domains.keys()]).toEqual([...chromium, 'org.mozilla.firefox']);
    const firefox = record(domains.get('org.mozilla.firefox'));
    expect(firefox['EnterprisePoliciesEnabled']).toBe(true);
    const extensions = record(record(firefox['3rdparty'])['Extensions']);
    return [...chromium.map((domain) => record(domains.get(domain))), record(extensions[FIREFOX_ID])];
  },
  linux: (policy) => {
    const file = record(JSON.parse(textOf(filesOf('linux', policy), 'in-camera.json')));
    return [record(record(record(file['3rdparty'])['extensions'])[CHROMIUM_ID])];
  },
  firefox: (policy) => {
    const file = record(JSON.parse(textOf(filesOf('firefox', policy), 'policies.json')));
    return [record(record(record(record(file['policies'])['3rdparty'])['Extensions'])[FIREFOX_ID])];
  },
};

/** Text boxes hold one line, so here texts are plain; what the schema does not know is named apart. */
interface Entered {
  chromium: Policy;
  firefox: unknown;
  notSet: string[];
}

function entered(policy: Policy): Entered {
  const text = textOf(filesOf('admx', policy), 'in-camera-values.txt');
  const [chromiumPart, firefoxPart, ...rest] = text.split('\nThe same > In Camera > Mozilla Firefox.\n\n');
  expect(rest).toEqual([]);
  const [firefox, notSet] = (firefoxPart ?? '').split('\nThe templates have no setting');
  const blocks = [...(chromiumPart ?? '').matchAll(/^\[(.+)\]\n(Enabled|Disabled)\n(.*)$/gm)];
  const types = managedSchema().properties ?? {};
  const chromium = blocks.map(([, key = '', state, value = '']) => {
    const type = types[key]?.type;
    if (type === 'boolean') return [key, state === 'Enabled'];
    return [key, type === 'string' ? value : JSON.parse(value)];
  });
  return {
    chromium: Object.fromEntries(chromium),
    firefox: JSON.parse((firefox ?? '').replace('[Policy]\nEnabled\n', '')),
    notSet: (notSet ?? '')
      .split('\n')
      .slice(1)
      .flatMap((line) => (line === '' ? [] : [String(JSON.parse(line))])),
  };
}

/** `text` as XML 1.0 can hold it. */
const xmlSafe = (text: string): string => text.replace(/[\0-\x08\v\f\x0e-\x1f\ufffe\uffff]/g, '');

/** The policy as a format can hold it. */
function held(
  value: unknown,
  text: (text: string) => string,
  key: (text: string) => string,
  nulls: boolean,
): unknown {
  if (typeof value === 'string') return text(value.toWellFormed());
  if (typeof value === 'number') return value + 0;
  if (Array.isArray(value))
    return value.filter((one) => nulls || one !== null).map((one) => held(one, text, key, nulls));
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, one]) => nulls || one !== null)
      .map(([name, one]) => [key(name.toWellFormed()), held(one, text, key, nulls)]),
  );
}

const same = (text: string): string => text;

describe('every export', () => {
  it('has a test that reads it back', () => {
    expect([...Object.keys(READ_BACK), 'admx'].sort()).toEqual(POLICY_EXPORTS.map(({ id }) => id).sort());
  });

  it.each(Object.keys(READ_BACK))('%s gives back exactly the policy, its keys in order', (id) => {
    for (const policy of [SAMPLE, HOSTILE, {}, ...EXAMPLES])
      for (const read of READ_BACK[id]?.(policy) ?? []) {
        expect(read).toEqual(policy);
        expect(Object.keys(read)).toEqual(Object.keys(policy));
      }
  });

  it.each(Object.keys(READ_BACK))('%s holds whatever a policy may hold', { timeout: 60_000 }, (id) => {
    const string = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string(),
      fc.constantFrom('\ud800', '\0', '\r\n'),
    );
    const value = fc.letrec((tie) => ({
      value: fc.oneof(
        { depthSize: 'small' },
        fc.constantFrom(null, true, false),
        fc.integer(),
        fc.double({ noDefaultInfinity: true, noNaN: true, max: 1e9, min: -1e9 }),
        string,
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(string, tie('value'), { maxKeys: 4 }),
      ),
    })).value;
    // Names that differ only in what a format cannot hold would become one.
    const name = fc.stringMatching(/^[ -~é‘]{1,12}$/);
    fc.assert(
      fc.property(fc.dictionary(name, value, { maxKeys: 6 }), (policy) => {
        for (const read of READ_BACK[id]?.(policy) ?? []) {
          if (id === 'mobileconfig') expect(read).toEqual(held(policy, xmlSafe, xmlSafe, false));
          // The registry ends a text at a NUL; inside JSON that is an escape.
          else if (id === 'windows-reg' || id === 'intune')
            for (const [key, one] of Object.entries(policy)) {
              const kept = held(one, same, same, true);
              const cut = typeof kept === 'string' ? kept.replaceAll('\0', '') : kept;
              expect([kept, cut]).toContainEqual(read[key]);
            }
          else expect(read).toEqual(held(policy, same, same, true));
        }
      }),
      { numRuns: 200 },
    );
  });

  it.each(POLICY_EXPORTS)('$id writes the same bytes twice, and says where they go', (target) => {
    for (const policy of [SAMPLE, HOSTILE]) {
      const before = structuredClone(policy);
      expect(target.files(policy).map(bytesOf)).toEqual(target.files(policy).map(bytesOf));
      expect(policy).toEqual(before);
    }
    expect(target.for).toMatch(/in-camera[.-]|policies\.json/);
  });

  it('has the extension’s ids', () => {
    expect(FIREFOX_ID).toBe(manifest.browser_specific_settings.gecko.id);
  });
});

describe('the .reg file', () => {
  it('is UTF-16LE with a byte order mark and CRLF', () => {
    const [file] = filesOf('windows-reg', SAMPLE);
    const bytes = file === undefined ? [] : [...bytesOf(file)];
    expect(bytes.slice(0, 4)).toEqual([0xff, 0xfe, 0x57, 0x00]);
    expect(file?.text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it('writes booleans as numbers, and lists and objects as JSON text', () => {
    const text = textOf(filesOf('windows-reg', SAMPLE), 'in-camera.reg');
    expect(text).toContain('\r\n"reportOnly"=dword:00000000\r\n');
    expect(text).toContain('\r\n"locked"=dword:00000001\r\n');
    expect(text).toContain(String.raw`"expectedKeys"="[\"organisation\",\"platforms\",\"rules\"]"`);
    expect(text).toContain('"policyVersion"="2026-11-01"');
  });
});

describe('the configuration profile', () => {
  it('has UUIDs that follow from the policy', () => {
    const uuids = (policy: Policy): string[] =>
      textOf(filesOf('mobileconfig', policy), 'in-camera.mobileconfig').match(
        /[0-9A-F]{8}-[0-9A-F]{4}-5[0-9A-F]{3}-[89AB][0-9A-F]{3}-[0-9A-F]{12}/g,
      ) ?? [];
    expect(new Set(uuids(SAMPLE)).size).toBe(5);
    expect(uuids(HOSTILE).filter((uuid) => uuids(SAMPLE).includes(uuid))).toEqual([]);
  });
});

describe('the Group Policy templates', () => {
  const files = filesOf('admx', SAMPLE);
  const admx = xml(textOf(files, 'in-camera.admx'));
  const adml = xml(textOf(files, 'en-US/in-camera.adml'));
  const attributes = (document: Document, selector: string, attribute: string): string[] =>
    [...document.querySelectorAll(selector)].map((element) => element.getAttribute(attribute) ?? '');

  it('are the same for every policy', () => {
    expect(filesOf('admx', HOSTILE).slice(0, 2)).toEqual(files.slice(0, 2));
  });

  it('have names and ids that are valid and unique', () => {
    const named = [
      attributes(admx, 'policy', 'name'),
      attributes(admx, 'category', 'name'),
      attributes(adml, 'string', 'id'),
      attributes(adml, 'presentation', 'id'),
    ];
    for (const names of named) {
      expect(names.length).toBeGreaterThan(0);
      expect(new Set(names).size).toBe(names.length);
      for (const name of names) expect(name).toMatch(/^[A-Za-z_]\w*$/);
    }
  });

  it('refer to nothing that is missing, and have nothing to which nothing refers', () => {
    const references = (kind: string): string[] => {
      const all = textOf(files, 'in-camera.admx').matchAll(/\$\((string|presentation)\.(\w+)\)/g);
      return [...new Set([...all].flatMap(([, found, id = '']) => (found === kind ? [id] : [])))].sort();
    };
    expect(references('string')).toEqual(attributes(adml, 'string', 'id').sort());
    expect(references('presentation')).toEqual(attributes(adml, 'presentation', 'id').sort());
    for (const ref of attributes(admx, 'parentCategory', 'ref'))
      expect(attributes(admx, 'category', 'name')).toContain(ref);
    for (const ref of attributes(admx, 'policies supportedOn', 'ref'))
      expect(attributes(admx, 'definition', 'name')).toContain(ref);
  });

  it('have a box for every element of a policy', () => {
    for (const policy of admx.querySelectorAll('policy[presentation]')) {
      const id = policy.getAttribute('presentation')?.slice('$(presentation.'.length, -1);
      const elements = [...policy.querySelectorAll('elements > *')].map((one) => one.getAttribute('id'));
      expect(attributes(adml, `presentation[id="${id}"] > *`, 'refId')).toEqual(elements);
    }
  });

  it.each([
    ['chrome', CHROME_KEY],
    ['edge', EDGE_KEY],
  ])('%s: have one policy for each key of the schema', (browser, key) => {
    const settings = Object.entries(managedSchema().properties ?? {});
    const policies = [...admx.querySelectorAll('policy')].filter((one) => one.getAttribute('key') === key);
    expect(policies.map((one) => one.getAttribute('name'))).toEqual(
      settings.map(([name]) => `${browser}_${name}`),
    );
    policies.forEach((policy, index) => {
      const [name, schema] = settings[index] ?? [];
      const text = policy.querySelector('text');
      expect(
        schema?.type === 'boolean' ? policy.getAttribute('valueName') : text?.getAttribute('valueName'),
      ).toBe(name);
      expect(policy.querySelector('enabledValue > decimal')?.getAttribute('value')).toBe(
        schema?.type === 'boolean' ? '1' : undefined,
      );
      expect(adml.querySelector(`string[id="${name}_help"]`)?.textContent).toContain(schema?.description);
    });
  });

  it('give Firefox the whole policy in one value', () => {
    const element = admx.querySelector('policy[name="firefox_policy"] multiText');
    expect(element?.closest('policy')?.getAttribute('key')).toBe(FIREFOX_KEY);
    expect(element?.getAttribute('valueName')).toBe(FIREFOX_ID);
  });

  it('come with what to enter', () => {
    for (const policy of [SAMPLE, ...EXAMPLES])
      expect(entered(policy)).toEqual({ chromium: policy, firefox: policy, notSet: [] });
    const { chromium, firefox, notSet } = entered({ ...HOSTILE, locked: 'yes' });
    expect(firefox).toEqual({ ...HOSTILE, locked: 'yes' });
    expect(chromium).toEqual({
      policyVersion: HOSTILE['policyVersion'],
      validUntil: String(HOSTILE['validUntil']).replace(/[\r\n\t\u2028]/g, ' '),
      labels: HOSTILE['labels'],
      organisation: HOSTILE['organisation'],
    });
    expect(notSet).toEqual(Object.keys(HOSTILE).filter((key) => !Object.hasOwn(chromium, key)));
  });

  it('say when a value is too long for Group Policy', () => {
    const long = { expectedKeys: Array.from({ length: 5000 }, (_, index) => `key${index}`) };
    expect(textOf(filesOf('admx', long), 'in-camera-values.txt')).toContain('export to windows-reg');
    expect(textOf(filesOf('admx', SAMPLE), 'in-camera-values.txt')).not.toContain('export to windows-reg');
  });
});

describe('the Intune scripts', () => {
  it('check and write the same table, and end with the codes that Intune knows', () => {
    const files = filesOf('intune', SAMPLE);
    expect(textOf(files, 'in-camera-detect.ps1')).toContain('exit 1');
    expect(textOf(files, 'in-camera-set.ps1')).not.toContain('exit 1');
    for (const name of ['in-camera-detect.ps1', 'in-camera-set.ps1'])
      expect(textOf(files, name).endsWith('exit 0\n')).toBe(true);
  });
});

describe('the templates', () => {
  const all = new Map(templates(SAMPLE).map(({ path, bytes }) => [path, bytes]));

  it('hold every export and the installation', () => {
    expect([...all.keys()]).toEqual([
      ...POLICY_EXPORTS.flatMap(({ id, files }) =>
        files(SAMPLE).map(({ name }) => `docs/it/templates/${id}/${name}`),
      ),
      ...forceInstallTemplates().map(({ name }) => `docs/it/templates/force-install/${name}`),
    ]);
  });

  it('install by force, everywhere the same', () => {
    const files = forceInstallTemplates();
    const chrome = record(JSON.parse(textOf(files, 'chrome-linux.json')))['ExtensionSettings'];
    const edge = record(JSON.parse(textOf(files, 'edge-linux.json')))['ExtensionSettings'];
    const firefox = record(record(JSON.parse(textOf(files, 'firefox-policies.json')))['policies'])[
      'ExtensionSettings'
    ];
    for (const settings of [chrome, edge])
      expect(record(settings)[CHROMIUM_ID]).toMatchObject({
        installation_mode: 'force_installed',
        update_url: 'https://example.gov/in-camera/updates.xml',
      });
    expect(record(firefox)[FIREFOX_ID]).toMatchObject({
      installation_mode: 'force_installed',
      install_url: 'https://example.gov/in-camera/in-camera.xpi',
    });

    const keys = reg(textOf(files, 'windows.reg'));
    const inRegistry = ['Google\\Chrome', 'Microsoft\\Edge', 'Mozilla\\Firefox'].map((browser) => {
      const value = keys.get(`Software\\Policies\\${browser}`)?.values.get('ExtensionSettings');
      return [value?.type, JSON.parse(value?.data ?? '')];
    });
    expect(inRegistry).toEqual([
      [1, chrome],
      [1, edge],
      [7, firefox],
    ]);
    expect([...keys.values()].some(({ deletedFirst }) => deletedFirst)).toBe(false);

    const domains = profile(textOf(files, 'macos.mobileconfig'));
    expect(domains.get('com.google.Chrome')).toEqual({ ExtensionSettings: chrome });
    expect(domains.get('com.microsoft.Edge')).toEqual({ ExtensionSettings: edge });
    expect(domains.get('org.mozilla.firefox')).toEqual({
      EnterprisePoliciesEnabled: true,
      ExtensionSettings: firefox,
    });
    expect(xml(textOf(files, 'updates.xml')).querySelector('app')?.getAttribute('appid')).toBe(CHROMIUM_ID);
  });
});
