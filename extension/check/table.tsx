/** Many results: a table to sort and to narrow, each row with its whole verdict below it, and the ways to take them along. */
import { Fragment } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { text } from '../texts.ts';
import { number } from '../wording.ts';
import { csvOf, jsonOf } from './export.ts';
import { inOrder, needsAttention, type Order, type Row } from './rows.ts';
import { RowCells } from './table-row.tsx';
import { VerdictView } from './verdict.tsx';

/** So many rows more at each press: two thousand at once would keep the page from answering. */
const ROWS_AT_ONCE = 100;

interface TableProps {
  rows: readonly Row[];
  /** There is another policy's column. */
  compared: boolean;
  sum: string;
}

export function TableView({ rows, compared, sum }: TableProps) {
  const [order, setOrder] = useState<Order>('severity');
  const [onlyAttention, setOnlyAttention] = useState(false);
  const [most, setMost] = useState(ROWS_AT_ONCE);
  const [open, setOpen] = useState<number | null>(null);
  const sorted = useMemo(
    () => inOrder(onlyAttention ? rows.filter(needsAttention) : rows, order),
    [rows, onlyAttention, order],
  );
  const columns = compared ? [...COLUMNS, OTHER] : COLUMNS;
  return (
    <>
      <h3>{text('check_results')}</h3>
      <p>{sum}</p>
      <p class="check-tools">
        <label>
          <input
            type="checkbox"
            checked={onlyAttention}
            onChange={({ currentTarget }) => setOnlyAttention(currentTarget.checked)}
          />{' '}
          {text('check_only_attention')}
        </label>
        <button type="button" onClick={() => save(csvOf(sorted), 'text/csv', 'csv')}>
          {text('check_save_csv')}
        </button>
        <button type="button" onClick={() => save(jsonOf(sorted), 'application/json', 'json')}>
          {text('check_save_json')}
        </button>
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reached by keyboard (WCAG 2.1.1). */}
      <section class="check-table" aria-label={text('check_results')} tabIndex={0}>
        <table>
          <thead>
            <tr>
              {columns.map(({ name, order: by }) => (
                <Head key={name} name={name} by={by} order={order} choose={setOrder} />
              ))}
            </tr>
          </thead>
          <tbody>
            {sorted.slice(0, most).map((row) => (
              <Fragment key={row.id}>
                <RowCells
                  row={row}
                  compared={compared}
                  isOpen={open === row.id}
                  toggle={() => setOpen(open === row.id ? null : row.id)}
                />
                {open === row.id && (
                  <tr>
                    <td colSpan={columns.length}>
                      <div class="check-opened" id={`verdict-${row.id}`}>
                        <VerdictView outcome={row.outcome} />
                      </div>
                    </td>
                  </tr>
                )}
              </Fragment>
            ))}
          </tbody>
        </table>
        {sorted.length === 0 && <p class="check-no-rows">{text('check_no_rows')}</p>}
      </section>
      {sorted.length > most && (
        <button type="button" onClick={() => setMost(most + ROWS_AT_ONCE)}>
          {text('check_more_rows', number(sorted.length - most))}
        </button>
      )}
    </>
  );
}

interface Column {
  name: string;
  /** How a press on its head sorts. */
  order: Order | null;
}

const COLUMNS: readonly Column[] = [
  { name: 'check_column_file', order: 'file' },
  { name: 'check_column_verdict', order: 'severity' },
  { name: 'check_column_level', order: null },
  { name: 'check_column_platforms', order: null },
  { name: 'check_column_marking', order: null },
  { name: 'check_column_findings', order: null },
];
const OTHER: Column = { name: 'check_column_other', order: null };

interface HeadProps {
  name: string;
  by: Order | null;
  order: Order;
  choose: (order: Order) => void;
}

function Head({ name, by, order, choose }: HeadProps) {
  if (by === null) return <th scope="col">{text(name)}</th>;
  const direction = by === 'file' ? 'ascending' : 'descending';
  return (
    <th scope="col" aria-sort={by === order ? direction : 'none'}>
      <button type="button" onClick={() => choose(by === order ? 'taken' : by)}>
        {text(name)} <span aria-hidden="true">{by !== order ? '↕' : by === 'file' ? '↑' : '↓'}</span>
      </button>
    </th>
  );
}

/** By a link of our own: this needs no permission. */
function save(content: string, type: string, ending: string): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `in-camera-${new Date().toISOString().slice(0, 10)}.${ending}`;
  link.click();
  // The browser has begun to read it by then.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
