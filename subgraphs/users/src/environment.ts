import {
  countSetting,
  type EnvironmentResult,
  type RawEnvironment,
  readEnvironment as read,
} from '@meridian/platform/config/environment';
import { serviceSettings } from '@meridian/platform/config/service-settings';
import { z } from 'zod';

const settings = serviceSettings('users', 4001).extend({
  /** Stands in access tokens as `iss`; the gateway must be told the same. */
  TOKEN_ISSUER: z.string().default('meridian'),
  SIGN_UPS_PER_ADDRESS: countSetting.optional(),
});

/** The settings of a process of its own, read and checked. */
export type UsersEnvironment = z.infer<typeof settings>;

/** Reads the settings of the users service, or tells every problem at once. */
export const readEnvironment = (env: RawEnvironment): EnvironmentResult<UsersEnvironment> => read(settings, env);
