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
  forgetBefore: (time) => database.execute('DELETE FROM log_records WHERE logged_at < ?', [time]),
});
