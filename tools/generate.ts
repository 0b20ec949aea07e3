/**
 * Writes what is made from src/policy/schema.ts and src/platforms: `npm run generate`. Tests fail when it was forgotten.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { managedSchema } from '../src/policy/managed-schema.ts';
import { withPlatformNames } from './platform-names.ts';
import { policyDocs } from './policy-docs.ts';

const root = new URL('../', import.meta.url);
const write = (path: string, value: unknown): void =>
  writeFileSync(new URL(path, root), `${JSON.stringify(value, null, 2)}\n`);

write('extension/public/managed_schema.json', managedSchema());
writeFileSync(new URL('docs/policy.md', root), policyDocs());
for (const language of readdirSync(new URL('extension/public/_locales/', root))) {
  const path = `extension/public/_locales/${language}/messages.json`;
  write(path, withPlatformNames(JSON.parse(readFileSync(new URL(path, root), 'utf8'))));
}
