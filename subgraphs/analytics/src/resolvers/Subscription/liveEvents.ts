import { SlowReader } from '@meridian/platform/streams/bounded-queue';
import { toGenerator } from '@meridian/platform/streams/generator';
import { GraphQLError } from 'graphql';
import type { LiveEventMessage, LiveFilter } from '../../application/live-events.ts';
import { LiveEventsInterrupted } from '../../application/live-events.ts';
import type { AnalyticsContext } from '../context.ts';
import { requireScope } from '../refusals.ts';

type Arguments = Readonly<{ filter?: LiveFilter | null; after?: string | null }>;

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

type Member = ReturnType<typeof toMember>;

const toMembers = (messages: AsyncGenerator<LiveEventMessage, void, void>): AsyncGenerator<Member, void, void> =>
  toGenerator({
    async next(): Promise<IteratorResult<Member, void>> {
      try {
        const read = await messages.next();
        return read.done ? read : { done: false, value: toMember(read.value) };
      } catch (error) {
        throw toClient(error);
      }
    },
    leave: () => messages.return(),
  });

export const liveEvents = {
  async subscribe(_parent: unknown, { filter, after }: Arguments, { principal, analytics }: AnalyticsContext) {
    requireScope(principal, 'events:read');
    return toMembers(await analytics.liveEvents(filter ?? {}, after ?? undefined));
  },
};
