import type { Ids } from '@meridian/platform/ids/ids';
import type { Logger } from '@meridian/platform/observability/logger';
import type { OutboxMonitor } from '@meridian/platform/outbox/outbox';
import { createReadOutbox } from '@meridian/platform/subgraph/read-outbox';
import type { Clock } from '@meridian/platform/time/clock';
import type { BookingReader } from '../ports/booking-reader.ts';
import type { BookingStore } from '../ports/booking-store.ts';
import type { DueWork } from '../ports/due-work.ts';
import type { OfferReader } from '../ports/offers.ts';
import type { PaymentProvider } from '../ports/payment-provider.ts';
import type { KnownListing } from '../ports/records.ts';
import type { StockCheck } from '../ports/stock.ts';
import { createApproveRequest } from './approve-request.ts';
import { createCancelBooking } from './cancel-booking.ts';
import { createChooseDays } from './choose-days.ts';
import { createCreateBooking } from './create-booking.ts';
import { createHoldBooking } from './hold-booking.ts';
import { createLapseDue } from './lapse-due.ts';
import { createListBookings } from './list-bookings.ts';
import { createListRequests } from './list-requests.ts';
import { createPayBooking } from './pay-booking.ts';
import { createPurge } from './purge.ts';
import { createQuote } from './quote.ts';
import { createQuoteCancellation } from './quote-cancellation.ts';
import { createReadAvailability } from './read-availability.ts';
import { createReadBooking } from './read-booking.ts';
import { createReadLedger } from './read-ledger.ts';
import { createReadOffers } from './read-offers.ts';
import { createRejectRequest } from './reject-request.ts';
import { createReleaseHold } from './release-hold.ts';
import { createRunPayment } from './run-payment.ts';
import { createSearchBookings } from './search-bookings.ts';
import { createSearchPayments } from './search-payments.ts';
import { createSettleDue } from './settle-due.ts';
import { createSettlePayment } from './settle-payment.ts';
import { createSettleRefund } from './settle-refund.ts';

/** Everything that the use cases stand on. */
export type ApplicationDeps = Readonly<{
  store: BookingStore;
  outbox: OutboxMonitor;
  reader: BookingReader;
  stock: StockCheck;
  due: DueWork;
  provider: PaymentProvider;
  offers: OfferReader;
  findListings: (ids: readonly string[]) => Promise<ReadonlyMap<string, KnownListing>>;
  /** How many bookings an account may hold at once. */
  holdsPerAccount: number;
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
  const runPayment = createRunPayment({ ...deps, settlePayment });
  return {
    quote: createQuote(all),
    holdBooking: createHoldBooking(all),
    payBooking: createPayBooking({ ...all, runPayment }),
    createBooking: createCreateBooking({ ...all, runPayment }),
    releaseHold: createReleaseHold(all),
    quoteCancellation: createQuoteCancellation(all),
    cancelBooking: createCancelBooking(all),
    approveRequest: createApproveRequest(all),
    rejectRequest: createRejectRequest(all),
    readBooking: createReadBooking(deps),
    listBookings: createListBookings(deps),
    searchBookings: createSearchBookings(deps),
    searchPayments: createSearchPayments(deps),
    readLedger: createReadLedger(deps),
    listRequests: createListRequests(deps),
    chooseDays: createChooseDays(deps),
    readAvailability: createReadAvailability(deps),
    lapseDue: createLapseDue(all),
    settleDue: createSettleDue(all),
    purge: createPurge(deps),
    readOutbox: createReadOutbox({ ...deps, service: 'bookings' }),
  };
}

/** What resolvers, the sweeper and tests may ask of this service. */
export type BookingsApplication = ReturnType<typeof createBookingsApplication>;
