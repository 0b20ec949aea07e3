/**
 * Writes what is made from src/policy/schema.ts, src/platforms and docs/it/policies/nl-rijksoverheid.json: `npm run generate`. Tests fail when it was forgotten.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import english from '../extension/public/_locales/en/messages.json' with { type: 'json' };
import { managedSchema } from '../src/policy/managed-schema.ts';
import { isRecord } from '../src/record.ts';
import { completed } from './locales.ts';
import { policyDocs } from './policy/docs.ts';
import { templates } from './policy/templates.ts';

const root = new URL('../', import.meta.url);
const write = (path: string, value: unknown): void =>
  writeFileSync(new URL(path, root), `${JSON.stringify(value, null, 2)}\n`);

write('extension/public/managed_schema.json', managedSchema());
writeFileSync(new URL('docs/policy.md', root), policyDocs());
for (const language of readdirSync(new URL('extension/public/_locales/', root))) {
  const path = `extension/public/_locales/${language}/messages.json`;
  write(path, completed(JSON.parse(readFileSync(new URL(path, root), 'utf8')), english));
}

rmSync(new URL('docs/it/templates/', root), { recursive: true, force: true });
const sample: unknown = JSON.parse(
  readFileSync(new URL('docs/it/policies/nl-rijksoverheid.json', root), 'utf8'),
);
for (const { path, bytes } of templates(isRecord(sample) ? sample : {})) {
  mkdirSync(new URL('.', new URL(path, root)), { recursive: true });
  writeFileSync(new URL(path, root), bytes);
}
