import type { ApolloClient } from '@apollo/client';
import { FlightDocument } from '../../generated/features/flights/flight.ts';
import type { Party } from '../search/party-search.ts';

/** What a flight's page is about. */
export type FlightRequest = Readonly<{ id: string; party: Party }>;

/** Begins to ask for a flight; the page picks the answer up. A failure is the page's to show. */
export function loadFlight(client: ApolloClient, { id, party }: FlightRequest): void {
  client.query({ query: FlightDocument, variables: { id, ...party } }).catch(() => undefined);
}
