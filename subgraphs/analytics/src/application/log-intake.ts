import type { Ids } from '@meridian/platform/ids/ids';
import { readLogLine } from '../domain/log-entry.ts';
import type { LogRecord, LogRecords } from '../ports/log-records.ts';

/** A place for log lines, in the shape that a logger writes to. */
export interface LogIntake {
  /** Takes a line, or several. Never waits, never throws. */
  write(lines: string): void;
  /** Resolves when everything that was written before is stored, or given up. */
  flush(): Promise<void>;
}

const oldAfterInMs = 500;
/** A store that is away must not cost the process its memory: the oldest lines go first. */
const mostWaiting = 5_000;

/**
 * Collects log lines for a moment and stores them in batches. It tells nobody when it fails: a logger that logs its own trouble has
 * no end. The lines stand on standard output as well.
 */
export function createLogIntake(deps: Readonly<{ records: LogRecords; ids: Ids }>): LogIntake {
  let waiting: LogRecord[] = [];
  let timer: NodeJS.Timeout | undefined;
  let storing: Promise<void> = Promise.resolve();

  const store = async () => {
    clearTimeout(timer);
    timer = undefined;
    const batch = waiting;
    waiting = [];
    if (batch.length > 0) await deps.records.append(batch).catch(() => undefined);
  };
  const flush = (): Promise<void> => {
    storing = storing.then(store);
    return storing;
  };
  return {
    write(lines) {
      for (const line of lines.split('\n')) {
        const entry = line === '' ? undefined : readLogLine(line);
        if (entry) waiting.push({ ...entry, id: deps.ids.next('lgr') });
      }
      if (waiting.length > mostWaiting) waiting = waiting.slice(-mostWaiting);
      if (waiting.length > 0) timer ??= setTimeout(flush, oldAfterInMs).unref();
    },
    flush,
  };
}
