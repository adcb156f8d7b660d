import { z } from 'zod';
import { defaultKeepDays } from '../event-log/kept-for.ts';

/** For how many days the event log keeps what everybody has handled; some topics are kept for longer. */
export const retentionSettings = z.object({
  EVENT_LOG_KEEP_DAYS: z
    .string()
    .regex(/^[1-9]\d{0,4}$/, 'Use a whole number of days, 1 or more')
    .transform(Number)
    .default(defaultKeepDays),
});
