import { ApprovalRequest } from './ApprovalRequest.ts';
import { __resolveReference as resolveBooking } from './Booking/__resolveReference.ts';
import { fields as bookingFields } from './Booking/fields.ts';
import { invoice } from './Booking/invoice.ts';
import { payment } from './Booking/payment.ts';
import { refunds } from './Booking/refunds.ts';
import { CancellationQuote } from './CancellationQuote.ts';
import { booking as failedBooking } from './failed-booking.ts';
import { LedgerEntry } from './LedgerEntry.ts';
import { __resolveType } from './Listing/__resolveType.ts';
import { availability } from './Listing/availability.ts';
import { approveRequest } from './Mutation/approveRequest.ts';
import { cancelBooking } from './Mutation/cancelBooking.ts';
import { createBooking } from './Mutation/createBooking.ts';
import { holdBooking } from './Mutation/holdBooking.ts';
import { payBooking } from './Mutation/payBooking.ts';
import { quoteCancellation } from './Mutation/quoteCancellation.ts';
import { rejectRequest } from './Mutation/rejectRequest.ts';
import { releaseHold } from './Mutation/releaseHold.ts';
import { Payment } from './Payment.ts';
import { approvalRequests } from './Query/approvalRequests.ts';
import { booking } from './Query/booking.ts';
import { bookings } from './Query/bookings.ts';
import { ledger } from './Query/ledger.ts';
import { payments } from './Query/payments.ts';
import { quote } from './Query/quote.ts';
import { Refund } from './Refund.ts';
import { __resolveReference as resolveUser } from './User/__resolveReference.ts';
import { bookings as bookingsOfUser } from './User/bookings.ts';

const listing = { __resolveReference: ({ id }: { id: string }) => ({ id }), availability };

/** Every resolver of this subgraph, by type and field. */
export const resolvers = {
  Query: { booking, quote, bookings, payments, ledger, approvalRequests },
  Mutation: {
    holdBooking,
    payBooking,
    createBooking,
    releaseHold,
    quoteCancellation,
    cancelBooking,
    approveRequest,
    rejectRequest,
  },
  Listing: { __resolveType },
  Flight: listing,
  Stay: listing,
  Car: listing,
  User: { __resolveReference: resolveUser, bookings: bookingsOfUser },
  Booking: { __resolveReference: resolveBooking, ...bookingFields, payment, refunds, invoice },
  Payment,
  Refund,
  LedgerEntry,
  CancellationQuote,
  ApprovalRequest,
  PaymentDeclined: { booking: failedBooking },
  PaymentUnknown: { booking: failedBooking },
  CancellationQuoteExpired: { booking: failedBooking },
};
