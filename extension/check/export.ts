/** Results as files: for a spreadsheet, and for programs. */
import type { Review } from '../../src/model.ts';
import { type ReportWords, reportOf } from '../../src/report.ts';
import { csv } from '../csv.ts';
import { faultSentence } from '../fault-words.ts';
import { outcomeOf, worstFirst } from '../outcome.ts';
import { text } from '../texts.ts';
import { findingWords, word } from '../wording.ts';
import type { Row } from './rows.ts';

const WORDS: ReportWords = {
  finding: (finding, { meetings, surface }) =>
    findingWords(finding, finding.meeting === null ? undefined : meetings[finding.meeting], surface).what,
  fault: (fault) => faultSentence(fault, text),
};

/** Of each file what `npm run check` prints, with links that are without their secrets. */
export function jsonOf(rows: readonly Row[]): string {
  const reports = rows.map(({ file, outcome }) => {
    if ('failure' in outcome)
      return { file, couldNotCheck: outcome.failure, why: word('check_why', outcome.failure) };
    const { review, other } = outcome;
    const report = reportOf(file, review, WORDS);
    return other === null ? report : { ...report, otherPolicy: reportOf(file, other, WORDS) };
  });
  return `${JSON.stringify(reports, null, 2)}\n`;
}

const COLUMNS = ['file', 'verdict', 'level', 'platforms', 'marking', 'rules', 'messages', 'couldNotCheck'];
const OF_OTHER = ['otherVerdict', 'otherLevel', 'otherRules'];

export function csvOf(rows: readonly Row[]): string {
  const compared = rows.some(({ outcome }) => 'review' in outcome && outcome.other !== null);
  const head = compared ? [...COLUMNS, ...OF_OTHER] : COLUMNS;
  return csv([head, ...rows.map((row) => cellsOf(row, compared))]);
}

function cellsOf({ file, outcome, state, worst }: Row, compared: boolean): string[] {
  const failure = 'failure' in outcome ? word('check_why', outcome.failure) : '';
  const verdict = 'review' in outcome ? outcome : null;
  const own = [
    file,
    state,
    worst,
    ...(verdict === null ? ['', '', '', ''] : foundIn(verdict.review)),
    failure,
  ];
  if (!compared) return own;
  const other = verdict?.other ?? null;
  if (other === null) return [...own, '', '', ''];
  const { state: otherState, worst: otherWorst } = outcomeOf([other]);
  return [...own, otherState, otherWorst, rulesOf(other)];
}

function foundIn(review: Review): string[] {
  const { meetings, marking, findings } = review;
  return [
    [...new Set(meetings.map(({ platform }) => platform))].join(' '),
    marking === null ? '' : `${marking.scheme}/${marking.level}`,
    rulesOf(review),
    worstFirst(findings)
      .map((finding) => WORDS.finding(finding, review))
      .join('\n'),
  ];
}

const rulesOf = ({ findings }: Review): string =>
  [...new Set(worstFirst(findings).map(({ rule }) => rule))].join(' ');
