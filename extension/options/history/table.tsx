/** The entries, a hundred at a time: ten thousand rows at once would freeze the page. */
import { useRef } from 'preact/hooks';
import type { LogEntry } from '../../log.ts';
import { numberLocale, text } from '../../texts.ts';
import { number, platformName } from '../../wording.ts';
import { actionName, howName, ruleName } from './words.ts';

export const STEP = 100;

interface Props {
  found: readonly LogEntry[];
  /** How many there are without the filter; null when nothing is filtered. */
  all: number | null;
  most: number;
  showUpTo(most: number): void;
}

export function Entries({ found, all, most, showUpTo }: Props) {
  const region = useRef<HTMLElement>(null);
  const shown = found.slice(0, most);
  const more = Math.min(STEP, found.length - shown.length);
  const showMore = (): void => {
    showUpTo(most + STEP);
    // The button goes with the last of them.
    if (most + STEP >= found.length) region.current?.focus();
  };
  return (
    <>
      <p role="status" class="count">
        {countWords(shown.length, found.length, all)}
      </p>
      {found.length === 0 ? null : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached with the keyboard
        <section ref={region} class="scrolling" aria-label={text('history_entries')} tabIndex={0}>
          <Table entries={shown} />
        </section>
      )}
      {more > 0 ? (
        <button type="button" onClick={showMore}>
          {text('history_more', number(more))}
        </button>
      ) : null}
    </>
  );
}

function countWords(shown: number, found: number, all: number | null): string {
  if (all === null) return text('history_count', number(shown), number(found));
  return text('history_count_filtered', number(shown), number(found), number(all));
}

/** A host that is broken where a person would: after a dot. */
const breakable = (host: string) => host.split(/(?<=\.)/).map((label) => [label, <wbr key={label} />]);

const COLUMNS = ['time', 'site', 'action', 'found', 'platform', 'decision', 'reason'] as const;

function Table({ entries }: { entries: readonly LogEntry[] }) {
  const time = new Intl.DateTimeFormat(numberLocale(), { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <table>
      <thead>
        <tr>
          {COLUMNS.map((column) => (
            <th key={column} scope="col">
              {text(`history_${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {entries.map((entry, index) => (
          // Two entries can be the same in every word.
          <tr key={index}>
            <td class="at">
              <time dateTime={entry.time}>{time.format(new Date(entry.time))}</time>
            </td>
            <td class="from">
              <bdi>{breakable(entry.site)}</bdi>
            </td>
            <td>{actionName(entry.action)}</td>
            <td class="found">{entry.rules.map(ruleName).join('; ')}</td>
            <td>{entry.platforms.map(platformName).join('; ')}</td>
            <td>{howName(entry.how)}</td>
            <td class="reason">
              <bdi>{entry.reason}</bdi>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
