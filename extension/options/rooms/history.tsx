/** The room "History": the log of this machine, to be read, searched, taken along and deleted. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { download } from '../../download.ts';
import type { Log } from '../../log.ts';
import { numberLocale, text } from '../../texts.ts';
import { number } from '../../wording.ts';
import { Chart } from '../history/chart.tsx';
import { Deleting } from '../history/deleting.tsx';
import { csvOf, fileName, jsonOf } from '../history/files.ts';
import { type Filter, isFiltering, NO_FILTER, searchIn } from '../history/filter.ts';
import { Filters } from '../history/filters.tsx';
import { followLog, readLog } from '../history/stored.ts';
import { Entries, STEP } from '../history/table.tsx';
import { keepingWords } from '../history/words.ts';

export function Room() {
  const [log, setLog] = useState<Log | 'failed' | null>(null);
  const [said, say] = useState('');
  useEffect(() => {
    let left = false;
    let soon: ReturnType<typeof setTimeout> | undefined;
    const read = (): void => {
      const show = (next: Log | 'failed'): void => {
        if (!left) setLog(next);
      };
      readLog().then(show, () => show('failed'));
    };
    // Before the first reading: what changes between the two would never be seen.
    const end = followLog(() => {
      // Ten thousand entries are not read again for each of many that come together.
      clearTimeout(soon);
      soon = setTimeout(read, 100);
    });
    read();
    return () => {
      left = true;
      clearTimeout(soon);
      end();
    };
  }, []);
  return (
    <div class="history">
      {log === null ? null : log === 'failed' ? (
        <p class="remark" data-level="warn">
          {text('history_failed')}
        </p>
      ) : (
        <Inside log={log} say={say} />
      )}
      <p role="status" class="said">
        {said}
      </p>
    </div>
  );
}

function Inside({ log, say }: { log: Log; say(words: string): void }) {
  const { entries, keeping } = log;
  const heading = useRef<HTMLHeadingElement>(null);
  const [filter, setFilter] = useState(NO_FILTER);
  const [most, setMost] = useState(STEP);
  const search = useMemo(() => searchIn(entries), [entries]);
  const found = useMemo(() => search(filter), [search, filter]);
  const filtering = isFiltering(filter);
  const change = (next: Filter): void => {
    setFilter(next);
    setMost(STEP);
  };
  const save = (ending: 'csv' | 'json'): void => {
    const name = fileName(ending, new Date());
    if (ending === 'csv') download(name, 'text/csv;charset=utf-8', csvOf(found));
    else download(name, 'application/json', jsonOf(found));
    say(text('history_saved', name));
  };
  const hasSomething = entries.length > 0 || log.unreadable > 0;
  return (
    <>
      <p>{text('history_intro')}</p>
      <p>{keepingWords(keeping)}</p>
      <Remarks log={log} />
      {entries.length === 0 ? null : <Chart entries={entries} keptDays={keeping.days} />}
      <h3 ref={heading} tabIndex={-1}>
        {text('history_entries')}
      </h3>
      {entries.length === 0 ? (
        <p>{text(emptyWords(log))}</p>
      ) : (
        <>
          <Filters entries={entries} filter={filter} change={change} />
          <Entries found={found} all={filtering ? entries.length : null} most={most} showUpTo={setMost} />
        </>
      )}
      {found.length === 0 ? null : (
        <div class="buttons">
          <button type="button" onClick={() => save('csv')}>
            {text('history_save_csv')}
          </button>
          <button type="button" onClick={() => save('json')}>
            {text('history_save_json')}
          </button>
        </div>
      )}
      {hasSomething ? (
        <Deleting
          found={found}
          all={entries}
          filtering={filtering}
          say={say}
          after={() => heading.current?.focus()}
        />
      ) : null}
    </>
  );
}

function emptyWords({ keeping, unreadable }: Log): string {
  if (keeping.days === 0) return 'history_empty_off';
  return unreadable > 0 ? 'history_empty_unreadable' : 'history_empty';
}

/** Why the log may not be the whole of it. */
function Remarks({ log: { unreadable, droppedUntil, keeping } }: { log: Log }) {
  const day = new Intl.DateTimeFormat(numberLocale(), { dateStyle: 'long', timeZone: 'UTC' });
  return (
    <>
      {unreadable === 0 ? null : (
        <p class="remark" data-level="warn">
          {text('history_unreadable', number(unreadable))}
        </p>
      )}
      {droppedUntil === null || keeping.days === 0 ? null : (
        <p class="remark" data-level="warn">
          {text('history_dropped', day.format(new Date(droppedUntil)))}
        </p>
      )}
    </>
  );
}
