import type { Writable } from 'node:stream';

/** Takes JSON lines of the log, as pino writes them. */
type LineSink = Readonly<{ write(line: string): unknown }>;

export interface LogLines extends LineSink {
  /** Sends every line to a second place as well, for example to where operators can search them. */
  attach(sink: LineSink): void;
}

type Line = Readonly<{
  level?: string;
  service?: string;
  message?: string;
  err?: Readonly<{ message?: string }>;
  error?: Readonly<{ message?: string }>;
}>;

/** What a person at the terminal should hear of. Everything else is for the log alone. */
const loudLevels: ReadonlySet<string | undefined> = new Set(['warn', 'error']);

/** Shows warnings and errors to the person at the terminal, one short line each, and hands whole lines on. */
export function createLogLines(terminal: Pick<Writable, 'write'>): LogLines {
  const sinks: LineSink[] = [];
  return {
    attach: (sink) => void sinks.push(sink),
    write(line) {
      for (const sink of sinks) sink.write(line);
      const parsed = JSON.parse(line) as Line;
      if (loudLevels.has(parsed.level)) terminal.write(`${toShortLine(parsed)}\n`);
    },
  };
}

function toShortLine({ level, service, message, err, error }: Line): string {
  const cause = err?.message ?? error?.message;
  return `[${level}] ${service}: ${message}${cause === undefined ? '' : ` (${cause})`}`;
}
