import { bytesOf, POLICY_EXPORTS } from './exports/index.ts';
import { forceInstallTemplates } from './force-install.ts';

export interface Template {
  /** From the project's root. */
  path: string;
  bytes: Uint8Array;
}

const FOLDER = 'docs/it/templates';

/** What `npm run generate` writes below docs/it/templates: every export of the sample policy, and the templates to install by force. */
export function templates(samplePolicy: Record<string, unknown>): readonly Template[] {
  const exported = POLICY_EXPORTS.flatMap(({ id, files }) =>
    files(samplePolicy).map((file) => ({ path: `${FOLDER}/${id}/${file.name}`, bytes: bytesOf(file) })),
  );
  const forced = forceInstallTemplates().map((file) => ({
    path: `${FOLDER}/force-install/${file.name}`,
    bytes: bytesOf(file),
  }));
  return [...exported, ...forced];
}
