import type { ApolloClient } from '@apollo/client';
import { followStream } from '@meridian/ui/live/resumable-stream';
import type { Client } from 'graphql-ws';
import {
  type EventEntryFragment,
  LiveEventsDocument,
  LiveEventsStartDocument,
  type LiveEventsSubscriptionVariables,
} from '../../generated/features/events/events.ts';

/** Which events, and who hears of them. */
export type FollowedEvents = Readonly<{
  filter: LiveEventsSubscriptionVariables['filter'];
  /** Where to begin; where the stream stands now when absent. */
  after: string | undefined;
  /** Hears where it begins. */
  onBegin: (after: string) => void;
  onEvent: (event: EventEntryFragment) => void;
  onGap: () => void;
  /** Nothing more will come, for example because the caller may not read events. */
  onEnd: (reason: unknown) => void;
}>;

/** Follows the stream from where it is told, or asks where it stands and follows it from there: what happens before it is open comes as well. Returns what ends it. */
export function followEvents(
  { graph, client }: Readonly<{ graph: Pick<ApolloClient, 'query'>; client: Pick<Client, 'subscribe'> }>,
  { filter, after: known, onBegin, onEvent, onGap, onEnd }: FollowedEvents,
): () => void {
  let isLeft = false;
  let leave = () => {
    isLeft = true;
  };
  const begin = (after: string) => {
    onBegin(after);
    leave = followStream(client, {
      document: LiveEventsDocument,
      variables: { filter },
      after,
      cursorOf: ({ liveEvents: message }) => (message?.__typename === 'LiveEvent' ? message.cursor : undefined),
      onMessage({ liveEvents: message }) {
        if (message?.__typename === 'StreamGap') onGap();
        if (message?.__typename === 'LiveEvent') onEvent(message);
      },
      onEnd,
    });
  };
  if (known !== undefined) {
    begin(known);
    return () => leave();
  }
  graph
    .query({ query: LiveEventsStartDocument, fetchPolicy: 'no-cache', context: { identity: 'required' } })
    .then(({ data, error }) => {
      if (isLeft) return;
      if (data?.liveEventsCursor) begin(data.liveEventsCursor);
      else onEnd(error);
    })
    .catch((reason: unknown) => isLeft || onEnd(reason));
  return () => leave();
}
