import type { ApolloClient } from '@apollo/client';
import { DealsDocument } from '../../generated/features/deals/deals.ts';
import { type DealsSearch, dealsVariables } from './deals-search.ts';

/** Begins to ask for the deals; the page picks the answer up. A failure is the page's to show. */
export function loadDeals(client: ApolloClient, search: DealsSearch): void {
  client.query({ query: DealsDocument, variables: dealsVariables(search) }).catch(() => undefined);
}
