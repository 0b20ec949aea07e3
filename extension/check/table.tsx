/** Many results: a table to sort and to narrow, each row with its whole verdict below it, and the ways to take them along. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import { download } from '../download.ts';
import { text } from '../texts.ts';
import { number } from '../wording.ts';
import { csvOf, jsonOf } from './export.ts';
import { inOrder, needsAttention, type Order, type Row } from './rows.ts';
import { Block } from './table-block.tsx';

/** So many rows are drawn in one go: two thousand would keep the page from answering. */
const ROWS_IN_BLOCK = 20;
/** And so many at each press of the button: every one of them makes the page slower to lay out. */
const BLOCKS_AT_ONCE = 25;

interface TableProps {
  rows: readonly Row[];
  /** There is another policy's column. */
  compared: boolean;
  sum: string;
}

export function TableView({ rows, compared, sum }: TableProps) {
  const [order, setOrder] = useState<Order>('severity');
  const [onlyAttention, setOnlyAttention] = useState(false);
  const [open, setOpen] = useState<number | null>(null);
  const sorted = useMemo(
    () => inOrder(onlyAttention ? rows.filter(needsAttention) : rows, order),
    [rows, onlyAttention, order],
  );
  const { blocks, wanted, more } = useBlocks(sorted);
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
        <button type="button" onClick={() => download(nameOf('csv'), 'text/csv', csvOf(sorted))}>
          {text('check_save_csv')}
        </button>
        <button type="button" onClick={() => download(nameOf('json'), 'application/json', jsonOf(sorted))}>
          {text('check_save_json')}
        </button>
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by keyboard (WCAG 2.1.1). */}
      {/* biome-ignore lint/a11y/useSemanticElements: no fieldset, and no landmark: the section around it is one of the same name. */}
      <div role="group" class="check-table" aria-label={text('check_results')} tabIndex={0}>
        <table class={compared ? 'compared' : undefined}>
          <thead>
            <tr>
              {columns.map(({ name, order: by }) => (
                <Head key={name} name={name} by={by} order={order} choose={setOrder} />
              ))}
            </tr>
          </thead>
          {blocks.map((block) => (
            <Block
              key={block[0]?.id}
              rows={block}
              columns={columns.length}
              compared={compared}
              open={block.some(({ id }) => id === open) ? open : null}
              choose={setOpen}
            />
          ))}
        </table>
        {sorted.length === 0 && <p class="check-no-rows">{text('check_no_rows')}</p>}
      </div>
      {sorted.length > wanted && (
        <button type="button" onClick={more}>
          {text('check_more_rows', number(sorted.length - wanted))}
        </button>
      )}
    </>
  );
}

/** The rows in blocks, one more at each turn until those that are wanted stand there, so that a key or a press gets in between. */
function useBlocks(rows: readonly Row[]): { blocks: Row[][]; wanted: number; more: () => void } {
  const all = useMemo(() => inBlocks(rows), [rows]);
  const [{ of, drawn, most }, set] = useState({ of: all, drawn: 1, most: BLOCKS_AT_ONCE });
  // Other rows, or another order: from the first block on.
  const shown = of === all ? drawn : 1;
  const wanted = of === all ? most : BLOCKS_AT_ONCE;
  useEffect(() => {
    if (shown >= Math.min(wanted, all.length)) return;
    const next = setTimeout(() => set({ of: all, drawn: shown + 1, most: wanted }));
    return () => clearTimeout(next);
  }, [all, shown, wanted]);
  return {
    blocks: all.slice(0, shown),
    wanted: wanted * ROWS_IN_BLOCK,
    more: () => set({ of: all, drawn: shown, most: wanted + BLOCKS_AT_ONCE }),
  };
}

function inBlocks(rows: readonly Row[]): Row[][] {
  const blocks: Row[][] = [];
  for (let at = 0; at < rows.length; at += ROWS_IN_BLOCK) blocks.push(rows.slice(at, at + ROWS_IN_BLOCK));
  return blocks;
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

const nameOf = (ending: string): string => `in-camera-${new Date().toISOString().slice(0, 10)}.${ending}`;
