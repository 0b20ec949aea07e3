import type { Invitation } from '../../../src/model.ts';

/** Whether two invitations say the same, from the same to the same people. Without writing out what may be megabytes. */
export const isSame = (one: Invitation, other: Invitation): boolean =>
  withoutText(one) === withoutText(other) && isSameText(one, other);

/** All that is short. */
export const withoutText = (invitation: Invitation): string =>
  JSON.stringify({ ...invitation, title: '', passages: [] });

export function isSameText(one: Invitation, other: Invitation): boolean {
  return (
    one.title === other.title &&
    one.passages.length === other.passages.length &&
    one.passages.every(({ text, anchors, timing }, index) => {
      const passage = other.passages[index];
      return (
        passage?.text === text &&
        passage.timing?.created === timing?.created &&
        passage.timing?.lastOccurrence === timing?.lastOccurrence &&
        passage.anchors.length === anchors.length &&
        passage.anchors.every(
          ({ href, at }, place) => anchors[place]?.href === href && anchors[place].at === at,
        )
      );
    })
  );
}
