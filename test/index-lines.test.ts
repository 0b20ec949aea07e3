import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/**
 * A new platform, rule, scheme, wrapper, language or reader is one file and one line in its index. This names the forgotten
 * line. `contract` files of a folder hold its types, not a member.
 */
const FOLDERS = [
  { folder: 'src/platforms', contract: ['platform.ts', 'recognise.ts', 'service.ts', 'placeholder.ts'] },
  { folder: 'src/platforms/wording', contract: ['wording.ts', 'words.ts', 'phrases.ts'] },
  {
    folder: 'src/attacks',
    contract: ['attack.ts', 'genuine.ts', 'claims.ts', 'confusables.ts', 'imitation.ts'],
  },
  { folder: 'src/links/wrappers', contract: ['wrapper.ts'] },
  { folder: 'src/markings/schemes', contract: [] },
  { folder: 'src/rules', contract: ['rule.ts', 'ids.ts', 'levels.ts', 'own-text.ts'] },
  { folder: 'tools/policy/exports', contract: ['export.ts'] },
  { folder: 'extension/content/readers', contract: ['webmail.ts'] },
];

describe.each(FOLDERS)('$folder', ({ folder, contract }) => {
  const members = readdirSync(folder).filter(
    (file) => file.endsWith('.ts') && file !== 'index.ts' && !contract.includes(file),
  );
  const index = readFileSync(`${folder}/index.ts`, 'utf8');

  it('has members', () => {
    expect(members.length).toBeGreaterThan(0);
  });
  it.each(members)('index.ts imports and lists %s', (file) => {
    const name = new RegExp(`import \\{ \\w+ \\} from '\\./${file.replace('.', '\\.')}';`).exec(index)?.[0];
    expect(name, `${folder}/index.ts has no import of ./${file}`).toBeDefined();
    const identifier = /\{ (\w+) \}/.exec(name ?? '')?.[1] ?? '';
    const list = index.slice(index.lastIndexOf('= ['));
    expect(list, `${folder}/index.ts imports ./${file} but does not list ${identifier}`).toMatch(
      new RegExp(`\\b${identifier}\\b`),
    );
  });
});
