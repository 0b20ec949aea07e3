/** A policy as large as the bars of the project ask for: 500 entries of platforms, 200 labels, 1,000 forbidden terms. */
import type { PolicyInForce } from '../src/policy/in-force.ts';
import { parsePolicy } from '../src/policy/parse.ts';
import { RULE_IDS } from '../src/rules/ids.ts';

const many = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

export function largePolicy(): PolicyInForce {
  const inForce = parsePolicy(
    {
      organisation: { name: 'Examplestad', mailDomains: ['example.gov'] },
      schemes: ['nl-virbi', 'eu-euci', 'nato', 'tlp2'],
      labels: many(200, (index) => ({
        id: `label-${index}`,
        names: [`Label ${index}`, `Etiket ${index}`, `Intern gebruik ${index}`],
        rank: index % 50,
        purviewIds: [`3b1f7a52-90c4-4e0d-8e2b-${String(index).padStart(12, '0')}`],
      })),
      unlabelled: { rank: 10, level: 'inform' },
      platforms: many(500, (index) => ({
        platform: index % 2 === 0 ? 'webex' : 'zoom',
        hosts: [`*.site${index}.example.org`, index === 499 ? 'zoom.us' : `a${index}.webex.com`],
        tenants: [`tenant-${index}`],
        use: 'allowed',
        ceiling: 'labels/label-10',
      })),
      otherPlatforms: { use: 'join-only', ceiling: 'nl-virbi/ongerubriceerd' },
      rules: RULE_IDS.flatMap((rule) => [
        { rule, level: 'warn' },
        { rule, from: 'nl-virbi/depv', level: 'justify' },
      ]),
      titles: {
        markings: 'warn',
        forbiddenTerms: many(1000, (index) => (index % 2 === 0 ? `project z${index}*` : `*zeehond${index}*`)),
      },
      texts: RULE_IDS.map((rule) => ({ rule, language: 'nl', text: 'Zie intranet.' })),
    },
    'file',
  );
  if (inForce.note.faults.length > 0) throw new Error('the policy of the bench has faults');
  return inForce;
}
