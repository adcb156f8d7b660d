import Paper from '@mui/material/Paper';
import Skeleton from '@mui/material/Skeleton';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { FailureNotice } from '../feedback/failure-notice.tsx';
import { type More, MoreButton } from '../lists/more-button.tsx';
import type { TableRows } from './table-rows.ts';

/** A column: its title, and what it shows of a row. */
export type Column<Row> = Readonly<{ title: string; isNumber?: boolean; render: (row: Row) => ReactNode }>;

type DataTableProps<Row> = Readonly<{
  /** What the table is about, for those who hear it. */
  label: string;
  columns: readonly Column<Row>[];
  rows: TableRows<Row>;
  keyOf: (row: Row) => string;
  emptyText: string;
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

type RowsProps<Row> = Pick<DataTableProps<Row>, 'columns' | 'keyOf'> & Readonly<{ rows: readonly Row[] }>;

const Rows = <Row,>({ columns, rows, keyOf }: RowsProps<Row>) =>
  rows.map((row) => (
    <TableRow key={keyOf(row)} hover>
      {columns.map(({ title, isNumber, render }) => (
        <TableCell key={title} align={isNumber ? 'right' : 'left'} sx={{ fontVariantNumeric: 'tabular-nums' }}>
          {render(row)}
        </TableCell>
      ))}
    </TableRow>
  ));

/** Rows of one kind in all four states: on their way, none, failed, there. It scrolls sideways where the screen is narrow. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, columns, rows: standing, keyOf, emptyText, more } = props;
  if (standing.state === 'failed') return <FailureNotice error={standing.error} onRetry={standing.onRetry} />;
  const rows = standing.state === 'ready' ? standing.rows : undefined;
  return (
    <Paper variant="outlined">
      <TableContainer tabIndex={0} role="region" aria-label={label}>
        <Table size="small">
          <TableHead>
            <TableRow>
              {columns.map(({ title, isNumber }) => (
                <TableCell key={title} align={isNumber ? 'right' : 'left'} sx={{ fontWeight: 650 }}>
                  {title}
                </TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {rows ? <Rows columns={columns} rows={rows} keyOf={keyOf} /> : <Skeletons columns={columns.length} />}
          </TableBody>
        </Table>
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
