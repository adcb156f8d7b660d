import { SlowReader } from '@meridian/platform/streams/bounded-queue';
import { toGenerator } from '@meridian/platform/streams/generator';
import { GraphQLError } from 'graphql';
import {
  type LiveEventMessage,
  type LiveEventMessages,
  LiveEventsInterrupted,
} from '../../application/stream-live-events.ts';
import type { SubscriptionResolvers } from '../../generated/resolvers-types.ts';
import { allowed } from '../refusals.ts';

function toMember(message: LiveEventMessage) {
  if (message.kind === 'GAP') {
    return { __typename: 'StreamGap' as const, reason: message.reason, oldest: message.oldest };
  }
  const { cursor, topic, event } = message;
  const { id, type, time, subject, source, data } = event;
  return { __typename: 'LiveEvent' as const, cursor, id, type, topic, time, subject, source, data };
}

const resume = (message: string) => new GraphQLError(message, { extensions: { code: 'RESUME_FROM_CURSOR' } });

/** An interruption is told as it is: the client has a cursor to come back with. */
function toClient(error: unknown): unknown {
  if (error instanceof SlowReader) return resume('Too slow. Come back with the last cursor.');
  return error instanceof LiveEventsInterrupted ? resume(error.message) : error;
}

type Event = Readonly<{ liveEvents: ReturnType<typeof toMember> }>;

const toEvents = (messages: LiveEventMessages): AsyncGenerator<Event, void, void> =>
  toGenerator({
    async next(): Promise<IteratorResult<Event, void>> {
      try {
        const read = await messages.next();
        return read.done ? read : { done: false, value: { liveEvents: toMember(read.value) } };
      } catch (error) {
        throw toClient(error);
      }
    },
    leave: () => messages.return(),
  });

export const liveEvents: SubscriptionResolvers['liveEvents'] = {
  async subscribe(_parent, { filter, after }, { analytics, principal }) {
    const wanted = { filter: filter ?? {}, after: after ?? undefined };
    return toEvents(allowed(await analytics.streamLiveEvents({ ...wanted, principal })));
  },
};
