import {
  countSetting,
  type EnvironmentResult,
  type RawEnvironment,
  readEnvironment as read,
} from '@meridian/platform/config/environment';
import { serviceSettings } from '@meridian/platform/config/service-settings';
import type { z } from 'zod';

const settings = serviceSettings('deals', 4005).extend({
  WATCHES_PER_ACCOUNT: countSetting.optional(),
});

export type DealsEnvironment = z.infer<typeof settings>;

/** Reads the settings of the deals service, or tells every problem at once. */
export const readEnvironment = (env: RawEnvironment): EnvironmentResult<DealsEnvironment> => read(settings, env);
