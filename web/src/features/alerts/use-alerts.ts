import { useApolloClient, useQuery } from '@apollo/client/react';
import { useLiveSocket } from '@meridian/ui/live/live-context.tsx';
import { followStream } from '@meridian/ui/live/resumable-stream';
import { useEffect } from 'react';
import {
  AlertStreamDocument,
  type AlertSummaryFragment,
  AlertsDocument,
  type AlertsQuery,
  MarkAlertsReadDocument,
} from '../../generated/features/alerts/alerts.ts';

/** Puts an alert on top of the inbox; one that is there already changes nothing. */
function withAlert(inbox: AlertsQuery, alert: AlertSummaryFragment): AlertsQuery {
  const alerts = inbox.me?.alerts;
  if (!inbox.me || !alerts || alerts.edges.some(({ node }) => node.id === alert.id)) return inbox;
  return {
    ...inbox,
    me: {
      ...inbox.me,
      alerts: {
        ...alerts,
        totalCount: alerts.totalCount + 1,
        unreadCount: alerts.unreadCount + 1,
        edges: [{ __typename: 'AlertEdge', node: alert }, ...alerts.edges],
      },
    },
  };
}

/**
 * The inbox of alerts, live. It is read once; from then on the stream goes on behind its newest alert, over any loss of the
 * connection, so that none is lost and none comes twice.
 */
export function useAlerts() {
  const { cache, mutate } = useApolloClient();
  const { client } = useLiveSocket();
  const context = { identity: 'required' };
  const { data, refetch } = useQuery(AlertsDocument, { context, fetchPolicy: 'cache-and-network' });
  const alerts = data?.me?.alerts;
  const isRead = alerts !== undefined && alerts !== null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the stream begins behind what was read first, and then knows its place itself
  useEffect(() => {
    if (!isRead) return;
    return followStream(client, {
      document: AlertStreamDocument,
      variables: {},
      after: alerts.streamCursor,
      cursorOf: ({ priceWatchTriggered: message }) =>
        message?.__typename === 'PriceWatchTriggered' ? message.cursor : undefined,
      onMessage: ({ priceWatchTriggered: message }) => {
        if (message?.__typename === 'StreamGap') void refetch();
        if (message?.__typename !== 'PriceWatchTriggered') return;
        cache.updateQuery({ query: AlertsDocument }, (inbox) => inbox && withAlert(inbox, message.alert));
      },
    });
  }, [client, isRead]);
  const markRead = async () => {
    const newest = alerts?.edges[0]?.node.cursor;
    if (newest === undefined || alerts?.unreadCount === 0) return;
    await mutate({ mutation: MarkAlertsReadDocument, variables: { input: { upTo: newest } }, context });
    await refetch();
  };
  return { alerts: alerts ?? undefined, markRead };
}
