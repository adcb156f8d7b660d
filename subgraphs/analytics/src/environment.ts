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
  ANALYTICS_HOST: z.string().default('127.0.0.1'),
  ANALYTICS_PORT: portSetting.default(4004),
  LOG_LEVEL: logLevelSetting.default('info'),
});

export type AnalyticsEnvironment = z.infer<typeof schema>;

/** Reads the settings of the analytics service, or tells every problem at once. */
export const readEnvironment = (env: RawEnvironment): EnvironmentResult<AnalyticsEnvironment> => read(schema, env);
