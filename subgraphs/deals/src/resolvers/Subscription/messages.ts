import { toGenerator } from '@meridian/platform/streams/generator';
import { GraphQLError } from 'graphql';
import { SlowSubscriberError } from '../../application/follow-stream.ts';
import type { Gap, StreamMessage } from '../../application/stream-start.ts';

const told = (error: unknown): unknown =>
  error instanceof SlowSubscriberError
    ? new GraphQLError(error.message, { extensions: { code: 'RESUME_FROM_CURSOR' } })
    : error;

type StreamGap = Gap & Readonly<{ __typename: 'StreamGap' }>;

/** How an item, or the news that some were missed, becomes an event of a subscription. */
type Words<Item, Member, Event> = Readonly<{
  toMember: (cursor: string, item: Item) => Member;
  toEvent: (member: Member | StreamGap) => Event;
}>;

/** Messages of a stream as events of a subscription. Ending the answer ends the stream at once. */
export function toEvents<Item, Member, Event>(
  messages: AsyncGenerator<StreamMessage<Item>, void, void>,
  { toMember, toEvent }: Words<Item, Member, Event>,
): AsyncGenerator<Event, void, void> {
  const memberOf = (message: StreamMessage<Item>): Member | StreamGap =>
    message.kind === 'GAP' ? { __typename: 'StreamGap', ...message.gap } : toMember(message.cursor, message.item);
  return toGenerator({
    async next(): Promise<IteratorResult<Event, void>> {
      try {
        const { done, value } = await messages.next();
        return done || !value ? { done: true, value: undefined } : { done: false, value: toEvent(memberOf(value)) };
      } catch (error) {
        throw told(error);
      }
    },
    leave: () => messages.return(),
  });
}
