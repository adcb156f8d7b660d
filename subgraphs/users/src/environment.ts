import {
  countSetting,
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
  USERS_HOST: z.string().default('127.0.0.1'),
  USERS_PORT: portSetting.default(4001),
  /** Stands in access tokens as `iss`; the gateway must be told the same. */
  TOKEN_ISSUER: z.string().default('meridian'),
  SIGN_UPS_PER_ADDRESS: countSetting.optional(),
  LOG_LEVEL: logLevelSetting.default('info'),
});

export type UsersEnvironment = z.infer<typeof schema>;

/** Reads the settings of the users service, or tells every problem at once. */
export const readEnvironment = (env: RawEnvironment): EnvironmentResult<UsersEnvironment> => read(schema, env);
