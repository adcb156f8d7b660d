import type { Ids } from '@meridian/platform/ids/ids';
import type { SqlExecutor } from '@meridian/platform/sql/sql-database';
import { insertUnlessThere } from '@meridian/platform/sql/statements';
import type { StreamExtent, Streams } from '../ports/streams.ts';

const readEpoch = 'SELECT epoch FROM store_identity WHERE id = 1';

/** Streams in `streams`; the epoch in `store_identity`, made once per database. */
export function createSqlStreams({ executor, ids }: { executor: SqlExecutor; ids: Ids }): Streams {
  let known: string | undefined;
  return {
    async epoch() {
      if (known !== undefined) return known;
      let [row] = await executor.query<{ epoch: string }>(readEpoch);
      if (row === undefined) {
        await executor.execute(insertUnlessThere('store_identity', ['id', 'epoch'], ['id']), [1, ids.next('epo')]);
        [row] = await executor.query<{ epoch: string }>(readEpoch);
      }
      known = row?.epoch;
      if (known === undefined) throw new Error('The epoch of the streams could not be stored.');
      return known;
    },
    async extent(stream) {
      const [row] = await executor.query<StreamExtent>(
        'SELECT position, pruned_through AS "prunedThrough" FROM streams WHERE name = ?',
        [stream],
      );
      return row ?? { position: 0, prunedThrough: 0 };
    },
  };
}
