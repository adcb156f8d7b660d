import type { BookingsApplication } from '../../src/application/bookings-application.ts';

/** Does everything that is due now, in the order in which one thing makes another due. Returns how many things were found. */
export const sweep = async ({ lapseDue, settleDue }: Pick<BookingsApplication, 'lapseDue' | 'settleDue'>) =>
  (await lapseDue()) + (await settleDue());
