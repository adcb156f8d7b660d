/** What cannot be shown here, and the test that shows it. The file must exist and mention the words. */
export type Exemption = Readonly<{ shownBy: string; mentions: string; why: string }>;

const clock = 'It takes a clock that moves: minutes must pass.';
const guarded = 'The gateway refuses callers without the right before anything runs; this is the second lock.';
const oneTransaction =
  'The operation is one transaction, so its key is in progress only between two databases or after a crash.';

/** Types that no answer can hold here: none of their fields is asked for. */
export const exemptTypes: Readonly<Record<string, Exemption>> = {
  HoldExpired: { shownBy: 'subgraphs/bookings/test/payments.test.ts', mentions: 'HoldExpired', why: clock },
  OfferExpired: { shownBy: 'subgraphs/bookings/test/offers.test.ts', mentions: 'OfferExpired', why: clock },
  PriceChanged: { shownBy: 'subgraphs/bookings/test/offers.test.ts', mentions: 'PriceChanged', why: clock },
};

const bookingRules = 'subgraphs/bookings/test/rules.test.ts';
const keys = 'subgraphs/bookings/test/booking-store.contract.ts';
const watches = 'subgraphs/deals/test/watches.test.ts';
const accounts = 'subgraphs/users/test/accounts.test.ts';

const notPermittedIn = (shownBy: string): Exemption => ({
  shownBy,
  mentions: shownBy === watches ? 'NotPermitted' : 'NOT_PERMITTED',
  why: guarded,
});
const inProgress: Exemption = { shownBy: keys, mentions: 'IDEMPOTENCY_IN_PROGRESS', why: oneTransaction };

/** Members of unions that no answer can hold here, though another union shows them or their type is exempt. */
export const exemptMembers: Readonly<Record<string, Exemption>> = {
  'AnswerRequestResult = NotPermitted': notPermittedIn(bookingRules),
  'CancelBookingResult = NotPermitted': notPermittedIn(bookingRules),
  'CreateBookingResult = NotPermitted': notPermittedIn(bookingRules),
  'HoldBookingResult = NotPermitted': notPermittedIn(bookingRules),
  'PayBookingResult = NotPermitted': notPermittedIn(bookingRules),
  'QuoteCancellationResult = NotPermitted': notPermittedIn(bookingRules),
  'ReleaseHoldResult = NotPermitted': notPermittedIn(bookingRules),
  'CreatePriceWatchResult = NotPermitted': notPermittedIn(watches),
  'DeletePriceWatchResult = NotPermitted': notPermittedIn(watches),
  'MarkAlertsReadResult = NotPermitted': notPermittedIn(watches),
  'UpdatePriceWatchResult = NotPermitted': notPermittedIn(watches),
  'UpdateProfileResult = NotPermitted': notPermittedIn(accounts),
  'AnswerRequestResult = IdempotencyInProgress': inProgress,
  'CancelBookingResult = IdempotencyInProgress': inProgress,
  'HoldBookingResult = IdempotencyInProgress': inProgress,
  'ReleaseHoldResult = IdempotencyInProgress': inProgress,
  'SignUpResult = TooManyAttempts': {
    shownBy: 'subgraphs/users/test/throttle.test.ts',
    mentions: 'TooManyAttempts',
    why: 'It takes a thousand sign-ups from one address within an hour.',
  },
};
