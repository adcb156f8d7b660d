import type { SqlExecutor } from '@meridian/platform/sql/sql-database';
import { requireMoved } from '@meridian/platform/transactions/stale-row';
import type { ApprovalRecords } from '../../ports/records.ts';
import { toText, toTextOrNull } from './instants.ts';
import { type RequestRow, toRequest } from './rows.ts';
import { inserting, selected, valuesOf } from './statement.ts';

const columns = {
  id: 'id',
  bookingId: 'booking_id',
  ownerId: 'owner_id',
  state: 'state',
  createdAt: 'created_at',
  answerBy: 'answer_by',
  answeredAt: 'answered_at',
} as const;

/** Questions to owners over the table of `prisma/migrations`. */
export const createSqlApprovals = (sql: SqlExecutor): ApprovalRecords => {
  const select = `SELECT ${selected(columns)} FROM approval_request`;
  return {
    async find(id) {
      const [row] = await sql.query<RequestRow>(`${select} WHERE id = ?`, [id]);
      return row && toRequest(row);
    },
    async of(bookingId) {
      const rows = await sql.query<RequestRow>(`${select} WHERE booking_id = ? ORDER BY id`, [bookingId]);
      return rows.map(toRequest);
    },
    async insert(requests) {
      const rows = requests.map((request) => ({
        ...request,
        createdAt: toText(request.createdAtInMs),
        answerBy: toText(request.answerByInMs),
        answeredAt: toTextOrNull(request.answeredAtInMs),
      }));
      await sql.executeMany(
        inserting('approval_request', columns),
        rows.map((row) => valuesOf(columns, row)),
      );
    },
    async move(from, next) {
      const affected = await sql.execute(
        'UPDATE approval_request SET state = ?, answered_at = ? WHERE id = ? AND state = ?',
        [next.state, toTextOrNull(next.answeredAtInMs), next.id, from],
      );
      requireMoved(affected, `Request ${next.id} is no longer ${from}.`);
    },
  };
};
