import type { ApolloClient } from '@apollo/client';
import { StayDocument } from '../../generated/features/stays/stay.ts';
import { fetchPicture } from '../listing/fetch-picture.ts';
import { stayVariables } from './stay-variables.ts';
import type { Visit } from './stays-search.ts';

/** Begins to ask for a stay; the page picks the answer up. A failure is the page's to show. */
export function loadStay(client: ApolloClient, { id, visit }: Readonly<{ id: string; visit: Visit }>): void {
  client.query({ query: StayDocument, variables: stayVariables(id, visit) }).then(
    ({ data }) => fetchPicture(data?.stay?.images[0]),
    () => undefined,
  );
}
