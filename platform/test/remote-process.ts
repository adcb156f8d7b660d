import { fork } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Consumption, EventLog } from '../src/event-log/event-log.ts';
import { DatabaseBusyError, type SqlDatabase } from '../src/sql/sql-database.ts';
import type { HostRequest } from './remote-host.ts';
import { connect } from './rpc.ts';

/** A second process, and the adapters that it opens, usable as if they were here. */
export interface RemoteProcess extends AsyncDisposable {
  openDatabase(options: {
    file: string;
    busyTimeoutInMs?: number;
    migrationsFolder?: readonly string[];
  }): Promise<SqlDatabase>;
  openLog(options: { file: string; sessionTimeoutInMs: number }): Promise<EventLog>;
  /** SIGKILL. What it was asked and did not answer fails. Resolves when it is dead. */
  kill(): Promise<void>;
  /** SIGSTOP and SIGCONT: a process that hangs for a while and does not know it. */
  pause(): void;
  resume(): void;
}

const host = join(dirname(fileURLToPath(import.meta.url)), 'remote-host.ts');

export function startRemoteProcess(): RemoteProcess {
  const child = fork(host, { execArgv: ['--conditions=source', '--import', 'tsx'], serialization: 'advanced' });
  const exited = new Promise<void>((resolve) => void child.once('exit', () => resolve()));
  const restore = (name: string, message: string) =>
    name === 'DatabaseBusyError' ? new DatabaseBusyError(message) : Object.assign(new Error(message), { name });
  const channel = {
    // A message to a dead process is no error here: what waits for its answer fails when the process has ended.
    send: (message: unknown) => child.connected && child.send(message as never, () => undefined),
    on: (event: 'message', listener: (message: unknown) => void) => child.on(event, listener),
  };
  const connection = connect(channel, () => undefined, restore);
  void exited.then(() => connection.abandon('The second process is dead.'));
  const ask = (request: HostRequest) => connection.call(request);
  const end = async (signal: 'SIGKILL' | 'SIGTERM') => {
    child.kill(signal);
    await exited;
  };
  return {
    openDatabase: async ({ file, busyTimeoutInMs = 10_000, migrationsFolder = [] }) =>
      asDatabase((await ask({ kind: 'database', file, busyTimeoutInMs, migrationsFolder })) as SqlDatabase),
    openLog: async ({ file, sessionTimeoutInMs }) =>
      asLog((await ask({ kind: 'log', file, sessionTimeoutInMs })) as EventLog),
    kill: () => end('SIGKILL'),
    pause: () => void child.kill('SIGSTOP'),
    resume: () => void child.kill('SIGCONT'),
    [Symbol.asyncDispose]: () => end('SIGTERM'),
  };
}

/** Over there everything answers later; `onCommit` and `afterCommit` promise to answer at once. Order on the channel holds. */
function asDatabase(remote: SqlDatabase): SqlDatabase {
  return {
    ...remote,
    onCommit(listener) {
      const stop = remote.onCommit(() => listener()) as unknown as Promise<() => void>;
      stop.catch(() => undefined);
      return () => void stop.then((stopIt) => stopIt()).catch(() => undefined);
    },
    transaction: <T>(work: Parameters<typeof remote.transaction<T>>[0]) =>
      remote.transaction<T>(async (transaction) =>
        work({ ...transaction, afterCommit: (action) => void transaction.afterCommit(action) }),
      ),
    [Symbol.asyncDispose]: () => remote.close(),
  };
}

const asConsumption = (remote: Consumption): Consumption => ({
  ...remote,
  [Symbol.asyncDispose]: () => remote.close(),
});

function asLog(remote: EventLog): EventLog {
  return {
    ...remote,
    consume: async (options) => asConsumption(await remote.consume(options)),
    follow: async (options) => asConsumption(await remote.follow(options)),
    [Symbol.asyncDispose]: () => remote.close(),
  };
}
