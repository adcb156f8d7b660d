import type { UserErrorMember } from '@meridian/platform/subgraph/failures';
import type { FailureOf } from '../domain/failures.ts';

/** A listing of which another subgraph knows the rest. Its type follows from its id, so nobody has to ask. */
export type ListingReference = Readonly<{ __typename: 'Flight' | 'Stay' | 'Car'; id: string }>;

/** An account of which another subgraph knows the rest. */
export type UserReference = Readonly<{ id: string }>;

/** An offer whose time is over, as `failures.ts` tells it. */
export type OfferExpiredParent = UserErrorMember<FailureOf<'OFFER_EXPIRED'>>;
/** An offer whose time is over, of a listing that has other prices now, as `failures.ts` tells it. */
export type PriceChangedParent = UserErrorMember<FailureOf<'PRICE_CHANGED'>>;
/** Something of which too little is left, as `failures.ts` tells it. */
export type SoldOutParent = UserErrorMember<FailureOf<'SOLD_OUT'>>;
/** One hold more than an account may have, as `failures.ts` tells it. */
export type TooManyHoldsParent = UserErrorMember<FailureOf<'TOO_MANY_HOLDS'>>;
/** A hold whose time is over, as `failures.ts` tells it. */
export type HoldExpiredParent = UserErrorMember<FailureOf<'HOLD_EXPIRED'>>;
/** A payment that was declined, as `failures.ts` tells it. */
export type PaymentDeclinedParent = UserErrorMember<FailureOf<'PAYMENT_DECLINED'>>;
/** A payment without an answer, as `failures.ts` tells it. */
export type PaymentUnknownParent = UserErrorMember<FailureOf<'PAYMENT_UNKNOWN'>>;
/** A cancellation quote that is over, as `failures.ts` tells it. */
export type CancellationQuoteExpiredParent = UserErrorMember<FailureOf<'CANCELLATION_QUOTE_EXPIRED'>>;
