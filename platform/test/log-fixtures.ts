import { join } from 'node:path';
import { openSqliteEventLog } from '../src/event-log/sqlite-event-log.ts';
import type { EventLogFixture } from '../src/testkit/event-log.contract.ts';
import { temporaryFolder } from '../src/testkit/temporary-folder.ts';
import { type Clock, systemClock } from '../src/time/clock.ts';
import type { Ticker } from '../src/time/ticker.ts';
import type { RemoteProcess } from './remote-process.ts';

const silent = () => undefined;
/** Failing handlers are part of the suites. */
export const quietLogger = { debug: silent, info: silent, warn: silent, error: silent };

/** Longer than any test: nobody is taken for dead because the machine is busy, and a test of deaths moves its clock. */
export const sessionTimeoutInMs = 600_000;

/** Where a fixture's time comes from, and the process of its second handle: this one unless given. */
export type FixtureOptions = Readonly<{ remote?: RemoteProcess; clock?: Clock; ticker?: Ticker }>;

export const openLog = (file: string, { clock = systemClock, ticker }: Omit<FixtureOptions, 'remote'> = {}) =>
  openSqliteEventLog({ file, clock, logger: quietLogger, sessionTimeoutInMs, ...(ticker ? { ticker } : {}) });

/** Two handles on one log: both in this process, or the second in another, which has the machine's time. */
export async function openLogFixture({
  remote,
  ...time
}: FixtureOptions = {}): Promise<EventLogFixture & Readonly<{ file: string }> & AsyncDisposable> {
  const folder = await temporaryFolder();
  const file = join(folder.path, 'log.db');
  const here = await openLog(file, time);
  const there = await (remote ? remote.openLog({ file, sessionTimeoutInMs }) : openLog(file, time));
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
