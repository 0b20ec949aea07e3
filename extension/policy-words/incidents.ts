/** The organisation's own warnings about a meeting service, and the built-in ones that it leaves out. */
import type { PolicyInForce } from '../../src/policy/in-force.ts';
import { originOf } from '../../src/policy/provenance.ts';
import type { Policy } from '../../src/policy/schema.ts';
import { ended, own, type Piece, type Sentence, type Speaker, sentence } from './sentence.ts';
import { platform } from './services.ts';

export function incidents(inForce: PolicyInForce, speaker: Speaker): Sentence[] {
  const { incidents: named = [], disabledIncidents = [] } = inForce.policy;
  const [origin, off] = [originOf(inForce, 'incidents'), originOf(inForce, 'disabledIncidents')];
  return [
    ...named.map((one) => sentence(inForce, 'incident', origin, () => incidentPieces(one, speaker))),
    ...disabledIncidents.map((id) =>
      sentence(inForce, 'incident-off', off, () => speaker.say('applies_incident_off', nameOf(id))),
    ),
  ];
}

const nameOf = (id: string): Piece => ({ kind: 'named', of: 'incident', id, name: id });

function incidentPieces(
  { id, platform: service, createdBefore, text }: NonNullable<Policy['incidents']>[number],
  speaker: Speaker,
): Piece[] {
  const { say, day } = speaker;
  const said = [nameOf(id), platform(service, speaker), ended([own(text)])] as const;
  return createdBefore === undefined
    ? say('applies_incident_advice', ...said)
    : say('applies_incident_before', ...said, day(createdBefore));
}
