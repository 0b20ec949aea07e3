/** Which webmail is read. */
import type { PolicyInForce } from '../../src/policy/in-force.ts';
import { originOf } from '../../src/policy/provenance.ts';
import { own, type Sentence, type Speaker, sentence } from './sentence.ts';

export function webmail(inForce: PolicyInForce, { say, list }: Speaker): Sentence[] {
  const { sites = [] } = inForce.policy;
  const known = sentence(inForce, 'webmail', 'default', say('applies_webmail_known'));
  if (sites.length === 0) return known;
  const hosts = [...new Set(sites)].map((site) => own(site.replace(/^https:\/\//i, '').replace(/\/$/, '')));
  const pieces = say('applies_webmail_sites', list(hosts));
  return [...known, ...sentence(inForce, 'sites', originOf(inForce, 'sites'), pieces)];
}
