import type { Passage } from '../model.ts';
import type { Way } from './ways.ts';

/** Which links lead into one meeting. */

/** A link into a meeting, at its place in the invitation. */
export interface Joining {
  way: Way;
  /** Offset in the text of all passages, one after the other. */
  at: number;
  /** It stands in an older mail that this one quotes. */
  quoted: boolean;
  passage: Passage;
}

/** The rule of 80 underscores around a Teams invitation, or two empty lines: what follows is something else. */
const BLOCK_ENDS = /_{60}|\n\s{0,20}\n\s{0,20}\n/;
/** How far apart the two links of one invitation stand. */
const ONE_BLOCK = 4000;

/** Links with one key are one meeting; so are the short and the long form that stand in one block (Teams). */
export function grouped(joinings: readonly Joining[], whole: string): Joining[][] {
  const byKey = new Map<string, Joining[]>();
  for (const one of joinings) {
    const key = `${one.way.platform.id} ${one.way.link.key}`;
    const group = byKey.get(key);
    if (group === undefined) byKey.set(key, [one]);
    else group.push(one);
  }
  const groups: Joining[][] = [];
  for (const group of byKey.values()) {
    const first = group[0];
    const before = groups.at(-1);
    const other = before?.[0];
    const pairs =
      first?.way.link.form !== undefined &&
      before !== undefined &&
      other?.way.platform === first.way.platform &&
      formsOf(before).size === 1 &&
      other.way.link.form !== first.way.link.form &&
      other.quoted === first.quoted &&
      isOneBlock(whole, before, first.at);
    if (pairs) before.push(...group);
    else groups.push(group);
  }
  return withoutHiddenTwins(groups);
}

/** Whether the last link before this place stands in one block with it. */
function isOneBlock(whole: string, before: readonly Joining[], at: number): boolean {
  const last = before.reduce(
    (nearest, one) => (one.at < at ? Math.max(nearest, one.at) : nearest),
    -ONE_BLOCK,
  );
  return at - last < ONE_BLOCK && !BLOCK_ENDS.test(whole.slice(Math.max(0, last), at));
}

/** A link that a wrapper hides is taken for the meeting on the same host whose link stands open beside it. */
function withoutHiddenTwins(groups: readonly Joining[][]): Joining[][] {
  const open = groups.filter((group) => group.some(({ way }) => way.href !== null));
  return groups.filter((group) => {
    const hidden = group[0]?.way;
    if (hidden === undefined || !hidden.link.key.startsWith('hidden:')) return true;
    const twin = open.find((other) =>
      other.some(({ way }) => way.platform === hidden.platform && way.host === hidden.host),
    );
    twin?.push(...group);
    return twin === undefined;
  });
}

function formsOf(group: readonly Joining[]): Set<string | undefined> {
  return new Set(group.map((one) => one.way.link.form));
}
