import { createFailureShaper, validationText } from '@meridian/platform/subgraph/failures';
import type { UsersFailure } from '../domain/failures.ts';

const notPermitted = {
  OWN_ADMIN_ROLE: 'You cannot take the ADMIN role from yourself. Ask another operator to do it.',
  OTHERS_DEPEND:
    'Others depend on what this account publishes or operates. Delete your listings, ask an operator to leave it the TRAVELER role alone, then try again.',
} as const;

/** A failure as the member of a result union. */
export const toUserError = createFailureShaper<UsersFailure>({
  VALIDATION_FAILED: validationText,
  EMAIL_TAKEN: { __typename: 'EmailTaken', message: 'This address has an account already. Sign in with it.' },
  INVALID_CREDENTIALS: {
    __typename: 'InvalidCredentials',
    message: 'Address or password is wrong. Check both and try again.',
  },
  TOO_MANY_ATTEMPTS: {
    __typename: 'TooManyAttempts',
    message: ({ retryAfterInSeconds }) => `Too many attempts. Try again in ${retryAfterInSeconds} seconds.`,
    retryable: true,
  },
  OPEN_BOOKINGS: {
    __typename: 'OpenBookings',
    message: ({ bookingIds }) =>
      `Nothing was deleted: ${bookingIds.length === 1 ? 'a booking is' : 'bookings are'} not over yet. Cancel or release, or wait until the trip is over.`,
    retryable: true,
  },
  ACCOUNT_GONE: { __typename: 'AccountGone', message: 'It is deleted already; nothing is left to do.' },
  SESSION_ENDED: { __typename: 'SessionEnded', message: 'The session has ended. Sign in again.' },
  NOT_FOUND: { __typename: 'NotFound', message: 'There is no such account. Look for it in the list of accounts.' },
  NOT_PERMITTED: {
    __typename: 'NotPermitted',
    message: ({ reason }) => (reason ? notPermitted[reason] : 'You may not do this. Sign in with an account that may.'),
  },
});
