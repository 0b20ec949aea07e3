/** Which webmail is read. */
import type { PolicyInForce } from '../../src/policy/in-force.ts';
import { originOf } from '../../src/policy/provenance.ts';
import { own, type Sentence, type Speaker, sentence } from './sentence.ts';

export function webmail(inForce: PolicyInForce, { say, list }: Speaker): Sentence[] {
  const hosts = [...new Set(inForce.policy.sites)].map((site) =>
    own(site.replace(/^https:\/\//i, '').replace(/\/$/, '')),
  );
  return [
    // People may always have more read.
    { ...sentence(inForce, 'webmail', 'default', () => say('applies_webmail_known')), locked: false },
    ...(hosts.length === 0
      ? []
      : [
          sentence(inForce, 'sites', originOf(inForce, 'sites'), () =>
            say('applies_webmail_sites', list(hosts)),
          ),
        ]),
  ];
}
