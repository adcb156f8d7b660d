import type { BookingsContext } from '../context.ts';
import { toUserError } from '../failures.ts';
import { agreedFields, moneyOf } from '../views.ts';

export async function quote(_: unknown, { offers }: { offers: string[] }, { bookings, principal }: BookingsContext) {
  const answer = await bookings.quote(principal, offers);
  if (!answer.ok) return toUserError(answer.failure, ['offers']);
  const { currency, totalMinor } = answer.quote;
  return {
    __typename: 'Quote',
    total: moneyOf(totalMinor, currency),
    items: answer.quote.offers.map((offer) => ({
      offer: { __typename: 'Offer', id: offer.offerId },
      instantBook: offer.instantBook,
      ...agreedFields(offer, currency),
    })),
  };
}
