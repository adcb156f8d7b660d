import type { SqlDatabase, SqlValue } from '@meridian/platform/sql/sql-database';
import { logLevels } from '../domain/log-entry.ts';
import type { LogRecord, LogRecords, LogSearch } from '../ports/log-records.ts';

type LogRow = Readonly<{
  id: string;
  logged_at: string;
  severity: number;
  service: string;
  request_id: string | null;
  message: string;
  fields: string;
}>;

const columns = 'id, logged_at, severity, service, request_id, message, fields';

const toRecord = (row: LogRow): LogRecord => ({
  id: row.id,
  time: row.logged_at,
  level: logLevels[Number(row.severity)] ?? 'ERROR',
  service: row.service,
  requestId: row.request_id,
  message: row.message,
  fields: JSON.parse(row.fields),
});

const toParams = (record: LogRecord): SqlValue[] => [
  record.id,
  record.time,
  logLevels.indexOf(record.level),
  record.service,
  record.requestId,
  record.message,
  JSON.stringify(record.fields),
];

function conditionsOf({ level, service, requestId, after }: LogSearch): { sql: string; params: SqlValue[] } {
  const conditions: [string, SqlValue[]][] = [['severity >= ?', [logLevels.indexOf(level)]]];
  if (service !== undefined) conditions.push(['service = ?', [service]]);
  if (requestId !== undefined) conditions.push(['request_id = ?', [requestId]]);
  if (after) conditions.push(['(logged_at < ? OR (logged_at = ? AND id < ?))', [after.time, after.time, after.id]]);
  return { sql: conditions.map(([sql]) => sql).join(' AND '), params: conditions.flatMap(([, params]) => params) };
}

/** The oldest ones; the statement that looks them up is one of its own for MySQL, which deletes from no table that it reads. */
async function forgetOldest(database: SqlDatabase, where: string, params: readonly SqlValue[]): Promise<number> {
  const old = await database.query<{ id: string }>(
    `SELECT id FROM log_records WHERE ${where} ORDER BY logged_at, id LIMIT ?`,
    params,
  );
  const removed = await database.executeMany(
    'DELETE FROM log_records WHERE id = ?',
    old.map(({ id }) => [id]),
  );
  return removed.reduce((total, count) => total + count, 0);
}

/** Log records in a SQL table. */
export const createSqlLogRecords = ({ database }: Readonly<{ database: SqlDatabase }>): LogRecords => ({
  async append(records) {
    await database.executeMany(
      `INSERT INTO log_records (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
      records.map(toParams),
    );
  },
  async search(search) {
    const { sql, params } = conditionsOf(search);
    const rows = await database.query<LogRow>(
      `SELECT ${columns} FROM log_records WHERE ${sql} ORDER BY logged_at DESC, id DESC LIMIT ?`,
      [...params, search.first + 1],
    );
    return { records: rows.slice(0, search.first).map(toRecord), hasNextPage: rows.length > search.first };
  },
  forgetBefore: (time, limit) => forgetOldest(database, 'logged_at < ?', [time, limit]),
  async forgetBeyond(kept, limit) {
    const [last] = await database.query<{ logged_at: string; id: string }>(
      'SELECT logged_at, id FROM log_records ORDER BY logged_at DESC, id DESC LIMIT 1 OFFSET ?',
      [kept],
    );
    if (last === undefined) return 0;
    const isBeyond = '(logged_at < ? OR (logged_at = ? AND id <= ?))';
    return forgetOldest(database, isBeyond, [last.logged_at, last.logged_at, last.id, limit]);
  },
});
