/** One saved invitation → what is to be said of it. For the worker (checker.ts). */
import { nameByContent } from '../../src/invitation/file-kind.ts';
import { MAX_BYTES, readFile } from '../../src/invitation/reading.ts';
import type { Review } from '../../src/model.ts';
import type { PolicyInForce } from '../../src/policy/in-force.ts';
import { review, titleWithoutSecrets, withoutSecrets } from '../../src/review.ts';
import type { Outcome, Policies } from './outcomes.ts';

/** Links in it are without their secrets. Never rejects. */
export async function judge(
  name: string,
  file: Blob | null,
  policies: Policies,
  now: Date,
): Promise<Outcome> {
  if (file === null) return { failure: 'unreadable' };
  // Before it is read: a whole disk image would not fit.
  if (file.size > MAX_BYTES) return { failure: 'too-large' };
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    return { failure: 'unreadable' };
  }
  const known = nameByContent(name, bytes);
  const reading = await readFile(known, bytes, /\.ics$/i.test(known) ? 'event-read' : 'mail-read');
  if ('failure' in reading) return { failure: reading.kind };
  const { invitation } = reading;
  const by = (policy: PolicyInForce): Review => withoutSecrets(review(invitation, policy, now));
  const verdict = by(policies.inForce);
  return {
    title: titleWithoutSecrets(invitation.title, verdict),
    review: verdict,
    other: policies.other === null ? null : by(policies.other),
  };
}
