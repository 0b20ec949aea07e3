/**
 * Administrative templates for Group Policy, made from the policy's schema, and a list of what to enter.
 * Format: https://learn.microsoft.com/previous-versions/windows/desktop/Policy/admx-schema
 */
import { type ManagedSchema, managedSchema } from '../../../src/policy/managed-schema.ts';
import type { PolicyFile } from '../formats/file.ts';
import { jsonLine, wellFormed } from '../formats/json.ts';
import { CHROME_KEY, EDGE_KEY, FIREFOX_KEY } from '../formats/registry.ts';
import { xmlAttribute, xmlText } from '../formats/xml.ts';
import { FIREFOX_ID } from '../ids.ts';
import type { PolicyExport } from './export.ts';

const XMLNS = 'http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions';
/** Characters of one text. Without it the editor stops at 1,023, which no list of platforms fits into. */
const MAX_LENGTH = 1_000_000;
/** registry.pol carries at most 65,535 bytes for a value: [MS-GPREG] 2.2.1, with two bytes a character and one for the end. */
const MAX_OF_GROUP_POLICY = 32_766;
const CHROMIUM_BROWSERS = [
  { id: 'chrome', title: 'Google Chrome', key: CHROME_KEY },
  { id: 'edge', title: 'Microsoft Edge', key: EDGE_KEY },
];

export const admx: PolicyExport = {
  id: 'admx',
  title: 'Chrome, Edge and Firefox on Windows: Group Policy templates',
  for:
    'Copy in-camera.admx to the central store (\\\\<domain>\\SYSVOL\\<domain>\\Policies\\PolicyDefinitions) and en-US\\in-camera.adml to its ' +
    'folder en-US. The settings then stand under Administrative Templates > In Camera; in-camera-values.txt says what to enter. ' +
    'Group Policy only: for Intune export to "intune".',
  files: (policy) => [...admxTemplates(), { name: 'in-camera-values.txt', text: valuesToEnter(policy) }],
};

/** The templates themselves: they follow from the schema and are the same for every policy. */
export function admxTemplates(): readonly PolicyFile[] {
  const settings = Object.entries(managedSchema().properties ?? {});
  return [
    { name: 'in-camera.admx', text: definitions(settings) },
    { name: 'en-US/in-camera.adml', text: resources(settings) },
  ];
}

type Setting = readonly [key: string, schema: ManagedSchema];

function definitions(settings: readonly Setting[]): string {
  const browsers = [...CHROMIUM_BROWSERS.map(({ id }) => id), 'firefox'];
  return `<?xml version="1.0" encoding="utf-8"?>
<policyDefinitions xmlns="${XMLNS}" revision="1.0" schemaVersion="1.0">
  <policyNamespaces>
    <target prefix="incamera" namespace="InCamera.Policies"/>
  </policyNamespaces>
  <resources minRequiredRevision="1.0"/>
  <supportedOn>
    <definitions>
      <definition name="any_version" displayName="$(string.any_version)"/>
    </definitions>
  </supportedOn>
  <categories>
    <category name="in_camera" displayName="$(string.in_camera)"/>
${browsers.map(category).join('\n')}
  </categories>
  <policies>
${CHROMIUM_BROWSERS.flatMap(({ id, key }) => settings.map((setting) => definition(id, key, setting))).join('\n')}
    <policy name="firefox_policy" class="Both" displayName="$(string.firefox_policy)" explainText="$(string.firefox_policy_help)" presentation="$(presentation.firefox_policy)" key="${FIREFOX_KEY}">
      <parentCategory ref="in_camera_firefox"/>
      <supportedOn ref="any_version"/>
      <elements>
        <multiText id="firefox_policy_value" valueName="${FIREFOX_ID}" maxLength="${MAX_LENGTH}" required="true"/>
      </elements>
    </policy>
  </policies>
</policyDefinitions>
`;
}

function category(browser: string): string {
  const id = `in_camera_${browser}`;
  return `    <category name="${id}" displayName="$(string.${id})" explainText="$(string.${id}_help)">
      <parentCategory ref="in_camera"/>
    </category>`;
}

/** Chromium reads no REG_MULTI_SZ (see registry.ts), so lists and objects are one line of text. */
function definition(browser: string, registryKey: string, [key, schema]: Setting): string {
  const name = xmlAttribute(key);
  const head = `    <policy name="${browser}_${name}" class="Both" displayName="$(string.${name})" explainText="$(string.${name}_help)"`;
  const place = `      <parentCategory ref="in_camera_${browser}"/>
      <supportedOn ref="any_version"/>`;
  if (schema.type === 'boolean')
    return `${head} key="${registryKey}" valueName="${name}">
${place}
      <enabledValue>
        <decimal value="1"/>
      </enabledValue>
      <disabledValue>
        <decimal value="0"/>
      </disabledValue>
    </policy>`;
  return `${head} presentation="$(presentation.${name})" key="${registryKey}">
${place}
      <elements>
        <text id="${name}_value" valueName="${name}" maxLength="${MAX_LENGTH}" required="true"/>
      </elements>
    </policy>`;
}

function resources(settings: readonly Setting[]): string {
  const strings: [string, string][] = [
    ['any_version', 'In Camera, any version'],
    ['in_camera', 'In Camera'],
    ...CHROMIUM_BROWSERS.flatMap(({ id, title }): [string, string][] => [
      [`in_camera_${id}`, title],
      [`in_camera_${id}_help`, `The policy of the browser extension In Camera in ${title}.`],
    ]),
    ['in_camera_firefox', 'Mozilla Firefox'],
    ['in_camera_firefox_help', 'The policy of the browser extension In Camera in Mozilla Firefox.'],
    ...settings.flatMap(([key, schema]): [string, string][] => [
      [key, key],
      [`${key}_help`, help(schema)],
    ]),
    ['firefox_policy', 'Policy'],
    [
      'firefox_policy_help',
      'The whole policy as JSON, on one line or many: an object with the same keys as for Chrome. Firefox reads it when it starts.',
    ],
  ];
  const texts = settings.filter(([, { type }]) => type !== 'boolean');
  return `<?xml version="1.0" encoding="utf-8"?>
<policyDefinitionResources xmlns="${XMLNS}" revision="1.0" schemaVersion="1.0">
  <displayName>In Camera</displayName>
  <description>The policy of the browser extension In Camera.</description>
  <resources>
    <stringTable>
${strings.map(([id, text]) => `      <string id="${xmlAttribute(id)}">${xmlText(text)}</string>`).join('\n')}
    </stringTable>
    <presentationTable>
${texts
  .map(
    ([key, schema]) => `      <presentation id="${xmlAttribute(key)}">
        <textBox refId="${xmlAttribute(key)}_value">
          <label>${labelOf(schema)}</label>
        </textBox>
      </presentation>`,
  )
  .join('\n')}
      <presentation id="firefox_policy">
        <multiTextBox refId="firefox_policy_value">JSON:</multiTextBox>
      </presentation>
    </presentationTable>
  </resources>
</policyDefinitionResources>
`;
}

function help(schema: ManagedSchema): string {
  const description = schema.description ?? '';
  if (schema.type === 'boolean')
    return `${description}\n\nEnabled: true. Disabled: false. Not configured: not set.`;
  if (!isJson(schema)) return `${description}\n\nDisabled is the same as not configured.`;
  return `${description}

JSON on one line, of this form (what each part means: docs/policy.md):
${form(schema)}

The browser drops the whole setting, without a word, when a value in it has the wrong type. Name it in expectedKeys, and try the policy before you push it: npm run -s policy -- lint FILE. Disabled is the same as not configured.`;
}

function labelOf(schema: ManagedSchema): string {
  if (isJson(schema)) return 'JSON, on one line:';
  return schema.type === 'number' ? 'Number:' : 'Text:';
}

const isJson = ({ type }: ManagedSchema): boolean => type === 'array' || type === 'object';

/** How the JSON looks: {"name": text, "mailDomains": [text, …]}. */
function form(schema: ManagedSchema): string {
  switch (schema.type) {
    case 'array':
      return schema.items === undefined ? '[…]' : `[${form(schema.items)}, …]`;
    case 'object':
      return `{${Object.entries(schema.properties ?? {})
        .map(([key, one]) => `"${key}": ${form(one)}`)
        .join(', ')}}`;
    case 'boolean':
      return 'true or false';
    case 'number':
      return 'number';
    case 'string':
      return 'text';
  }
}

/** Setting by setting, in the policy's order: a line with its name in brackets, its state, and what to put into its box. */
function valuesToEnter(policy: Record<string, unknown>): string {
  const settings = managedSchema().properties ?? {};
  const schemaOf = (key: string) => (Object.hasOwn(settings, key) ? settings[key] : undefined);
  const known = Object.entries(policy).filter(([key, value]) => fits(schemaOf(key), value));
  const others = Object.keys(policy).filter((key) => !known.some(([one]) => one === key));
  return `In Camera: what to enter in Group Policy

Computer Configuration > Policies > Administrative Templates > In Camera > Google Chrome, and the same under Microsoft Edge.
Every setting that is not named here: Not configured.

${known.map(([key, value]) => chromiumValue(key, value)).join('\n')}
The same > In Camera > Mozilla Firefox.

[Policy]
Enabled
${JSON.stringify(wellFormed(policy), null, 1)}
${
  others.length === 0
    ? ''
    : `
The templates have no setting for these keys, or their value is of another type. Nothing sets them for Chrome and Edge:
${others.map((key) => jsonLine(key)).join('\n')}
`
}`;
}

function chromiumValue(key: string, value: unknown): string {
  if (typeof value === 'boolean') return `[${key}]\n${value ? 'Enabled' : 'Disabled'}\n`;
  // A text box has one line.
  const text =
    typeof value === 'string'
      ? value.toWellFormed().replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, ' ')
      : jsonLine(value);
  const tooLong =
    text.length > MAX_OF_GROUP_POLICY
      ? 'Longer than Group Policy carries in one value (64 KB): export to windows-reg for this policy.\n'
      : '';
  return `[${key}]\nEnabled\n${text}\n${tooLong}`;
}

function fits(schema: ManagedSchema | undefined, value: unknown): boolean {
  if (schema === undefined || value === null) return false;
  return schema.type === (Array.isArray(value) ? 'array' : typeof value);
}
