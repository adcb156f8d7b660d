import type { SqlTransaction } from '@meridian/platform/sql/sql-database';

/**
 * Takes the next positions of a stream and returns the first. The stream's row stays locked until the commit, so a lower position
 * never becomes visible after a higher one.
 */
export async function takePositions(transaction: SqlTransaction, stream: string, count: number): Promise<number> {
  const advance = 'UPDATE streams SET position = position + ? WHERE name = ?';
  const moved = await transaction.execute(advance, [count, stream]);
  if (moved === 0) {
    await transaction.execute('INSERT INTO streams (name, position, pruned_through) VALUES (?, ?, 0)', [stream, count]);
  }
  const [row] = await transaction.query<{ position: number }>('SELECT position FROM streams WHERE name = ?', [stream]);
  return (row?.position ?? 0) - count + 1;
}

/** Notes that positions up to one are no longer kept. */
export async function notePruned(transaction: SqlTransaction, stream: string, through: number): Promise<void> {
  await transaction.execute('UPDATE streams SET pruned_through = ? WHERE name = ? AND pruned_through < ?', [
    through,
    stream,
    through,
  ]);
}
