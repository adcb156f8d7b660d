import {
  type EnvironmentResult,
  type RawEnvironment,
  readEnvironment as read,
} from '@meridian/platform/config/environment';
import { serviceSettings } from '@meridian/platform/config/service-settings';
import { exchangeRatesSettings } from '@meridian/platform/exchange-rates/open-exchange-rates';
import type { z } from 'zod';

const settings = serviceSettings('analytics', 4004).extend(exchangeRatesSettings.shape);

/** The settings of a process of its own, read and checked. */
export type AnalyticsEnvironment = z.infer<typeof settings>;

/** Reads the settings of the analytics service, or tells every problem at once. */
export const readEnvironment = (env: RawEnvironment): EnvironmentResult<AnalyticsEnvironment> => read(settings, env);
