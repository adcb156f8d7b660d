import { toGenerator } from '@meridian/platform/streams/generator';
import { GraphQLError } from 'graphql';
import type { LiveEventMessage, LiveFilter } from '../../application/live-events.ts';
import { LiveEventsInterrupted } from '../../application/live-events.ts';
import type { MessageQueue } from '../../application/message-queue.ts';
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

/** An interruption is told as it is: the client has a cursor to come back with. */
const toClient = (error: unknown): unknown =>
  error instanceof LiveEventsInterrupted
    ? new GraphQLError(error.message, { extensions: { code: 'RESUME_FROM_CURSOR' } })
    : error;

type Member = ReturnType<typeof toMember>;

const toMembers = (queue: MessageQueue<LiveEventMessage>): AsyncGenerator<Member, void, void> =>
  toGenerator({
    async next(): Promise<IteratorResult<Member, void>> {
      try {
        const { done, value } = await queue.next();
        return done ? { done: true, value: undefined } : { done: false, value: toMember(value) };
      } catch (error) {
        throw toClient(error);
      }
    },
    leave: () => queue.return?.(),
  });

export const liveEvents = {
  async subscribe(_parent: unknown, { filter, after }: Arguments, { principal, analytics }: AnalyticsContext) {
    requireScope(principal, 'events:read');
    return toMembers(await analytics.liveEvents(filter ?? {}, after ?? undefined));
  },
};
