import {
  type EnvironmentResult,
  type RawEnvironment,
  readEnvironment as read,
} from '@meridian/platform/config/environment';
import { serviceSettings } from '@meridian/platform/config/service-settings';
import { exchangeRatesSettings } from '@meridian/platform/exchange-rates/open-exchange-rates';
import type { z } from 'zod';

const settings = serviceSettings('listings', 4002).extend(exchangeRatesSettings.shape);

/** The settings of the listings service. */
export type ListingsEnvironment = z.infer<typeof settings>;

/** Reads the settings of the listings service, or tells every problem at once. */
export const readEnvironment = (env: RawEnvironment): EnvironmentResult<ListingsEnvironment> => read(settings, env);
