import type { ApolloClient } from '@apollo/client';
import { OfferToBookDocument, type OfferToBookQuery } from '../../generated/features/booking/booking.ts';

export type OfferToBook = NonNullable<OfferToBookQuery['offer']>;

/** What has come of asking for offers. `gone`: at least one cannot be had any more. */
export type LoadedOffers =
  | Readonly<{ status: 'failed'; error: unknown }>
  | Readonly<{ status: 'gone' }>
  | Readonly<{ status: 'ready'; offers: readonly OfferToBook[] }>;

/**
 * Asks for offers, with a fresh token each. They are never taken from the cache: a token ends soon, and is bound to who asks. An offer
 * that is missing because a part of the graph is down is not gone: the answer then carries an error.
 */
export async function loadOffers(client: ApolloClient, ids: readonly string[]): Promise<LoadedOffers> {
  const ask = async (id: string) => {
    const { data, error } = await client.query({
      query: OfferToBookDocument,
      variables: { id },
      fetchPolicy: 'no-cache',
      context: { identity: 'required' },
    });
    if (!data?.offer && error) throw error;
    return data?.offer;
  };
  try {
    const offers = await Promise.all(ids.map(ask));
    const present = offers.filter((offer) => offer !== null && offer !== undefined);
    const isWhole = present.length === offers.length && present.length > 0;
    return isWhole ? { status: 'ready', offers: present } : { status: 'gone' };
  } catch (error) {
    return { status: 'failed', error };
  }
}
