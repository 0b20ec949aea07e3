import type { Part } from './parts.ts';

/** The file that ships with every build: whose work is in it, under which licence, and where its source code is. */
export const LICENCES_FILE = 'THIRD-PARTY-LICENCES.txt';

const LINE = '='.repeat(80);

export function licencesText(parts: readonly Part[]): string {
  const sections = parts.map(({ name, version, licence, licenceText, source, within }) =>
    [
      LINE,
      `${name}${version === null ? '' : ` ${version}`}${within === null ? '' : ` (within ${within})`}`,
      `Licence: ${licence}`,
      `Source: ${source}`,
      '',
      licenceText.trim(),
      '',
    ].join('\n'),
  );
  return [
    'In Camera itself is under the licence in the file LICENSE. It holds these parts made by others, bundled and minified and',
    'otherwise unchanged.',
    '',
    ...sections,
  ].join('\n');
}
