import { setImmediate } from 'node:timers/promises';
import type { BookingsUnderTest } from './bookings-under-test.ts';

/** Lets the consumer work until it has caught up with everything that was published. */
export async function caughtUp(opened: BookingsUnderTest): Promise<void> {
  await opened.bookings.start();
  await opened.bookings.drain();
  for (;;) {
    const lags = await opened.log.lag('bookings');
    if (lags.length > 0 && lags.every(({ lag }) => lag === 0)) return;
    await setImmediate();
  }
}
