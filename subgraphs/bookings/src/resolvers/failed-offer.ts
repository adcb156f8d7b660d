import type { OfferExpiredParent, PriceChangedParent } from './parents.ts';
import { moneyOf } from './views.ts';

type FailedOffer = Pick<OfferExpiredParent | PriceChangedParent, 'offerId' | 'totalMinor' | 'currency'>;

/** The fields that both failures have that speak of an offer whose time is over. */
export const failedOffer = {
  offer: ({ offerId }: FailedOffer) => ({ __typename: 'Offer' as const, id: offerId }),
  previousTotal: ({ totalMinor, currency }: FailedOffer) => moneyOf(totalMinor, currency),
};
