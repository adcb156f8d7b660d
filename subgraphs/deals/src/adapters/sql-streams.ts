import type { Ids } from '@meridian/platform/ids/ids';
import type { StreamExtent, Streams } from '../ports/streams.ts';
import { insertUnlessThere } from './sql-text.ts';

/** Streams in `streams`; the epoch in `store_identity`, made once per database. */
export function createSqlStreams(deps: { ids: Ids }): Streams {
  let known: string | undefined;
  const readEpoch = 'SELECT epoch FROM store_identity WHERE id = 1';
  return {
    async epoch(executor) {
      if (known !== undefined) return known;
      let [row] = await executor.query<{ epoch: string }>(readEpoch);
      if (row === undefined) {
        await executor.execute(insertUnlessThere('store_identity', ['id', 'epoch'], ['id']), [1, deps.ids.next('epo')]);
        [row] = await executor.query<{ epoch: string }>(readEpoch);
      }
      known = row?.epoch;
      if (known === undefined) throw new Error('The epoch of the streams could not be stored.');
      return known;
    },
    async extent(executor, stream) {
      const [row] = await executor.query<StreamExtent>(
        'SELECT position, pruned_through AS "prunedThrough" FROM streams WHERE name = ?',
        [stream],
      );
      return row ?? { position: 0, prunedThrough: 0 };
    },
    async take(transaction, stream, count) {
      const advance = 'UPDATE streams SET position = position + ? WHERE name = ?';
      const moved = await transaction.execute(advance, [count, stream]);
      if (moved === 0) {
        await transaction.execute('INSERT INTO streams (name, position, pruned_through) VALUES (?, ?, 0)', [
          stream,
          count,
        ]);
      }
      const [row] = await transaction.query<{ position: number }>('SELECT position FROM streams WHERE name = ?', [
        stream,
      ]);
      return (row?.position ?? 0) - count + 1;
    },
    async pruned(transaction, stream, through) {
      await transaction.execute('UPDATE streams SET pruned_through = ? WHERE name = ? AND pruned_through < ?', [
        through,
        stream,
        through,
      ]);
    },
  };
}
