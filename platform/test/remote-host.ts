// Runs in the second process of the contract suites: opens adapters there and lends them to the first.
import { openSqliteEventLog } from '../src/event-log/sqlite-event-log.ts';
import { DatabaseBusyError } from '../src/sql/sql-database.ts';
import { openSqliteDatabase } from '../src/sql/sqlite-database.ts';
import { systemClock } from '../src/time/clock.ts';
import { connect } from './rpc.ts';

const silent = () => undefined;
const logger = { debug: silent, info: silent, warn: silent, error: silent };

export type HostRequest =
  | Readonly<{ kind: 'database'; file: string; busyTimeoutInMs: number; migrationsFolder: readonly string[] }>
  | Readonly<{ kind: 'log'; file: string; sessionTimeoutInMs: number }>;

async function open(request: HostRequest): Promise<unknown> {
  if (request.kind === 'log') return openSqliteEventLog({ ...request, clock: systemClock, logger });
  // What has no meaning for the other process stays here.
  const { begin: _, reader: __, ...database } = await openSqliteDatabase(request);
  return database;
}

connect(process, open, (name, message) =>
  name === 'DatabaseBusyError' ? new DatabaseBusyError(message) : new Error(message),
);
process.on('disconnect', () => process.exit());
