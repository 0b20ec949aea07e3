/** Reads the saved files beside the tests. */
import { readFileSync } from 'node:fs';
import type { Invitation } from '../../src/model.ts';

export function caseBytes(name: string): Uint8Array {
  return readFileSync(new URL(`cases/${name}`, import.meta.url));
}

export const caseText = (name: string): string => new TextDecoder().decode(caseBytes(name));

/** Fails the test if the reading failed. */
export function invitationOf(reading: { invitation: Invitation } | { failure: string }): Invitation {
  if ('failure' in reading) throw new Error(reading.failure);
  return reading.invitation;
}

/** What stands in the text where each anchor says that it begins; equal to the anchors' own texts if all is well. */
export function textAtAnchors({
  text,
  anchors,
}: {
  text: string;
  anchors: readonly { at: number; text: string }[];
}): string[] {
  return anchors.map((anchor) => text.slice(anchor.at, anchor.at + anchor.text.length));
}
