import type { ApolloClient } from '@apollo/client';
import { PlaceDocument } from '../../generated/features/places/places.ts';

/** Asks for the names of places that an address holds before there is a search to run. A name that does not come stays away. */
export function loadPlaces(client: ApolloClient, ids: readonly (string | undefined)[]): void {
  for (const id of ids) {
    if (id !== undefined) client.query({ query: PlaceDocument, variables: { id } }).catch(() => undefined);
  }
}
