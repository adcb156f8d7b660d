/** Where the rows of a table stand. */
export type TableRows<Row> =
  | Readonly<{ state: 'loading' }>
  | Readonly<{ state: 'failed'; error: unknown; onRetry: () => void }>
  | Readonly<{ state: 'ready'; rows: readonly Row[] }>;

/** Rows that are there without being asked for. */
export const readyRows = <Row>(rows: readonly Row[]): TableRows<Row> => ({ state: 'ready', rows });

/** Rows as a query tells of them. What is there is shown, also when asking for it anew has failed. */
export function rowsOf<Row>(
  rows: readonly Row[] | null | undefined,
  { error, onRetry }: Readonly<{ error: unknown; onRetry: () => void }>,
): TableRows<Row> {
  if (rows) return readyRows(rows);
  return error ? { state: 'failed', error, onRetry } : { state: 'loading' };
}
