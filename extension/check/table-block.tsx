import { Component, Fragment } from 'preact';
import type { Row } from './rows.ts';
import { RowCells } from './table-row.tsx';
import { VerdictView } from './verdict.tsx';

interface BlockProps {
  rows: readonly Row[];
  columns: number;
  compared: boolean;
  /** The row whose verdict stands below it, if it is one of these. */
  open: number | null;
  choose: (row: number | null) => void;
}

/** Some rows of a long table, which are not drawn anew when others are added. */
export class Block extends Component<BlockProps> {
  override shouldComponentUpdate(next: BlockProps): boolean {
    const { rows, open, compared } = this.props;
    return next.rows !== rows || next.open !== open || next.compared !== compared;
  }

  override render({ rows, columns, compared, open, choose }: BlockProps) {
    return (
      <tbody>
        {rows.map((row) => (
          <Fragment key={row.id}>
            <RowCells
              row={row}
              compared={compared}
              isOpen={open === row.id}
              toggle={() => choose(open === row.id ? null : row.id)}
            />
            {open === row.id && (
              <tr>
                <td colSpan={columns}>
                  <div class="check-opened" id={`verdict-${row.id}`}>
                    <VerdictView outcome={row.outcome} />
                  </div>
                </td>
              </tr>
            )}
          </Fragment>
        ))}
      </tbody>
    );
  }
}
