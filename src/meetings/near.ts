/** Which text of an invitation speaks of which of its meetings. */

/** How far from a meeting's link its wording may stand, in UTF-16 units before and after. */
const NEAR_BEFORE = 3000;
const NEAR_AFTER = 8000;

export interface Near {
  text: string;
  /** The `tel:` addresses there. */
  phoneLinks: string[];
}

/**
 * Gives each piece of text to the meeting whose wording it can be: what follows a link belongs to it, up to where the next meeting's
 * section begins. Every piece has one owner at most, so all readings together are linear. `places`: offsets of each meeting's links;
 * `phoneLinks` in their order.
 */
export function nearMeetings(
  whole: string,
  places: readonly (readonly number[])[],
  phoneLinks: readonly { href: string; at: number }[],
): Near[] {
  const near: Near[] = places.map(() => ({ text: '', phoneLinks: [] }));
  const runs = runsOf(places);
  let from = Math.max(0, (runs[0]?.first ?? 0) - NEAR_BEFORE);
  let phoneLink = 0;
  runs.forEach((run, index) => {
    const next = runs[index + 1];
    const far = Math.min(whole.length, run.last + NEAR_AFTER);
    const to = next === undefined ? far : Math.min(far, sectionStart(whole, next.first, run.last));
    const mine = near[run.owner];
    if (mine !== undefined) {
      mine.text += `${whole.slice(from, to)}\n\n`;
      for (
        let link = phoneLinks[phoneLink];
        link !== undefined && link.at <= to;
        link = phoneLinks[++phoneLink]
      )
        if (link.at >= from) mine.phoneLinks.push(link.href);
    }
    if (next !== undefined) from = Math.max(to, next.first - NEAR_BEFORE);
  });
  return near;
}

/** Links to one meeting that follow each other without another meeting's link between. */
function runsOf(places: readonly (readonly number[])[]): { owner: number; first: number; last: number }[] {
  const ordered = places
    .flatMap((own, owner) => own.map((at) => ({ owner, at })))
    .sort((one, other) => one.at - other.at);
  const runs: { owner: number; first: number; last: number }[] = [];
  for (const { owner, at } of ordered) {
    const run = runs.at(-1);
    if (run?.owner === owner) run.last = at;
    else runs.push({ owner, first: at, last: at });
  }
  return runs;
}

/** What people and programs set sections apart with: two empty lines, or a line of signs. */
const SECTION = /\n(?:[ \t>]{0,20}\n){2}|\n[ \t>]{0,20}(?:[-_=~*.·] ?){8,200}(?=\n)/g;

/**
 * Where what belongs to the next meeting begins: its quoted mail, if this one is not quoted; else the last section before its link; else
 * the paragraph of its link. Only what stands between the two is looked at, so that all searches together are linear.
 */
function sectionStart(text: string, at: number, floor: number): number {
  const between = text.slice(floor, at);
  const quote = quoteStart(between, isQuotedLine(text, floor));
  if (quote !== null) return floor + quote;
  let last = -1;
  for (const match of between.matchAll(SECTION)) last = match.index;
  return floor + (last === -1 ? paragraphStart(between) : last + 1);
}

/** How far back the beginning of a line is looked for. */
const LONGEST_LINE = 2000;

function isQuotedLine(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - LONGEST_LINE), at);
  const start = before.lastIndexOf('\n') + 1;
  return (start < before.length ? before.charAt(start) : text.charAt(at)) === '>';
}

/** Where the quoted lines at the end begin; null if there are none, or if those of the meeting before are quoted too. */
function quoteStart(between: string, beforeIsQuoted: boolean): number | null {
  let line = between.lastIndexOf('\n') + 1;
  if (beforeIsQuoted || line === 0 || between.charAt(line) !== '>') return null;
  while (line > 1) {
    const before = between.lastIndexOf('\n', line - 2) + 1;
    if (before === 0 || between.charAt(before) !== '>') break;
    line = before;
  }
  return line;
}

/** The line after the last blank line; without one, the last line. */
function paragraphStart(between: string): number {
  const lastLine = between.lastIndexOf('\n') + 1;
  for (let lineEnd = lastLine - 1; lineEnd > 0; ) {
    const lineStart = between.lastIndexOf('\n', lineEnd - 1);
    if (lineStart === -1) break;
    if (/^[ \t>]*$/.test(between.slice(lineStart + 1, lineEnd))) return lineEnd + 1;
    lineEnd = lineStart;
  }
  return lastLine;
}
