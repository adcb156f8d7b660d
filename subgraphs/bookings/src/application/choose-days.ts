import type { Clock } from '@meridian/platform/time/clock';
import { todayIn } from '@meridian/platform/values/local-date';
import { type AskedDays, daysFor } from '../domain/availability.ts';

/** Days as a caller names them: `to` is the day after the last. */
export type ChooseDaysRequest = Parameters<typeof daysFor>[0];

/** Completes the days of a question for availability, from today in UTC on. Undefined for days that make no sense. */
export const createChooseDays =
  (deps: Readonly<{ clock: Clock }>) =>
  (request: ChooseDaysRequest): AskedDays | undefined =>
    daysFor(request, todayIn('UTC', deps.clock.now()));
