import type { Ids } from '@meridian/platform/ids/ids';
import type { Logger } from '@meridian/platform/observability/logger';
import type { Clock } from '@meridian/platform/time/clock';
import type { BookingReader } from '../ports/booking-reader.ts';
import type { BookingStore } from '../ports/booking-store.ts';
import type { DueWork } from '../ports/due-work.ts';
import type { OfferReader } from '../ports/offers.ts';
import type { PaymentProvider } from '../ports/payment-provider.ts';
import type { KnownListing } from '../ports/records.ts';
import type { StockCheck } from '../ports/stock.ts';
import { createApproveRequest, createRejectRequest } from './answer-request.ts';
import { createCancelBooking } from './cancel-booking.ts';
import { createCreateBooking } from './create-booking.ts';
import { createHoldBooking } from './hold-booking.ts';
import { createPayBooking } from './pay-booking.ts';
import { createQuote } from './quote.ts';
import { createQuoteCancellation } from './quote-cancellation.ts';
import { createReadBookings } from './read-bookings.ts';
import { createReadOffers } from './read-offers.ts';
import { createReleaseHold } from './release-hold.ts';
import { createRunPayment } from './run-payment.ts';
import { createSettlePayment } from './settle-payment.ts';
import { createSettleRefund } from './settle-refund.ts';
import { createPurge, createSweep } from './sweep.ts';

/** Everything that the use cases stand on. */
export type ApplicationDeps = Readonly<{
  store: BookingStore;
  reader: BookingReader;
  stock: StockCheck;
  due: DueWork;
  provider: PaymentProvider;
  offers: OfferReader;
  findListings: (ids: readonly string[]) => Promise<ReadonlyMap<string, KnownListing>>;
  clock: Clock;
  ids: Ids;
  logger: Logger;
}>;

/** The use cases of bookings. */
export function createBookingsApplication(deps: ApplicationDeps) {
  const settlePayment = createSettlePayment(deps);
  const settleRefund = createSettleRefund(deps);
  const readOffers = createReadOffers(deps);
  const all = { ...deps, settlePayment, settleRefund, readOffers };
  const runPayment = createRunPayment({ store: deps.store, settle: settlePayment });
  const describe = async (token: string, callerId: string) => {
    const reading = await deps.offers.read(token, callerId);
    return reading.kind === 'INVALID' ? undefined : reading.offer;
  };
  return {
    quote: createQuote({ ...all, describe }),
    holdBooking: createHoldBooking(all),
    payBooking: createPayBooking({ ...all, runPayment }),
    createBooking: createCreateBooking({ ...all, runPayment }),
    releaseHold: createReleaseHold(all),
    quoteCancellation: createQuoteCancellation(all),
    cancelBooking: createCancelBooking(all),
    approveRequest: createApproveRequest(all),
    rejectRequest: createRejectRequest(all),
    read: createReadBookings(all),
    sweep: createSweep(all),
    purge: createPurge(all),
  };
}

export type BookingsApplication = ReturnType<typeof createBookingsApplication>;
