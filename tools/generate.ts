/** Writes what is made from src/policy/schema.ts: `npm run generate`. A test fails when it was forgotten. */
import { writeFileSync } from 'node:fs';
import { managedSchema } from '../src/policy/managed-schema.ts';

const path = new URL('../extension/public/managed_schema.json', import.meta.url);
writeFileSync(path, `${JSON.stringify(managedSchema(), null, 2)}\n`);
