import { types } from 'node:util';
import { type DestinationStream, pino, stdSerializers } from 'pino';

/** What is known about an event, as fields. An error stands under `error`, and the compiler refuses the other usual name. */
export type LogFields = Readonly<Record<string, unknown> & { err?: never }>;

/** From the chattiest to none at all. */
export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

/** Where a service tells what it does. Fields for machines, a sentence for people. */
export interface Logger {
  debug(fields: LogFields, message: string): void;
  info(fields: LogFields, message: string): void;
  warn(fields: LogFields, message: string): void;
  error(fields: LogFields, message: string): void;
  /** A logger that adds these fields to each line. */
  child(fields: LogFields): Logger;
}

const secretName =
  /(?:password|passphrase|secret|token|authorization|cookie|api-?_?key|private-?_?key|ssn|card-?_?number|cvc)$/i;
const deepest = 6;

function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** Replaces the values of names that sound secret, at any depth. A log is read by more people than a database. */
function redact(value: unknown, depth = 0): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= deepest) return '[too deep]';
  if (Array.isArray(value)) return value.map((item) => redact(item, depth + 1));
  // Errors go through their serializer first; dates and the like know how to print themselves.
  if (!isPlain(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      secretName.test(name) ? '[redacted]' : redact(inner, depth + 1),
    ]),
  );
}

const redactFields = (fields: object) => redact(fields) as Record<string, unknown>;

function serializeError(error: unknown): unknown {
  // `instanceof` alone would miss errors of another realm, which file system errors are under a test runner.
  if (!(error instanceof Error || types.isNativeError(error))) return redact(error);
  return redact({ ...stdSerializers.err(error) });
}

/** Narrows pino to {@link Logger}: a wider surface would tie every service to this library. */
const narrow = (target: pino.Logger): Logger => ({
  debug: (fields, message) => target.debug(fields, message),
  info: (fields, message) => target.info(fields, message),
  warn: (fields, message) => target.warn(fields, message),
  error: (fields, message) => target.error(fields, message),
  child: (fields) => narrow(target.child(redactFields(fields))),
});

/**
 * A logger that writes a JSON object per line: `level`, `time` (ISO 8601, UTC), `service`, the fields, `message`. The values of
 * fields whose names end in password, secret, token, key and the like are redacted at any depth.
 *
 * @param options.destination where lines go; standard output unless given
 */
export function createLogger(options: { service: string; level: LogLevel; destination?: DestinationStream }): Logger {
  const settings: pino.LoggerOptions = {
    level: options.level,
    base: { service: options.service },
    messageKey: 'message',
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { error: serializeError },
    formatters: { level: (level) => ({ level }), log: redactFields },
  };
  return narrow(options.destination ? pino(settings, options.destination) : pino(settings));
}

/** Says nothing. */
export const silentLogger: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  child: () => silentLogger,
};
