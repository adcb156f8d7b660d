import { selectIn } from '@meridian/platform/sql/select-in';
import type { SqlExecutor, SqlTransaction } from '@meridian/platform/sql/sql-database';
import { searchIdOf } from '../domain/saved-search.ts';
import type {
  Evaluation,
  EvaluationBook,
  EvaluationReader,
  OpenEvaluation,
  Watched,
} from '../ports/evaluation-book.ts';
import { takePositions } from './stream-rows.ts';

/** Numbers come from here: under the write lock, so that a lower one never becomes visible after a higher one. */
const stream = 'watch-evaluations';

type Row = Readonly<{ number: number; queue: string; content: string; after_id: string }>;

const toOpen = ({ number, queue, content, after_id: afterId }: Row): OpenEvaluation => ({
  number,
  queue,
  afterId,
  evaluation: JSON.parse(content) as Evaluation,
});

/** Watches on a listing's price and on its stock are the same ones: they share a queue. */
const queueOf = (watched: Watched): string =>
  watched.kind === 'SEARCH' ? searchIdOf(watched.search) : watched.listingId;

const add = 'INSERT INTO watch_evaluations (number, queue, content, after_id) VALUES (?, ?, ?, ?)';
const nextBehind = 'SELECT * FROM watch_evaluations WHERE queue > ? ORDER BY queue, number LIMIT 1';

/** Evaluations in `watch_evaluations`, to read. */
export const createSqlEvaluationReader = (executor: SqlExecutor): EvaluationReader => ({
  async count() {
    const [row] = await executor.query<{ count: number }>('SELECT COUNT(*) AS count FROM watch_evaluations');
    return row?.count ?? 0;
  },
});

/** Evaluations in `watch_evaluations`. */
export const createSqlEvaluationBook = (transaction: SqlTransaction): EvaluationBook => ({
  async last() {
    const [row] = await transaction.query<{ position: number }>('SELECT position FROM streams WHERE name = ?', [
      stream,
    ]);
    return row?.position ?? 0;
  },
  async waiting(watched) {
    const rows = await selectIn<{ queue: string }>(
      transaction,
      'SELECT DISTINCT queue FROM watch_evaluations WHERE queue IN (…)',
      { values: watched.map(queueOf) },
    );
    const queues = new Set(rows.map(({ queue }) => queue));
    return new Set(watched.filter((each) => queues.has(queueOf(each))));
  },
  async put(begun) {
    const first = await takePositions(transaction, stream, begun.length);
    await transaction.executeMany(
      add,
      begun.map(({ evaluation, afterId }, index) => [
        first + index,
        queueOf(evaluation.watched),
        JSON.stringify(evaluation),
        afterId,
      ]),
    );
  },
  async next(queue) {
    const [row = (await transaction.query<Row>(nextBehind, ['']))[0]] = await transaction.query<Row>(nextBehind, [
      queue,
    ]);
    return row && toOpen(row);
  },
  async advance(number, afterId) {
    await transaction.execute('UPDATE watch_evaluations SET after_id = ? WHERE number = ?', [afterId, number]);
  },
  async end(number) {
    await transaction.execute('DELETE FROM watch_evaluations WHERE number = ?', [number]);
  },
});
