import type { ApolloClient } from '@apollo/client';
import { FlightsDocument } from '../../generated/features/flights/flights.ts';
import { loadPlaces } from '../places/load-places.ts';
import { type FlightsSearch, flightsVariables, isRunnable } from './flights-search.ts';

/** Begins to ask for the results; the page picks the answer up. A failure is the page's to show. */
export function loadFlights(client: ApolloClient, search: FlightsSearch): void {
  if (isRunnable(search)) {
    client.query({ query: FlightsDocument, variables: flightsVariables(search) }).catch(() => undefined);
  } else {
    loadPlaces(client, [search.from, search.to]);
  }
}
