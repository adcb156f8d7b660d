import type { Resolvers } from '../generated/resolvers-types.ts';
import { ApprovalRequest } from './ApprovalRequest.ts';
import { Booking } from './Booking.ts';
import { CancellationQuote } from './CancellationQuote.ts';
import { CancellationQuoteExpired } from './CancellationQuoteExpired.ts';
import { Car } from './Car.ts';
import { Flight } from './Flight.ts';
import { HoldExpired } from './HoldExpired.ts';
import { Invoice } from './Invoice.ts';
import { LedgerEntry } from './LedgerEntry.ts';
import { Listing } from './Listing.ts';
import { approveRequest } from './Mutation/approveRequest.ts';
import { cancelBooking } from './Mutation/cancelBooking.ts';
import { createBooking } from './Mutation/createBooking.ts';
import { holdBooking } from './Mutation/holdBooking.ts';
import { payBooking } from './Mutation/payBooking.ts';
import { quoteCancellation } from './Mutation/quoteCancellation.ts';
import { rejectRequest } from './Mutation/rejectRequest.ts';
import { releaseHold } from './Mutation/releaseHold.ts';
import { OfferExpired } from './OfferExpired.ts';
import { Payment } from './Payment.ts';
import { PaymentDeclined } from './PaymentDeclined.ts';
import { PaymentUnknown } from './PaymentUnknown.ts';
import { PriceChanged } from './PriceChanged.ts';
import { approvalRequests } from './Query/approvalRequests.ts';
import { booking } from './Query/booking.ts';
import { bookings } from './Query/bookings.ts';
import { bookingsOutbox } from './Query/bookingsOutbox.ts';
import { ledger } from './Query/ledger.ts';
import { payments } from './Query/payments.ts';
import { quote } from './Query/quote.ts';
import { Refund } from './Refund.ts';
import { SoldOut } from './SoldOut.ts';
import { Stay } from './Stay.ts';
import { TooManyHolds } from './TooManyHolds.ts';
import { User } from './User.ts';

const mutations = {
  ...{ holdBooking, payBooking, createBooking, releaseHold, quoteCancellation, cancelBooking },
  ...{ approveRequest, rejectRequest },
};
const money = { Payment, Refund, Invoice, LedgerEntry, CancellationQuote };
const failures = {
  ...{ OfferExpired, PriceChanged, SoldOut, TooManyHolds, HoldExpired },
  ...{ PaymentDeclined, PaymentUnknown, CancellationQuoteExpired },
};

/** Every resolver of this subgraph, by type and field. */
export const resolvers = {
  Query: { booking, bookings, payments, ledger, approvalRequests, quote, bookingsOutbox },
  Mutation: mutations,
  ...{ Listing, Flight, Stay, Car, User, Booking, ApprovalRequest },
  ...money,
  ...failures,
} satisfies Partial<Resolvers>;
