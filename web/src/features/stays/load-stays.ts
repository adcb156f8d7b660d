import type { ApolloClient } from '@apollo/client';
import { StaysDocument } from '../../generated/features/stays/stays.ts';
import { fetchPicture } from '../listing/fetch-picture.ts';
import { isRunnable, type StaysSearch, staysVariables } from './stays-search.ts';

/** Begins to ask for the results; the page picks the answer up. A failure is the page's to show. */
export function loadStays(client: ApolloClient, search: StaysSearch): void {
  if (!isRunnable(search)) return;
  client.query({ query: StaysDocument, variables: staysVariables(search) }).then(
    ({ data }) => fetchPicture(data?.searchStays?.edges[0]?.node.images[0]),
    () => undefined,
  );
}
