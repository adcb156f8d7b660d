import { NetworkStatus } from '@apollo/client';
import { useApolloClient, useQuery } from '@apollo/client/react';
import { useAsking } from '@meridian/ui/graph/use-asking';
import { useLiveSocket } from '@meridian/ui/live/live-context.tsx';
import { useEffect, useState } from 'react';
import { AlertsDocument, MarkAlertsReadDocument } from '../../generated/features/alerts/alerts.ts';
import { refetchListing } from '../listing/refetch-listing.ts';
import { followAlerts } from './follow-alerts.ts';
import { createTurns } from './turns.ts';

const context = { identity: 'required' } as const;

/**
 * The inbox of alerts, live. It is read once; from then on the stream goes on behind its newest alert, over any loss of the
 * connection, so that none is lost and none comes twice. `failure` says why it could not be read or is no longer live,
 * `markFailure` why the server does not know of what was read.
 */
export function useAlerts() {
  const graph = useApolloClient();
  const { cache, mutate } = graph;
  const { client } = useLiveSocket();
  const [turns] = useState(createTurns);
  const [refusal, setRefusal] = useState<unknown>();
  const asked = useQuery(AlertsDocument, { context, fetchPolicy: 'cache-and-network' });
  const { error, networkStatus, refetch } = asked;
  const alerts = (asked.data ?? asked.previousData)?.me?.alerts ?? undefined;
  const reload = () => turns(() => refetch());
  // Not while the first answer is on its way: it would undo what is pushed meanwhile.
  const isFollowed = alerts !== undefined && networkStatus !== NetworkStatus.loading && refusal === undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the stream begins behind what was read first, and then knows its place itself
  useEffect(() => {
    if (!isFollowed) return;
    return followAlerts({
      ...{ client, cache, turns, reload: refetch, after: alerts.streamCursor, onEnd: setRefusal },
      onAlert: (listingId) => refetchListing(graph, listingId),
    });
  }, [client, isFollowed]);
  const marking = useAsking(async () => {
    const newest = alerts?.edges[0]?.node.cursor;
    if (newest === undefined || alerts?.unreadCount === 0) return;
    const { data } = await mutate({
      mutation: MarkAlertsReadDocument,
      variables: { input: { upTo: newest } },
      context,
    });
    if (data?.markAlertsRead?.__typename !== 'AlertsMarkedRead') throw new Error('They were not marked as read.');
    await reload();
  });
  const retry = () => {
    setRefusal(undefined);
    reload().catch(() => undefined);
  };
  return {
    ...{ alerts, failure: refusal ?? error, retry },
    markRead: () => void marking.ask(),
    markFailure: marking.error,
  };
}
