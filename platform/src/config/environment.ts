import { z } from 'zod';

/** Environment variables as a process receives them. */
export type RawEnvironment = Readonly<Record<string, string | undefined>>;

/** What {@link readEnvironment} answers: the settings, or every problem as a sentence that begins with the variable's name. */
export type EnvironmentResult<Settings> =
  | Readonly<{ ok: true; environment: Settings }>
  | Readonly<{ ok: false; problems: readonly string[] }>;

function describeIssue(issue: z.core.$ZodIssue, env: RawEnvironment): string {
  const name = issue.path.join('.') || 'environment';
  // The value itself is never repeated: it may be a password, and this goes to a log.
  if (issue.path.length === 1 && env[name] === undefined) return `${name} is not set. ${issue.message}.`;
  return `${name}: ${issue.message}.`;
}

/**
 * Reads settings from environment variables. A variable that is set to the empty text counts as not set, as `docker compose`
 * and CI systems mean it. All problems are reported at once; variables that the schema does not name are ignored.
 *
 * @param schema an object schema whose keys are the names of variables; give its checks messages for people
 */
export function readEnvironment<Settings>(
  schema: z.ZodType<Settings>,
  env: RawEnvironment,
): EnvironmentResult<Settings> {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const result = schema.safeParse(given);
  if (result.success) return { ok: true, environment: result.data };
  const problems = result.error.issues.map((issue) => describeIssue(issue, given).replace(/\.\.$/, '.'));
  return { ok: false, problems };
}

/** A TCP port, `0` for any free one. */
export const portSetting = z
  .string()
  .regex(/^\d{1,5}$/, 'Use a port number from 0 to 65535')
  .transform(Number)
  .refine((port) => port <= 65_535, 'Use a port number from 0 to 65535');

/** A switch: `1` or `true`, `0` or `false`. */
export const flagSetting = z
  .enum(['0', '1', 'true', 'false'], 'Use 1 or true to switch it on, 0 or false to switch it off')
  .transform((text) => text === '1' || text === 'true');

/** A whole number of 0 or more. */
export const countSetting = z
  .string()
  .regex(/^\d{1,15}$/, 'Use a whole number of 0 or more')
  .transform(Number);

/** How much is logged. */
export const logLevelSetting = z.enum(
  ['debug', 'info', 'warn', 'error', 'silent'],
  'Use one of debug, info, warn, error, silent',
);
