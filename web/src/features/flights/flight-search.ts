import { urlId } from '@meridian/ui/routing/url-values';
import * as z from 'zod/mini';
import type { FlightQueryVariables } from '../../generated/features/flights/flight.ts';
import { fitParty, type Party, partyValues } from '../search/party-search.ts';
import type { FlightResult } from './flight-card.tsx';

const values = z.object({
  ...partyValues,
  /** The flight back, by its id. */
  return: urlId,
  fare: urlId,
  returnFare: urlId,
});

/** One flight, or one there and one back, as it stands in the address of its page: for whom, and at which fares. */
export const flightSearch = z.pipe(values, z.transform(fitParty));

export type FlightSearch = z.infer<typeof flightSearch>;

/** The flight, and the one back, in the graph's words. */
export const flightVariables = (id: string, search: FlightSearch): FlightQueryVariables => ({
  id,
  adults: search.adults,
  children: search.children,
  hasReturn: search.return !== undefined,
  returnId: search.return ?? '',
});

/** What a result's page has to know to show what the result promises: the same flights at the same fares for the same people. */
export function searchOfResult({ fare, returns: [back] }: FlightResult, party: Party): FlightSearch {
  return flightSearch.parse({ ...party, fare: fare.id, return: back?.flight.id, returnFare: back?.fare.id });
}
