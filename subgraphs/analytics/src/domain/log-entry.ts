/** From the chattiest to the gravest. */
export const logLevels = ['DEBUG', 'INFO', 'WARN', 'ERROR'] as const;
/** How grave an entry is. */
export type LogLevel = (typeof logLevels)[number];

/** What a service told of its own work. */
export type LogEntry = Readonly<{
  /** An instant, ISO 8601 in UTC. */
  time: string;
  level: LogLevel;
  service: string;
  /** The client's request that it belongs to, where there is one. */
  requestId: string | null;
  message: string;
  /** Everything else that the line told. Values with names that sound secret were taken out where it was written. */
  fields: Readonly<Record<string, unknown>>;
}>;

const longestMessage = 2_000;
const longestFields = 8_000;
const isLevel = (text: string): text is LogLevel => (logLevels as readonly string[]).includes(text);
const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** A huge value (a stack of causes, a whole request) must not make one entry cost what a thousand do. */
const bounded = (fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  JSON.stringify(fields).length > longestFields ? { note: 'The fields were too large to keep.' } : fields;

function parse(line: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/** Reads a line as `platform/observability/logger.ts` writes it; undefined for what is none. */
export function readLogLine(line: string): LogEntry | undefined {
  const { level, time, service, message, requestId, ...fields } = parse(line) ?? {};
  const [levelText, timeText] = [textOf(level)?.toUpperCase() ?? '', textOf(time) ?? ''];
  if (!isLevel(levelText) || Number.isNaN(Date.parse(timeText))) return undefined;
  return {
    time: new Date(timeText).toISOString(),
    level: levelText,
    service: textOf(service) ?? 'unknown',
    requestId: textOf(requestId) ?? null,
    message: (textOf(message) ?? '').slice(0, longestMessage),
    fields: bounded(fields),
  };
}
