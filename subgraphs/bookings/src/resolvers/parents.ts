import type { UserErrorMember } from '@meridian/platform/subgraph/failures';
import type { FailureOf } from '../domain/failures.ts';

/** A listing of which another subgraph knows the rest. Its type follows from its id, so nobody has to ask. */
export type ListingReference = Readonly<{ __typename: 'Flight' | 'Stay' | 'Car'; id: string }>;

/** An account of which another subgraph knows the rest. */
export type UserReference = Readonly<{ id: string }>;

// Failures that have more to show than what the use case answered, as `failures.ts` tells them.
export type OfferExpiredParent = UserErrorMember<FailureOf<'OFFER_EXPIRED'>>;
export type PriceChangedParent = UserErrorMember<FailureOf<'PRICE_CHANGED'>>;
export type SoldOutParent = UserErrorMember<FailureOf<'SOLD_OUT'>>;
export type HoldExpiredParent = UserErrorMember<FailureOf<'HOLD_EXPIRED'>>;
export type PaymentDeclinedParent = UserErrorMember<FailureOf<'PAYMENT_DECLINED'>>;
export type PaymentUnknownParent = UserErrorMember<FailureOf<'PAYMENT_UNKNOWN'>>;
export type CancellationQuoteExpiredParent = UserErrorMember<FailureOf<'CANCELLATION_QUOTE_EXPIRED'>>;
