/** What a policy would do to many invitations, so that IT can judge it before rolling it out. */
import { type Finding, type Review, severity } from '../src/model.ts';
import { RULE_IDS } from '../src/rules/ids.ts';

/** How many invitations, each counted once, by the loudest thing said of it. */
export interface Counts {
  informed: number;
  warned: number;
  /** justify: until a reason is given. */
  held: number;
  blocked: number;
  /** Warned now, and held or blocked without the policy's reportOnly; they are among `warned`. */
  heldWithoutReportOnly: number;
}

export interface Summary {
  /** Files that were checked. */
  files: number;
  couldNotCheck: number;
  withMeeting: number;
  /** Checked, and nothing said. */
  nothingSaid: number;
  all: Counts;
  /** Rules that spoke, in the order of the contract. */
  rules: Record<string, Counts>;
}

const NONE: Counts = { informed: 0, warned: 0, held: 0, blocked: 0, heldWithoutReportOnly: 0 };
const COUNTED = { inform: 'informed', warn: 'warned', justify: 'held', block: 'blocked' } as const;

export class Summing {
  readonly #summary: Summary = {
    files: 0,
    couldNotCheck: 0,
    withMeeting: 0,
    nothingSaid: 0,
    all: { ...NONE },
    rules: {},
  };

  add({ meetings, findings }: Pick<Review, 'meetings' | 'findings'>): void {
    this.#summary.files += 1;
    if (meetings.length > 0) this.#summary.withMeeting += 1;
    if (findings.length === 0) this.#summary.nothingSaid += 1;
    count(this.#summary.all, findings);
    for (const rule of RULE_IDS) {
      const said = findings.filter((finding) => finding.rule === rule);
      if (said.length === 0) continue;
      const counts = this.#summary.rules[rule] ?? { ...NONE };
      count(counts, said);
      this.#summary.rules[rule] = counts;
    }
  }

  addFailure(): void {
    this.#summary.couldNotCheck += 1;
  }

  result(): Summary {
    const rules = RULE_IDS.flatMap((rule): [string, Counts][] => {
      const counts = this.#summary.rules[rule];
      return counts === undefined ? [] : [[rule, counts]];
    });
    return { ...this.#summary, rules: Object.fromEntries(rules) };
  }
}

function count(counts: Counts, findings: readonly Finding[]): void {
  const loudest = findings.reduce<Finding['level']>(
    (level, finding) => (severity(finding.level) > severity(level) ? finding.level : level),
    'off',
  );
  if (loudest !== 'off') counts[COUNTED[loudest]] += 1;
  if (findings.some(({ reportedOnly }) => reportedOnly !== null)) counts.heldWithoutReportOnly += 1;
}

/** For people: one line a rule. */
export function summaryTable({
  files,
  couldNotCheck,
  withMeeting,
  nothingSaid,
  all,
  rules,
}: Summary): string {
  const spared = all.heldWithoutReportOnly > 0;
  const columns = ['informed', 'warned', 'held', 'blocked', ...(spared ? ['held without reportOnly'] : [])];
  const row = (name: string, cells: readonly (string | number)[]): string =>
    name.padEnd(28) +
    cells.map((cell, index) => `${cell}`.padStart(Math.max(10, (columns[index]?.length ?? 0) + 2))).join('');
  const cellsOf = (counts: Counts): number[] => [
    counts.informed,
    counts.warned,
    counts.held,
    counts.blocked,
    ...(spared ? [counts.heldWithoutReportOnly] : []),
  ];
  return [
    `${files} invitations checked, ${withMeeting} with a meeting; nothing to say of ${nothingSaid}; could not check ${couldNotCheck}.`,
    row('Rule', columns),
    ...Object.entries(rules).map(([rule, counts]) => row(rule, cellsOf(counts))),
    row('Invitations', cellsOf(all)),
  ].join('\n');
}
