import type { ApolloClient } from '@apollo/client';
import { FlightDocument } from '../../generated/features/flights/flight.ts';
import { type FlightSearch, flightVariables } from './flight-search.ts';

/** Begins to ask for a flight; the page picks the answer up. A failure is the page's to show. */
export function loadFlight(client: ApolloClient, { id, search }: Readonly<{ id: string; search: FlightSearch }>): void {
  client.query({ query: FlightDocument, variables: flightVariables(id, search) }).catch(() => undefined);
}
