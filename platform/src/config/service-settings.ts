import { z } from 'zod';
import type { LogLevel } from '../observability/logger.ts';
import { logLevelSetting, portSetting } from './environment.ts';
import { retentionSettings } from './retention-settings.ts';

type HostSetting<Name extends string> = Record<`${Uppercase<Name>}_HOST`, z.ZodDefault<z.ZodString>>;
type PortSetting<Name extends string> = Record<`${Uppercase<Name>}_PORT`, z.ZodDefault<typeof portSetting>>;

/**
 * The variables that every service reads: `MERIDIAN_DATA`, `LOG_LEVEL`, `EVENT_LOG_KEEP_DAYS`, `<NAME>_HOST` and `<NAME>_PORT`. A service adds its own
 * with `extend`.
 *
 * @param port where it listens unless told otherwise
 */
export function serviceSettings<Name extends string>(name: Name, port: number) {
  const prefix = name.toUpperCase();
  const address = {
    [`${prefix}_HOST`]: z.string().default('127.0.0.1'),
    [`${prefix}_PORT`]: portSetting.default(port),
  };
  return z.object({
    /** The folder with the databases, the event log and the secrets. */
    MERIDIAN_DATA: z.string('Name the folder that all services share').default('data'),
    LOG_LEVEL: logLevelSetting.default('info'),
    ...retentionSettings.shape,
    // The compiler does not follow a computed name into a type.
    ...(address as unknown as HostSetting<Name> & PortSetting<Name>),
  });
}

/** What every service reads, whatever its name. */
export type BaseEnvironment = Readonly<{ MERIDIAN_DATA: string; LOG_LEVEL: LogLevel }> &
  z.infer<typeof retentionSettings>;

/** What {@link serviceSettings} reads, for a service of this name. */
export type ServiceEnvironment<Name extends string> = BaseEnvironment &
  Readonly<Record<`${Uppercase<Name>}_HOST`, string> & Record<`${Uppercase<Name>}_PORT`, number>>;

/** Where a service listens. */
export function addressIn<Name extends string>(
  name: Name,
  environment: ServiceEnvironment<Name>,
): Readonly<{ host: string; port: number }> {
  const prefix = name.toUpperCase() as Uppercase<Name>;
  const hosts: Readonly<Record<`${Uppercase<Name>}_HOST`, string>> = environment;
  const ports: Readonly<Record<`${Uppercase<Name>}_PORT`, number>> = environment;
  return { host: hosts[`${prefix}_HOST`], port: ports[`${prefix}_PORT`] };
}
