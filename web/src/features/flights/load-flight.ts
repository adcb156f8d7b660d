import type { ApolloClient } from '@apollo/client';
import { FlightDocument } from '../../generated/features/flights/flight.ts';

/** Begins to ask for a flight; the page picks the answer up. A failure is the page's to show. */
export function loadFlight(client: ApolloClient, id: string): void {
  client.query({ query: FlightDocument, variables: { id } }).catch(() => undefined);
}
