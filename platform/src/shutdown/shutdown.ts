import type { Logger } from '../observability/logger.ts';
import { type Clock, systemClock } from '../time/clock.ts';

type Close = () => Promise<void> | void;

/** The part of a process that a shutdown needs; `process` fits. */
export type SignalSource = {
  on(signal: NodeJS.Signals, listener: (signal: NodeJS.Signals) => void): unknown;
  off(signal: NodeJS.Signals, listener: (signal: NodeJS.Signals) => void): unknown;
  exit(code: number): void;
};

/** Closes what was opened, in the right order and within a time. */
export interface Shutdown {
  /**
   * Registers something to close. The last that was registered is closed first: open along the dependencies (pools, then
   * consumers, then the servers that take requests) and the traffic ends before what it stands on goes away.
   */
  register(name: string, close: Close): void;
  /**
   * Runs the start of a process, once: the work that opens parts and registers them. A close that comes meanwhile aborts the
   * signal and waits for the work to end before it closes anything, so that nothing is closed under it.
   *
   * @returns whether it ran to its end; false when a close has cut it short, whatever it threw then
   * @throws what the work throws by itself
   */
  start(work: (signal: AbortSignal) => Promise<void>): Promise<boolean>;
  /** Closes everything, once; every call gets the same answer. True when all closed in time and without an error. */
  close(reason: string): Promise<boolean>;
  /**
   * Closes on the first of these signals, then exits: with 0 when all went well, with 1 otherwise. A second signal exits at
   * once with 130, for people who do not want to wait; it counts from a second after the first one. (Ctrl-C under `npm start`
   * arrives twice within milliseconds: from the terminal, and from npm, which passes it on.)
   */
  on(signals: readonly NodeJS.Signals[], source?: SignalSource): void;
}

/** Resolves to false after the time, unless it was cancelled. Unreferenced: a timer alone keeps no process alive. */
function expiry(timeInMs: number) {
  let timer: NodeJS.Timeout | undefined;
  const expired = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), timeInMs);
    timer.unref();
  });
  return { expired, cancel: () => clearTimeout(timer) };
}

const echoInMs = 1_000;

/** Tells the first signal from its echo, and the echo from a person who presses Ctrl-C again. */
function createSignalListener(clock: Clock, on: { begin(signal: NodeJS.Signals): void; insist(): void }) {
  let firstAt: number | undefined;
  return (signal: NodeJS.Signals): void => {
    if (firstAt === undefined) {
      firstAt = clock.now();
      on.begin(signal);
    } else if (clock.now() - firstAt >= echoInMs) {
      on.insist();
    }
  };
}

/** The work of a start, and how to cut it short. */
function createStart(logger: Logger) {
  const cut = new AbortController();
  let ended: Promise<unknown> | undefined;
  return {
    async run(work: (signal: AbortSignal) => Promise<void>): Promise<boolean> {
      if (cut.signal.aborted) return false;
      // Known before the work begins: a close may come with its first line.
      let end = () => {};
      ended = new Promise<void>((resolve) => {
        end = resolve;
      });
      try {
        await work(cut.signal);
      } catch (error) {
        if (!cut.signal.aborted) throw error;
        logger.info({ error }, 'The start was cut short.');
      } finally {
        end();
      }
      return !cut.signal.aborted;
    },
    /** Answers the end of the work, if there was any. */
    cutShort(): Promise<unknown> | undefined {
      cut.abort();
      return ended;
    },
  };
}

/** @param deps.timeoutInMs how long the closing of everything together may take */
export function createShutdown(deps: { logger: Logger; timeoutInMs: number; clock?: Clock }): Shutdown {
  const clock = deps.clock ?? systemClock;
  const entries: { name: string; close: Close }[] = [];
  const start = createStart(deps.logger);
  let closing: Promise<boolean> | undefined;
  let current = 'start';

  async function closeEach(): Promise<boolean> {
    let isClean = true;
    const started = start.cutShort();
    if (started !== undefined) await started;
    // What is registered while closing (a connection that was still being made) is closed as well.
    for (let entry = entries.pop(); entry !== undefined; entry = entries.pop()) {
      current = entry.name;
      try {
        await entry.close();
      } catch (error) {
        isClean = false;
        deps.logger.error(
          { error, part: entry.name },
          'A part did not close cleanly. The others are closed all the same.',
        );
      }
    }
    return isClean;
  }

  async function closeInTime(reason: string): Promise<boolean> {
    deps.logger.info({ reason, parts: entries.length }, 'Closing.');
    const { expired, cancel } = expiry(deps.timeoutInMs);
    const finished = closeEach();
    const isClean = await Promise.race([finished, expired.then(() => 'expired' as const)]);
    cancel();
    if (isClean !== 'expired') return isClean;
    const waiting = entries.map((entry) => entry.name);
    deps.logger.error(
      { part: current, waiting, timeoutInMs: deps.timeoutInMs },
      'Closing took too long and was given up.',
    );
    return false;
  }

  const close = (reason: string): Promise<boolean> => {
    closing ??= closeInTime(reason);
    return closing;
  };
  return {
    register: (name, closePart) => void entries.push({ name, close: closePart }),
    start: start.run,
    close,
    on: (signals, source = process) => closeOnSignals({ signals, source, clock, close }),
  };
}

/** Wires signals to a shutdown, and the end of the shutdown to the end of the process. */
function closeOnSignals(wiring: {
  signals: readonly NodeJS.Signals[];
  source: SignalSource;
  clock: Clock;
  close: Shutdown['close'];
}): void {
  const { signals, source, clock, close } = wiring;
  const leave = (isClean: boolean) => {
    for (const each of signals) source.off(each, listener);
    source.exit(isClean ? 0 : 1);
  };
  const listener = createSignalListener(clock, {
    begin: (signal) => close(signal).then(leave),
    insist: () => source.exit(130),
  });
  for (const signal of signals) source.on(signal, listener);
}
