/** Writes what is made from src/policy/schema.ts: `npm run generate`. A test fails when it was forgotten. */
import { writeFileSync } from 'node:fs';
import { managedSchema } from '../src/policy/managed-schema.ts';
import { policyDocs } from './policy-docs.ts';

const root = new URL('../', import.meta.url);
writeFileSync(
  new URL('extension/public/managed_schema.json', root),
  `${JSON.stringify(managedSchema(), null, 2)}\n`,
);
writeFileSync(new URL('docs/policy.md', root), policyDocs());
