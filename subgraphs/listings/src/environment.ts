import {
  type EnvironmentResult,
  logLevelSetting,
  portSetting,
  type RawEnvironment,
  readEnvironment as read,
} from '@meridian/platform/config/environment';
import { z } from 'zod';

const schema = z.object({
  /** The folder with the databases, the event log and the secrets. */
  MERIDIAN_DATA: z.string('Name the folder that all services share').default('data'),
  LISTINGS_HOST: z.string().default('127.0.0.1'),
  LISTINGS_PORT: portSetting.default(4002),
  EXCHANGE_RATES_URL: z.url('Give the address of a service that answers { base, date, rates }').optional(),
  LOG_LEVEL: logLevelSetting.default('info'),
});

export type ListingsEnvironment = z.infer<typeof schema>;

/** Reads the settings of the listings service, or tells every problem at once. */
export const readEnvironment = (env: RawEnvironment): EnvironmentResult<ListingsEnvironment> => read(schema, env);
