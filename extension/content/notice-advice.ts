/** What the notice says of the reviews of a page: one line, and the details behind it. */

import {
  type Finding,
  isWriting,
  type Level,
  type Meeting,
  type Review,
  type Surface,
} from '../../src/model.ts';
import type { NoticeKind } from '../messages.ts';
import { isPart, outcomeOf, worstFirst } from '../outcome.ts';
import { LEVEL_SIGNS, type Sign } from '../signs.ts';
import { text } from '../texts.ts';
import { counted, findingWords, number, platformName, policyLine, word } from '../wording.ts';
import type { Builder } from './own-root.ts';

/** What one notice says, before it becomes nodes. */
export interface Advice {
  tone: NoticeKind;
  sign: Sign;
  /** Before the line; null for the quiet ones, which begin as a chip. */
  level: string | null;
  /** The one line that is shown at first, and read out. */
  line: string;
  more: string;
  /** Whether they may go on. Empty where nothing is said of that. */
  may: string;
  /** In place of line and more where the notice is small, or once the details are open: those begin with the same line. */
  heading: string;
  details: Node[];
}

export function adviceOn(reviews: readonly Review[], build: Builder): Advice {
  const { state, worst, findings } = outcomeOf(reviews);
  const unknown = [...new Set(reviews.flatMap((review) => review.unknown))];
  const told = worstFirst(
    reviews.flatMap(({ findings, meetings, surface }) =>
      findings.map((finding) => ({
        ...finding,
        surface,
        about: finding.meeting === null ? undefined : meetings[finding.meeting],
      })),
    ),
  );
  const details = [
    ...told.map((finding) => findingNode(finding, finding.about, finding.surface, build)),
    ...surroundings(
      reviews,
      unknown.map((one) => word('unknown', one)),
      build,
    ),
  ];
  const advice = { level: null, more: '', may: '', heading: counted('notice_points', findings), details };
  if (state === 'unchecked') {
    const onlyAttachment = unknown.filter(isPart).every((one) => one === 'calendar-attachment');
    const line = text(onlyAttachment ? 'notice_unchecked_attachment' : 'notice_unchecked_part');
    details.unshift(build.make('p', '', text('notice_unchecked_next')));
    return { ...advice, tone: 'unchecked', sign: 'question', line, heading: line };
  }
  const [first] = told;
  if (first === undefined || worst === 'inform' || worst === 'off') {
    const line =
      told.length === 1 && first !== undefined ? wordsOf(first).what : counted('notice_inform', findings);
    return { ...advice, tone: 'inform', sign: LEVEL_SIGNS.inform, line };
  }
  const level = `${word('level', worst)}: `;
  return {
    ...advice,
    tone: worst,
    sign: LEVEL_SIGNS[worst],
    level,
    heading: level + advice.heading,
    line: wordsOf(first).what,
    more: findings > 1 ? text('notice_more', number(findings - 1)) : '',
    may: mayGoOn(first, worst),
  };
}

interface Told extends Finding {
  surface: Surface;
  about: Meeting | undefined;
}

const wordsOf = (told: Told) => findingWords(told, told.about, told.surface);

/** Where going on is itself the danger, that nothing blocks it is no advice. */
function mayGoOn({ rule, variant, surface }: Told, worst: Level): string {
  const writes = isWriting(surface);
  const stem = `rule_${rule}_may`.replaceAll('-', '_');
  const own = variant === null ? '' : text(`${stem}_${variant.replaceAll('-', '_')}`);
  const usual = text(`notice_may_${writes ? 'send' : 'join'}_${worst}`);
  return writes || worst !== 'warn' ? usual : own || text(stem) || usual;
}

export function findingNode(
  finding: Finding,
  meeting: Meeting | undefined,
  surface: Surface,
  { make, draw }: Builder,
): Node {
  const { what, why, next } = findingWords(finding, meeting, surface);
  const tag = make('p', 'tag', draw(LEVEL_SIGNS[finding.level]), word('level', finding.level));
  if (meeting !== undefined) {
    tag.append(' · ', make('bdi', '', platformName(meeting.platform)), ' ', make('bdi', '', meeting.host));
  }
  const node = make('article', '', tag, make('h3', '', what));
  node.dataset.level = finding.level;
  if (why !== '') node.append(make('h4', '', text('finding_why')), make('p', '', why));
  if (next !== '') node.append(make('h4', '', text('finding_next')), make('p', '', next));
  if (finding.source.url.startsWith('https://')) node.append(sourceNode(finding.source, make));
  return node;
}

/** What was found beside the findings: markings, gaps, and whose rules these are. */
function surroundings(reviews: readonly Review[], unknown: readonly string[], { make }: Builder): Node[] {
  const nodes: Node[] = [];
  // Before it is sent, a link says little to who pastes it.
  const sent = reviews.filter(({ surface }) => isWriting(surface)).flatMap(({ meetings }) => meetings);
  if (sent.length > 0) {
    const items = sent.map(({ platform, host, passcode, dialIn }) =>
      make(
        'li',
        '',
        make('bdi', '', platformName(platform)),
        ' ',
        make('bdi', '', host),
        `; ${word('passcode', 'title')}: ${word('passcode', passcode.state)}; ${word('dial_in', 'title')}: ${word('dial_in', dialIn.state)}`,
      ),
    );
    nodes.push(make('h3', '', text('notice_recipients_see')), make('ul', '', ...items));
  }
  const markings = new Map(reviews.map(({ marking }) => [JSON.stringify(marking), marking]));
  for (const marking of markings.values()) {
    if (marking === null) continue;
    const where = ` (${word('found_in', marking.foundIn)})`;
    nodes.push(
      make('p', '', `${text('notice_marking')}: `, make('b', '', make('bdi', '', marking.text)), where),
    );
  }
  if (unknown.length > 0) {
    const items = unknown.map((phrase) => make('li', '', phrase));
    nodes.push(make('h3', '', text('unknown_title')), make('ul', '', ...items));
  }
  const [first] = reviews;
  if (first !== undefined) nodes.push(make('p', 'policy', policyLine(first.policy)));
  return nodes;
}

/** Public guidance, or the organisation's own page: opened by the person's own click, and told nothing of where that was. */
function sourceNode({ title, url }: Finding['source'], make: Builder['make']): Node {
  const link = make('a', '', make('bdi', '', title || (URL.parse(url)?.host ?? url)));
  link.href = url;
  link.target = '_blank';
  link.rel = 'noopener noreferrer';
  return make('p', 'source', `${text('finding_source')} `, link);
}
