import { existsSync } from 'node:fs';
import { serviceNames } from '@meridian/embedded/services';
import { dataFolderAt } from '@meridian/platform/config/data-folder';
import type { EventLog } from '@meridian/platform/event-log/event-log';
import { openSqliteEventLog } from '@meridian/platform/event-log/sqlite-event-log';
import { silentLogger } from '@meridian/platform/observability/logger';
import type { SqlDatabase } from '@meridian/platform/sql/sql-database';
import { openSqliteDatabase } from '@meridian/platform/sql/sqlite-database';
import type { Command } from 'commander';
import { NothingThere, type Terminal } from './terminal.ts';

const folderOf = (command: Command) => dataFolderAt(command.optsWithGlobals<{ data: string }>().data);

/**
 * Opens the event log of the data folder that the command line names, runs `work`, and closes it.
 *
 * @throws NothingThere when there is no log in the folder
 */
export async function withEventLog<Result>(
  command: Command,
  terminal: Terminal,
  work: (log: EventLog) => Promise<Result>,
): Promise<Result> {
  const { eventLog: file } = folderOf(command);
  // Opening would create it, and a mistyped folder would look like an empty market.
  if (!existsSync(file)) {
    throw new NothingThere(`${file} does not exist. Start Meridian once, or name its folder with --data.`);
  }
  await using log = await openSqliteEventLog({ file, clock: terminal.clock, logger: silentLogger });
  return await work(log);
}

/** Runs `work` on the database of each service that has one in the folder, one after the other. */
export async function withEachService(
  command: Command,
  work: (service: string, database: SqlDatabase) => Promise<void>,
): Promise<void> {
  const folder = folderOf(command);
  for (const service of serviceNames) {
    const file = folder.database(service);
    if (!existsSync(file)) continue;
    await using database = await openSqliteDatabase({ file });
    await work(service, database);
  }
}
