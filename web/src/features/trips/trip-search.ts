import { urlId } from '@meridian/ui/routing/url-values';
import * as z from 'zod/mini';

/** What stands beside a trip in its address. */
export const tripSearch = z.object({
  /** The booking that was paid before this one, where two were sold together. */
  after: urlId,
});

export type TripSearch = z.infer<typeof tripSearch>;
