import type { ApolloClient } from '@apollo/client';
import { FareOfferDocument } from '../../generated/features/flights/flight.ts';
import type { Party } from '../search/party-search.ts';

/** A flight at one of its fares. */
export type ChosenFare = Readonly<{ flightId: string; fareId: string }>;

/**
 * Asks for the offers of some flights that belong together. All of them or none: whoever has lost the way back is not sold the way out.
 *
 * @returns the offers' ids in the order of the flights; none when one of them cannot be had any more
 * @throws when it is not known whether they can be had
 */
export async function askForOffers(
  client: ApolloClient,
  flights: readonly ChosenFare[],
  { adults, children }: Party,
): Promise<string[]> {
  const ask = async ({ flightId, fareId }: ChosenFare) => {
    const variables = { id: flightId, fareId, adults, children };
    const answer = await client.query({ query: FareOfferDocument, variables, fetchPolicy: 'no-cache' });
    const id = answer.data?.flight?.offer?.id;
    if (id === undefined && answer.error) throw answer.error;
    return id;
  };
  const ids = (await Promise.all(flights.map(ask))).filter((id) => id !== undefined);
  return ids.length === flights.length ? ids : [];
}
