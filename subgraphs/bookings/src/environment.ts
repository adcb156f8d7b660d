import {
  countSetting,
  type EnvironmentResult,
  type RawEnvironment,
  readEnvironment as read,
} from '@meridian/platform/config/environment';
import { serviceSettings } from '@meridian/platform/config/service-settings';
import type { z } from 'zod';

const settings = serviceSettings('bookings', 4003).extend({ HOLDS_PER_ACCOUNT: countSetting.optional() });

/** The settings of a process of its own, read and checked. */
export type BookingsEnvironment = z.infer<typeof settings>;

/** Reads the settings of the bookings service, or tells every problem at once. */
export const readEnvironment = (env: RawEnvironment): EnvironmentResult<BookingsEnvironment> => read(settings, env);
