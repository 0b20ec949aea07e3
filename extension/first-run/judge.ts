/** An invitation as text → what In Camera says of it, under the rules in force. Loaded when somebody asks: the core is large. */
import { readPlainText } from '../../src/invitation/plain-text.ts';
import { review, titleWithoutSecrets, withoutSecrets } from '../../src/review.ts';
import type { FrameReport } from '../messages.ts';
import { policyHere } from '../policy-here.ts';

/** As a page with nothing but this invitation in it would be reported. */
export async function judge(text: string, now: Date): Promise<FrameReport> {
  const invitation = readPlainText(text, 'mail-read');
  const { inForce } = await policyHere();
  const judged = review(invitation, inForce, now);
  const entry = {
    title: titleWithoutSecrets(invitation.title, judged),
    review: withoutSecrets(judged),
    aside: { key: '', state: null, mayBeKnown: false },
  };
  return { page: 'first-run', site: '', entries: [entry], trouble: null, webmail: null, missed: [] };
}
