import {
  countSetting,
  type EnvironmentResult,
  type RawEnvironment,
  readEnvironment as read,
} from '@meridian/platform/config/environment';
import { serviceSettings } from '@meridian/platform/config/service-settings';
import { exchangeRatesSettings } from '@meridian/platform/exchange-rates/open-exchange-rates';
import type { z } from 'zod';

const settings = serviceSettings('deals', 4005).extend({
  ...exchangeRatesSettings.shape,
  WATCHES_PER_ACCOUNT: countSetting.optional(),
});

/** The settings of a process of its own, read and checked. */
export type DealsEnvironment = z.infer<typeof settings>;

/** Reads the settings of the deals service, or tells every problem at once. */
export const readEnvironment = (env: RawEnvironment): EnvironmentResult<DealsEnvironment> => read(settings, env);
