import { join } from 'node:path';
import type { EventLog } from '../src/event-log/event-log.ts';
import { openSqliteEventLog } from '../src/event-log/sqlite-event-log.ts';
import type { EventLogFixture } from '../src/testkit/event-log.contract.ts';
import { temporaryFolder } from '../src/testkit/temporary-folder.ts';
import { systemClock } from '../src/time/clock.ts';
import type { RemoteProcess } from './remote-process.ts';

const silent = () => undefined;
/** Failing handlers are part of the suites. */
export const quietLogger = { debug: silent, info: silent, warn: silent, error: silent };

/** Short, so that a dead member is noticed within a test. */
export const sessionTimeoutInMs = 1_500;

export const openLog = (file: string): Promise<EventLog> =>
  openSqliteEventLog({ file, clock: systemClock, logger: quietLogger, sessionTimeoutInMs });

/** Two handles on one log: both in this process, or the second in another. */
export async function openLogFixture(
  remote?: RemoteProcess,
): Promise<EventLogFixture & Readonly<{ file: string }> & AsyncDisposable> {
  const folder = await temporaryFolder();
  const file = join(folder.path, 'log.db');
  const here = await openLog(file);
  const there = await (remote ? remote.openLog({ file, sessionTimeoutInMs }) : openLog(file));
  return {
    file,
    here,
    there,
    async [Symbol.asyncDispose]() {
      await here.close();
      await there.close().catch(silent);
      await folder[Symbol.asyncDispose]();
    },
  };
}
