import type { ApolloCache } from '@apollo/client';
import { followStream } from '@meridian/ui/live/resumable-stream';
import type { Client } from 'graphql-ws';
import {
  AlertStreamDocument,
  type AlertSummaryFragment,
  AlertsDocument,
  type AlertsQuery,
} from '../../generated/features/alerts/alerts.ts';
import type { Turns } from './turns.ts';

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

/** An inbox that was read, and where its stream goes on. */
export type FollowedInbox = Readonly<{
  client: Pick<Client, 'subscribe'>;
  cache: ApolloCache;
  /** Reads the inbox again. */
  reload: () => Promise<unknown>;
  /**
   * What is pushed and what is read again take turns here: an answer that was on its way when an alert was pushed may be older than
   * it, and would undo it.
   */
  turns: Turns;
  after: string;
  /** Hears of which listing an alert is, once it stands in the inbox. */
  onAlert: (listingId: string) => void;
  onEnd: (reason: unknown) => void;
}>;

/** Keeps the inbox in the cache as it is, from what is pushed. Returns what ends it. */
export const followAlerts = ({ client, cache, reload, turns, after, onAlert, onEnd }: FollowedInbox): (() => void) =>
  followStream(client, {
    document: AlertStreamDocument,
    variables: {},
    after,
    cursorOf: ({ priceWatchTriggered: message }) =>
      message?.__typename === 'PriceWatchTriggered' ? message.cursor : undefined,
    onMessage({ priceWatchTriggered: message }) {
      if (message?.__typename === 'StreamGap') turns(reload).catch(() => undefined);
      if (message?.__typename !== 'PriceWatchTriggered') return;
      void turns(() =>
        cache.updateQuery({ query: AlertsDocument }, (inbox) => inbox && withAlert(inbox, message.alert)),
      ).then(() => onAlert(message.alert.snapshot.listingId));
    },
    onEnd,
  });
