import type { Logger } from '@meridian/platform/observability/logger';
import type { Clock } from '@meridian/platform/time/clock';
import type { Booking } from '../domain/booking.ts';
import type { Payment } from '../domain/payment.ts';
import type { BookingStore, BookingTransaction } from '../ports/booking-store.ts';
import type { DueWork } from '../ports/due-work.ts';
import { mustCarryOut } from './carry-out.ts';
import { closeRequests } from './close-requests.ts';
import { createDealWithEach } from './deal-with-each.ts';
import { withdrawPayment } from './withdraw-payment.ts';

type Deps = Readonly<{
  store: BookingStore;
  due: Pick<DueWork, 'expiredHolds' | 'lapsedRequests' | 'finishedTrips'>;
  clock: Clock;
  logger: Logger;
}>;

type Due = Readonly<{ booking: Booking; payment: Payment }>;

/** Reads a due booking again inside the transaction; undefined when it is no longer what time decides about. */
async function findDue(
  tx: BookingTransaction,
  id: string,
  isDue: (booking: Booking) => boolean,
): Promise<Due | undefined> {
  const booking = await tx.bookings.find(id);
  if (!booking || !isDue(booking)) return undefined;
  const payment = await tx.payments.latestOf(id);
  return payment.pendingStep === null ? { booking, payment } : undefined;
}

const isOver = (instantInMs: number | null, atInMs: number): boolean => instantInMs !== null && instantInMs <= atInMs;

/** Frees the stock at once. A payment that the provider has authorised is marked to be voided, which is `settleDue`'s. */
async function expire(tx: BookingTransaction, id: string, atInMs: number): Promise<void> {
  const due = await findDue(
    tx,
    id,
    (booking) =>
      (booking.state === 'HELD' && isOver(booking.holdExpiresAtInMs, atInMs)) ||
      (booking.state === 'PENDING_APPROVAL' && isOver(booking.answerByInMs, atInMs)),
  );
  if (!due) return;
  await closeRequests(tx, id, { state: 'EXPIRED', atInMs });
  await mustCarryOut(tx, due.booking, { command: 'EXPIRE', atInMs, amend: { answerByInMs: null } });
  await withdrawPayment(tx, due.payment, atInMs);
}

async function complete(tx: BookingTransaction, id: string, atInMs: number): Promise<void> {
  const booking = await tx.bookings.find(id);
  const endsAtInMs = Math.max(...(booking?.items ?? []).map((item) => item.endsAtInMs));
  if (booking?.state !== 'CONFIRMED' || endsAtInMs > atInMs) return;
  await mustCarryOut(tx, booking, { command: 'COMPLETE', atInMs });
}

/**
 * Does what time alone has made due: holds and requests lapse, trips end. No provider is asked, so that stock is free as soon as its
 * hold is over, however slow a provider answers. Any number of replicas may do it; each thing happens once. Returns how many things
 * were found.
 */
export function createLapseDue({ store, due, clock, logger }: Deps): () => Promise<number> {
  const each = createDealWithEach({ clock, logger, width: 1 });
  const lapse = (id: string) => store.transaction((tx) => expire(tx, id, clock.now()));
  return async () => {
    const counts = [
      await each((...at) => due.expiredHolds(...at), lapse),
      await each((...at) => due.lapsedRequests(...at), lapse),
      await each(
        (...at) => due.finishedTrips(...at),
        (id) => store.transaction((tx) => complete(tx, id, clock.now())),
      ),
    ];
    return counts.reduce((total, count) => total + count, 0);
  };
}
