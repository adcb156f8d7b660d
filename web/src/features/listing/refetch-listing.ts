import type { ApolloClient } from '@apollo/client';

/**
 * Asks again at once for a listing whose page is open: whoever has just been told that its price has fallen sees it fall. Other pages
 * are left alone.
 */
export function refetchListing(client: Pick<ApolloClient, 'refetchQueries'>, listingId: string): void {
  client.refetchQueries({
    include: 'active',
    onQueryUpdated: ({ variables }) => (variables as Readonly<{ id?: unknown }> | undefined)?.id === listingId,
  });
}
