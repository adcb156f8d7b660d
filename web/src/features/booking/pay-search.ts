import { urlId } from '@meridian/ui/routing/url-values';
import * as z from 'zod/mini';

/** What stands beside a payment in its address, where two bookings are paid one after the other. */
export const paySearch = z.object({
  /** The booking that is to be paid next. */
  next: urlId,
  /** The booking that was paid before. */
  after: urlId,
});

export type PaySearch = z.infer<typeof paySearch>;
