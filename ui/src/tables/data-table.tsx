import Paper from '@mui/material/Paper';
import Skeleton from '@mui/material/Skeleton';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import type { MouseEvent, ReactNode } from 'react';
import { FailureNotice } from '../feedback/failure-notice.tsx';
import { type More, MoreButton } from '../lists/more-button.tsx';
import { CardsWhereNarrow, narrowBelow } from './cards-where-narrow.ts';
import type { TableRows } from './table-rows.ts';

/** A column: its title, and what it shows of a row. */
export type Column<Row> = Readonly<{
  title: string;
  isNumber?: boolean;
  /** What is read at a glance and never broken, as a time is. Numbers never are. */
  isOneLine?: boolean;
  render: (row: Row) => ReactNode;
}>;

type DataTableProps<Row> = Readonly<{
  /** What the table is about, for those who hear it. */
  label: string;
  columns: readonly Column<Row>[];
  rows: TableRows<Row>;
  keyOf: (row: Row) => string;
  emptyText: string;
  /** What a press on a row does beside its own link or button, which the keyboard reaches. Rows without it do not answer to the pointer. */
  onOpen?: (row: Row) => void;
  /** For what comes page by page. */
  more?: More;
}>;

const skeletonRows = [0, 1, 2, 3, 4, 5, 6, 7];

const Skeletons = ({ columns }: Readonly<{ columns: number }>) =>
  skeletonRows.map((row) => (
    <TableRow key={row} aria-hidden>
      <TableCell colSpan={columns}>
        <Skeleton height={24} />
      </TableCell>
    </TableRow>
  ));

/** Whether a press was meant for what lies in the row, or marked its text to be copied. */
const isMeantForContent = ({ target, currentTarget }: MouseEvent): boolean =>
  (target instanceof Element && currentTarget.contains(target.closest('a, button, input, [role="combobox"]'))) ||
  document.getSelection()?.type === 'Range';

type RowsProps<Row> = Pick<DataTableProps<Row>, 'columns' | 'keyOf' | 'onOpen'> & Readonly<{ rows: readonly Row[] }>;

const Rows = <Row,>({ columns, rows, keyOf, onOpen }: RowsProps<Row>) =>
  rows.map((row) => (
    <TableRow
      key={keyOf(row)}
      role="row"
      {...(onOpen && {
        hover: true,
        style: { cursor: 'pointer' },
        onClick: (event: MouseEvent) => !isMeantForContent(event) && onOpen(row),
      })}
    >
      {columns.map(({ title, isNumber = false, isOneLine = isNumber, render }) => (
        <TableCell
          key={title}
          role="cell"
          data-title={title}
          align={isNumber ? 'right' : 'left'}
          style={isOneLine ? { whiteSpace: 'nowrap' } : undefined}
        >
          {render(row)}
        </TableCell>
      ))}
    </TableRow>
  ));

type HeadProps<Row> = Pick<DataTableProps<Row>, 'columns'>;

const Head = <Row,>({ columns }: HeadProps<Row>) => (
  <TableHead role="rowgroup">
    <TableRow role="row">
      {columns.map(({ title, isNumber }) => (
        <TableCell key={title} role="columnheader" align={isNumber ? 'right' : 'left'}>
          {title}
        </TableCell>
      ))}
    </TableRow>
  </TableHead>
);

/**
 * Rows of one kind in all four states: on their way, none, failed, there. Where there is no room for its columns, each row is a card of
 * lines; it is a table all the same for those who hear it.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, columns, rows: standing, keyOf, emptyText, onOpen, more } = props;
  if (standing.state === 'failed') return <FailureNotice error={standing.error} onRetry={standing.onRetry} />;
  const rows = standing.state === 'ready' ? standing.rows : undefined;
  return (
    <Paper variant="outlined" sx={{ containerType: 'inline-size' }}>
      <TableContainer tabIndex={0} role="region" aria-label={label}>
        <CardsWhereNarrow size="small" role="table" narrowBelow={narrowBelow(columns.length)}>
          <Head columns={columns} />
          <TableBody role="rowgroup">
            {rows ? (
              <Rows columns={columns} rows={rows} keyOf={keyOf} {...(onOpen && { onOpen })} />
            ) : (
              <Skeletons columns={columns.length} />
            )}
          </TableBody>
        </CardsWhereNarrow>
      </TableContainer>
      {rows?.length === 0 && (
        <Typography role="status" sx={{ p: 3, textAlign: 'center', color: 'text.secondary' }}>
          {emptyText}
        </Typography>
      )}
      {more && <MoreButton {...more} />}
    </Paper>
  );
}
