import { createFailureShaper } from '@meridian/platform/subgraph/failures';
import type { BookingFailure } from '../domain/failures.ts';

const shape = createFailureShaper<BookingFailure>({
  VALIDATION_FAILED: {
    __typename: 'ValidationFailed',
    message: ({ problems }) =>
      `Nothing was changed. ${problems.map(({ path, message }) => `${path.join('.')} ${message}.`).join(' ')}`,
  },
  NOT_FOUND: {
    __typename: 'NotFound',
    message: 'You have no such thing. Your trips, or your inbox, list what there is.',
  },
  NOT_PERMITTED: {
    __typename: 'NotPermitted',
    message: ({ reason }) =>
      reason === 'ACCOUNT_GONE'
        ? 'This account was deleted: it books nothing more. Sign in with another one.'
        : 'You may not do this. Sign in with an account that may.',
  },
  IDEMPOTENCY_KEY_REUSED: {
    __typename: 'IdempotencyKeyReused',
    message: 'This key was used for another input. Use a new key for a new request.',
  },
  IDEMPOTENCY_IN_PROGRESS: {
    __typename: 'IdempotencyInProgress',
    message: 'The first request under this key is still running. Ask again in a moment, with the same key and input.',
    retryable: true,
  },
  OFFER_EXPIRED: {
    __typename: 'OfferExpired',
    message: 'The offer is older than 15 minutes. Ask the offer for a fresh token and try again with it.',
  },
  PRICE_CHANGED: {
    __typename: 'PriceChanged',
    message: 'The offer is older than 15 minutes and prices have changed since. Look at the fresh offer.',
  },
  OFFER_INVALID: {
    __typename: 'OfferInvalid',
    message: ({ flaw }) =>
      ({
        NOT_OURS: 'This is no offer of ours, or it was changed. Ask for an offer and hand its token on unchanged.',
        OTHER_AUDIENCE: 'This offer was made for another account. Ask for one of your own.',
        LISTING_GONE: 'What was offered is gone. Search again.',
        NOT_CONSISTENT: 'This offer contradicts itself and cannot be booked. Ask for a fresh one.',
      })[flaw],
  },
  SOLD_OUT: {
    __typename: 'SoldOut',
    message: ({ date, remaining, wanted }) =>
      `Only ${remaining} of the ${wanted} that you want are left on ${date}. Choose fewer, or other dates.`,
  },
  TOO_MANY_HOLDS: {
    __typename: 'TooManyHolds',
    message: ({ limit }) =>
      `You hold ${limit} bookings, as many as one account may. Pay for one or let one go, or wait until one ends.`,
    retryable: true,
  },
  HOLD_EXPIRED: {
    __typename: 'HoldExpired',
    message: 'The time of this hold is over, and nothing was charged. Hold again.',
  },
  PAYMENT_DECLINED: {
    __typename: 'PaymentDeclined',
    message: ({ reason, canRetry }) =>
      `The payment was declined (${reason}); nothing was charged. ${canRetry ? 'Try another card.' : 'Book again with another card.'}`,
  },
  PAYMENT_UNKNOWN: {
    __typename: 'PaymentUnknown',
    message:
      'We do not know yet whether the payment went through. Ask again with the same key, or look at the booking: nobody is charged twice.',
    retryable: true,
  },
  BOOKING_STATE_CONFLICT: {
    __typename: 'BookingStateConflict',
    message: ({ state }) =>
      `The booking is ${state.toLowerCase().replaceAll('_', ' ')} by now, which does not allow this.`,
  },
  CANCELLATION_QUOTE_EXPIRED: {
    __typename: 'CancellationQuoteExpired',
    message: 'This quote is over, or the booking has changed since. Ask for a new one.',
  },
  REQUEST_ALREADY_ANSWERED: {
    __typename: 'RequestAlreadyAnswered',
    message: ({ state }) => `This request is ${state} already. Reload the inbox.`,
  },
});

/** Failures of one argument point to it in every mutation, whatever else the mutation is about. */
const ownPath: Partial<Readonly<Record<BookingFailure['code'], readonly string[]>>> = {
  IDEMPOTENCY_KEY_REUSED: ['input', 'idempotencyKey'],
  IDEMPOTENCY_IN_PROGRESS: ['input', 'idempotencyKey'],
  CANCELLATION_QUOTE_EXPIRED: ['input', 'cancellationQuoteId'],
  PAYMENT_DECLINED: ['input', 'paymentToken'],
};

/** A failure as the member of a result union. `path` is where it stands in the arguments, unless the failure knows better. */
export const toUserError = <Given extends BookingFailure>(failure: Given, path?: readonly string[]) =>
  shape(failure, 'path' in failure ? failure.path : (ownPath[failure.code] ?? path));
