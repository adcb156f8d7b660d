import type { Logger } from '@meridian/platform/observability/logger';

/** Sweeps again and again until it is closed. */
export interface Sweeper extends AsyncDisposable {
  /** Waits for the sweep in hand. */
  close(): Promise<void>;
}

type Deps = Readonly<{
  /** Work that is done each time. */
  sweep: () => Promise<number>;
  /** What is done once an hour. */
  purge?: () => Promise<number>;
  logger: Logger;
}>;

const everyInMs = 1_000;
const purgeEverySweeps = 3_600;

async function runOnce(deps: Deps, count: number): Promise<void> {
  try {
    await deps.sweep();
    if (count % purgeEverySweeps === 0) await deps.purge?.();
  } catch (error) {
    deps.logger.error({ error }, 'a sweep failed; the next one tries again');
  }
}

/**
 * Looks once a second for what time has made due. The timer only wakes: what is due stands in the database and is judged by the
 * injected clock, so nothing is lost by a restart and nothing happens twice with many replicas.
 */
export function startSweeper(deps: Deps): Sweeper {
  let timer: NodeJS.Timeout | undefined;
  let isOpen = true;
  let count = 0;
  let running: Promise<void> = Promise.resolve();
  const next = () => {
    running = runOnce(deps, count).then(() => {
      count += 1;
      if (isOpen) timer = setTimeout(next, everyInMs);
    });
  };
  next();
  const close = async () => {
    isOpen = false;
    clearTimeout(timer);
    await running;
  };
  return { close, [Symbol.asyncDispose]: close };
}
