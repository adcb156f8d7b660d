import { toGenerator } from '@meridian/platform/streams/generator';
import { GraphQLError } from 'graphql';
import { SlowSubscriberError } from '../../application/follow-stream.ts';
import type { StreamMessage } from '../../application/stream-start.ts';

type Mapped = Record<string, unknown>;

const told = (error: unknown): unknown =>
  error instanceof SlowSubscriberError
    ? new GraphQLError(error.message, { extensions: { code: 'RESUME_FROM_CURSOR' } })
    : error;

/** Messages of a stream as members of the subscription's union. Ending the answer ends the stream at once. */
export function toUnion<Item>(
  messages: AsyncGenerator<StreamMessage<Item>, void, void>,
  map: (cursor: string, item: Item) => Mapped,
): AsyncGenerator<Mapped, void, void> {
  const toMember = (message: StreamMessage<Item>): Mapped =>
    message.kind === 'GAP' ? { __typename: 'StreamGap', ...message.gap } : map(message.cursor, message.item);
  return toGenerator({
    async next(): Promise<IteratorResult<Mapped, void>> {
      try {
        const { done, value } = await messages.next();
        return done || !value ? { done: true, value: undefined } : { done: false, value: toMember(value) };
      } catch (error) {
        throw told(error);
      }
    },
    leave: () => messages.return(),
  });
}
