import { urlText } from '@meridian/ui/routing/url-text';
import { urlKeyOf } from '@meridian/ui/routing/url-values';
import * as z from 'zod/mini';
import { bookingStates } from './booking-states.ts';

/** Which bookings, as it stands in an address. */
export const bookingsSearch = z.object({
  search: urlText,
  state: urlKeyOf(bookingStates),
});

export type BookingsSearch = z.infer<typeof bookingsSearch>;
