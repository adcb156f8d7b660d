import { urlText } from '@meridian/ui/routing/url-text';
import * as z from 'zod/mini';
import { bookingStates } from './booking-states.ts';

type State = keyof typeof bookingStates;

/** Which bookings, as it stands in an address. */
export const bookingsSearch = z.object({
  search: urlText,
  state: z.catch(z.optional(z.enum(Object.keys(bookingStates) as [State, ...State[]])), undefined),
});

export type BookingsSearch = z.infer<typeof bookingsSearch>;
