/** The organisation's own warnings about a meeting service, and the built-in ones that it leaves out. */
import type { PolicyInForce } from '../../src/policy/in-force.ts';
import { originOf } from '../../src/policy/provenance.ts';
import { ended, own, type Piece, type Sentence, type Speaker, sentence } from './sentence.ts';
import { platform } from './services.ts';

export function incidents(inForce: PolicyInForce, speaker: Speaker): Sentence[] {
  const { policy } = inForce;
  const { say, day } = speaker;
  const incident = (id: string): Piece => ({ kind: 'named', of: 'incident', id, name: id });
  return [
    ...(policy.incidents ?? []).flatMap(({ id, platform: service, createdBefore, text }) => {
      const name = platform(service, speaker);
      const advice = ended([own(text)]);
      const pieces =
        createdBefore === undefined
          ? say('applies_incident_advice', incident(id), name, advice)
          : say('applies_incident_before', incident(id), name, advice, day(createdBefore));
      return sentence(inForce, 'incident', originOf(inForce, 'incidents'), pieces);
    }),
    ...(policy.disabledIncidents ?? []).flatMap((id) =>
      sentence(
        inForce,
        'incident-off',
        originOf(inForce, 'disabledIncidents'),
        say('applies_incident_off', incident(id)),
      ),
    ),
  ];
}
