/** The last weeks as bars: what people did has a pattern of its own, and every number stands in a table. */
import type { LogEntry } from '../../log.ts';
import { numberLocale, text } from '../../texts.ts';
import { number, word } from '../../wording.ts';
import { GROUPS, type Group, lastWeeks, type Week } from './weeks.ts';

export function Chart({ entries, keptDays }: { entries: readonly LogEntry[]; keptDays: number }) {
  const weeks = lastWeeks(entries, new Date(), keptDays);
  const most = Math.max(1, ...weeks.map(({ total }) => total));
  const short = new Intl.NumberFormat(numberLocale(), { notation: 'compact' });
  const day = new Intl.DateTimeFormat(numberLocale(), { day: 'numeric', month: 'short' });
  return (
    <section class="chart">
      <h3>{text('history_chart')}</h3>
      <Patterns />
      <ul class="legend">
        {GROUPS.map((group) => (
          <li key={group}>
            <svg aria-hidden="true">
              <rect class={group} width="100%" height="100%" />
            </svg>
            {groupName(group)}
          </li>
        ))}
      </ul>
      <div class="bars" role="img" aria-label={text('history_chart_label')}>
        {weeks.map((week) => (
          <Bar
            key={week.start.getTime()}
            week={week}
            most={most}
            total={short.format(week.total)}
            name={day.format(week.start)}
          />
        ))}
      </div>
      <details>
        <summary>{text('history_chart_numbers')}</summary>
        <Numbers weeks={weeks} />
      </details>
    </section>
  );
}

const groupName = (group: Group): string => word('history_group', group);

/** As history.css has it. */
const BAR_REMS = 7.5;

/** Percentages, so that letters and patterns keep their size however wide the page is. */
function Bar({ week, most, total, name }: { week: Week; most: number; total: string; name: string }) {
  let top = 100;
  const parts = GROUPS.map((group) => {
    const height = (100 * week.counts[group]) / most;
    top -= height;
    return { group, height, y: top };
  });
  return (
    <div class="bar">
      <span class="total" style={{ marginBlockEnd: `${(BAR_REMS * week.total) / most}rem` }}>
        {total}
      </span>
      <svg aria-hidden="true">
        {parts.map(({ group, height, y }) =>
          height === 0 ? null : (
            <rect key={group} class={group} y={`${y}%`} width="100%" height={`${height}%`} />
          ),
        )}
      </svg>
      <span class="week">{name}</span>
    </div>
  );
}

/** Which is which, without colours. */
function Patterns() {
  return (
    <svg class="patterns" aria-hidden="true">
      <defs>
        <pattern id="history-aside" width="6" height="6" patternUnits="userSpaceOnUse">
          <path d="M0 0h6v6h-6z" class="ground" />
          <circle cx="3" cy="3" r="1.4" class="mark" />
        </pattern>
        <pattern
          id="history-on"
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <path d="M0 0h6v6h-6z" class="ground" />
          <path d="M0 0h3v6h-3z" class="mark" />
        </pattern>
      </defs>
    </svg>
  );
}

function Numbers({ weeks }: { weeks: readonly Week[] }) {
  const range = new Intl.DateTimeFormat(numberLocale(), { day: 'numeric', month: 'short', year: 'numeric' });
  const lastDay = ({ end }: Week): Date => new Date(end.getFullYear(), end.getMonth(), end.getDate() - 1);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached with the keyboard
    <section class="scrolling" aria-label={text('history_chart')} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{text('history_week')}</th>
            {GROUPS.map((group) => (
              <th key={group} scope="col">
                {groupName(group)}
              </th>
            ))}
            <th scope="col">{text('history_total')}</th>
          </tr>
        </thead>
        <tbody>
          {weeks.toReversed().map((week) => (
            <tr key={week.start.getTime()}>
              <th scope="row">{range.formatRange(week.start, lastDay(week))}</th>
              {GROUPS.map((group) => (
                <td key={group}>{number(week.counts[group])}</td>
              ))}
              <td>{number(week.total)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
