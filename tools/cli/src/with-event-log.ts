import { existsSync } from 'node:fs';
import { dataFolderAt } from '@meridian/platform/config/data-folder';
import type { EventLog } from '@meridian/platform/event-log/event-log';
import { openSqliteEventLog } from '@meridian/platform/event-log/sqlite-event-log';
import { silentLogger } from '@meridian/platform/observability/logger';
import { systemClock } from '@meridian/platform/time/clock';
import type { Command } from 'commander';

/**
 * Opens the event log of the data folder that the command line names, runs `work`, and closes it.
 *
 * @throws Error when there is no log in the folder
 */
export async function withEventLog(command: Command, work: (log: EventLog) => Promise<void>): Promise<void> {
  const { data } = command.optsWithGlobals<{ data: string }>();
  const { eventLog: file } = dataFolderAt(data);
  if (!existsSync(file))
    throw new Error(`${file} does not exist. Start Meridian once, or name its folder with --data.`);
  await using log = await openSqliteEventLog({ file, clock: systemClock, logger: silentLogger });
  await work(log);
}
