import { EventEmitter, once } from 'node:events';
import { describe, expect, test } from '@jest/globals';
import { createLogger, silentLogger } from '../observability/logger.ts';
import { createManualClock } from '../time/manual-clock.ts';
import { createShutdown, type SignalSource } from './shutdown.ts';

function openProcess() {
  const emitter = new EventEmitter();
  const source: SignalSource = {
    on: (signal, listener) => emitter.on(signal, listener),
    off: (signal, listener) => emitter.off(signal, listener),
    exit: (code) => void emitter.emit('exit', code),
  };
  return { source, emitter };
}

describe('shutdown', () => {
  test('closes the last that was registered first, one after the other', async () => {
    const shutdown = createShutdown({ logger: silentLogger, timeoutInMs: 5_000 });
    const order: string[] = [];
    for (const name of ['pool', 'consumer', 'server']) {
      shutdown.register(name, async () => {
        order.push(`${name} closes`);
        await Promise.resolve();
        order.push(`${name} closed`);
      });
    }
    expect(await shutdown.close('test')).toBe(true);
    expect(order).toEqual(['server', 'consumer', 'pool'].flatMap((name) => [`${name} closes`, `${name} closed`]));
  });

  test('closes each part once, however often it is asked', async () => {
    const shutdown = createShutdown({ logger: silentLogger, timeoutInMs: 5_000 });
    let count = 0;
    shutdown.register('part', () => {
      count += 1;
    });
    expect(await Promise.all([shutdown.close('one'), shutdown.close('two')])).toEqual([true, true]);
    expect(count).toBe(1);
  });

  test('a part that throws does not keep the others open, and the answer says so', async () => {
    const lines: string[] = [];
    const logger = createLogger({
      service: 'test',
      level: 'error',
      destination: { write: (line) => lines.push(line) },
    });
    const shutdown = createShutdown({ logger, timeoutInMs: 5_000 });
    let isPoolClosed = false;
    shutdown.register('pool', () => {
      isPoolClosed = true;
    });
    shutdown.register('server', () => Promise.reject(new Error('socket stuck')));
    expect(await shutdown.close('test')).toBe(false);
    expect(isPoolClosed).toBe(true);
    expect(lines.join()).toContain('socket stuck');
  });

  test('gives up after its time and names what hangs and what waits behind it', async () => {
    const lines: string[] = [];
    const logger = createLogger({
      service: 'test',
      level: 'error',
      destination: { write: (line) => lines.push(line) },
    });
    const shutdown = createShutdown({ logger, timeoutInMs: 1 });
    shutdown.register('pool', () => undefined);
    shutdown.register('server', () => new Promise(() => undefined));
    // The expiry does not keep a process alive; this test does.
    const keepAlive = setInterval(() => undefined, 1_000);
    expect(await shutdown.close('test')).toBe(false);
    clearInterval(keepAlive);
    expect(JSON.parse(lines[0] ?? '{}')).toMatchObject({ part: 'server', waiting: ['pool'] });
  });

  test('a signal closes and exits with 0, or with 1 when a part failed', async () => {
    for (const [close, code] of [
      [() => undefined, 0],
      [() => Promise.reject(new Error('no')), 1],
    ] as const) {
      const { source, emitter } = openProcess();
      const shutdown = createShutdown({ logger: silentLogger, timeoutInMs: 5_000 });
      shutdown.register('part', close);
      shutdown.on(['SIGINT', 'SIGTERM'], source);
      const exited = once(emitter, 'exit');
      emitter.emit('SIGTERM', 'SIGTERM');
      expect(await exited).toEqual([code]);
      expect([emitter.listenerCount('SIGINT'), emitter.listenerCount('SIGTERM')]).toEqual([0, 0]);
    }
  });

  test('a second signal exits at once, but not the echo of the first one', async () => {
    const { source, emitter } = openProcess();
    const clock = createManualClock(0);
    const shutdown = createShutdown({ logger: silentLogger, timeoutInMs: 5_000, clock });
    let release: () => void = () => undefined;
    shutdown.register(
      'slow',
      () =>
        new Promise((resolve) => {
          release = resolve;
        }),
    );
    shutdown.on(['SIGINT'], source);
    const codes: number[] = [];
    emitter.on('exit', (code) => codes.push(code));
    emitter.emit('SIGINT', 'SIGINT');
    clock.advance(999);
    emitter.emit('SIGINT', 'SIGINT');
    expect(codes).toEqual([]);
    clock.advance(1);
    emitter.emit('SIGINT', 'SIGINT');
    expect(codes).toEqual([130]);
    release();
    await shutdown.close('test');
  });
});

describe('the start of a process', () => {
  /** A start that opens a pool, waits to be told how to go on, and opens a server on the pool. */
  function openStart() {
    const shutdown = createShutdown({ logger: silentLogger, timeoutInMs: 5_000 });
    const told: string[] = [];
    let goOn: (failure?: Error) => void = () => undefined;
    const open = (name: string) => {
      told.push(`${name} opens`);
      shutdown.register(name, () => void told.push(`${name} closes`));
    };
    const run = () =>
      shutdown.start(async (signal) => {
        open('pool');
        await new Promise<void>((resolve, reject) => {
          goOn = (failure) => (failure ? reject(failure) : resolve());
        });
        signal.throwIfAborted();
        open('server');
      });
    return { shutdown, told, run, goOn: (failure?: Error) => goOn(failure) };
  }

  test('that nobody cuts short runs to its end', async () => {
    const { shutdown, told, run, goOn } = openStart();
    const started = run();
    goOn();
    expect(await started).toBe(true);
    await shutdown.close('test');
    expect(told).toEqual(['pool opens', 'server opens', 'server closes', 'pool closes']);
  });

  test.each([undefined, new Error('the pool is closed')])(
    'is waited for by a close, whatever it then comes to: nothing is closed under it (%p)',
    async (failure) => {
      const { shutdown, told, run, goOn } = openStart();
      const started = run();
      const closed = shutdown.close('test');
      await new Promise((resolve) => setImmediate(resolve));
      expect(told).toEqual(['pool opens']);
      goOn(failure);
      expect([await started, await closed]).toEqual([false, true]);
      expect(told).toEqual(['pool opens', 'pool closes']);
    },
  );

  test('tells what goes wrong by itself', async () => {
    const { run, goOn } = openStart();
    const started = run();
    goOn(new Error('the port is busy'));
    await expect(started).rejects.toThrow('the port is busy');
  });

  test('after a close does not begin', async () => {
    const { shutdown, told, run } = openStart();
    await shutdown.close('test');
    expect([await run(), told]).toEqual([false, []]);
  });
});
