import { EventEmitter } from 'node:events';
import { expect, test } from '@jest/globals';
import { type ProcessHost, type RunProcess, runProcess } from './run-process.ts';

type Environment = Readonly<{ LOG_LEVEL: 'silent'; WORD: string }>;

/** A process that keeps what becomes of it. */
function openHost() {
  const emitter = new EventEmitter();
  const told: string[] = [];
  const host: ProcessHost = {
    exitCode: undefined,
    pid: 7,
    on: (signal, listener) => emitter.on(signal, listener),
    off: (signal, listener) => emitter.off(signal, listener),
    once: (event, listener) => emitter.once(event, listener),
    exit: (code) => void told.push(`exit ${code}`),
    kill: (pid, signal) => {
      told.push(`kill ${pid} ${signal}`);
      emitter.emit(signal, signal);
    },
    stderr: { write: (text) => told.push(text) },
  };
  return { host, told, emitter };
}

const settings = { ok: true, environment: { LOG_LEVEL: 'silent', WORD: 'hello' } } as const;

const run = (
  given: Partial<RunProcess<Environment>>,
  { host }: Pick<ReturnType<typeof openHost>, 'host'>,
): Promise<void> =>
  runProcess({ name: 'tester', settings, start: async () => undefined, shutdownTimeoutInMs: 1000, ...given }, host);

test('wrong settings are told at once, one a line, and nothing is started', async () => {
  const { host, told } = openHost();
  const start = async () => void told.push('started');
  await run({ settings: { ok: false, problems: ['A is not set.', 'B: Use a number.'] }, start }, { host });
  expect([told, host.exitCode]).toEqual([['A is not set.\nB: Use a number.\n'], 2]);
});

test('a start that fails says why, closes what it has opened, and ends the process', async () => {
  const { host, told } = openHost();
  const start: RunProcess<Environment>['start'] = async (_environment, { shutdown }) => {
    shutdown.register('pool', () => void told.push('pool closed'));
    throw new Error('The port is taken.');
  };
  await run({ start }, { host });
  expect(told).toEqual(['tester could not start: The port is taken.\n', 'pool closed', 'exit 1']);
});

test('what has started ends on a signal, and when the host that started it is gone', async () => {
  for (const signal of ['SIGTERM', 'SIGINT', 'disconnect']) {
    const { host, told, emitter } = openHost();
    const ended = new Promise<void>((resolve) => {
      host.exit = (code) => {
        told.push(`exit ${code}`);
        resolve();
      };
    });
    const start: RunProcess<Environment>['start'] = async ({ WORD }, { shutdown }) => {
      told.push(WORD);
      shutdown.register('pool', () => void told.push('pool closed'));
    };
    await run({ start }, { host });
    emitter.emit(signal, signal);
    await ended;
    const killed = signal === 'disconnect' ? ['kill 7 SIGTERM'] : [];
    expect(told).toEqual(['hello', ...killed, 'pool closed', 'exit 0']);
  }
});

test('a signal in the middle of the start waits for it, and what it then comes to is no failure', async () => {
  const { host, told, emitter } = openHost();
  const ended = new Promise<void>((resolve) => {
    host.exit = (code) => {
      told.push(`exit ${code}`);
      resolve();
    };
  });
  const start: RunProcess<Environment>['start'] = async (_environment, { shutdown, signal }) => {
    shutdown.register('pool', () => void told.push('pool closed'));
    emitter.emit('SIGTERM', 'SIGTERM');
    await new Promise((resolve) => setImmediate(resolve));
    told.push('pool used');
    signal.throwIfAborted();
    told.push('started');
  };
  await run({ start }, { host });
  await ended;
  expect(told).toEqual(['pool used', 'pool closed', 'exit 0']);
});
