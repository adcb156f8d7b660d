import type { LetterPlace } from '@meridian/platform/consumer/dead-letter-book';
import { placeOf, readPlace } from '@meridian/platform/event-log/place';
import { listStream } from '@meridian/platform/subgraph/list-stream';
import { createList, pageSize, type RowPlace, toConnection } from '@meridian/platform/subgraph/pages';
import type { QueryResolvers } from '../../generated/resolvers-types.ts';
import { allowed } from '../refusals.ts';

const placeIn = ({ failedAt, position }: LetterPlace): RowPlace => ({ position: failedAt, id: placeOf(position) });

function letterPlace(place: RowPlace | undefined): LetterPlace | undefined {
  const position = place && readPlace(place.id);
  return position && { failedAt: place.position, position };
}

export const deadLetters: QueryResolvers['deadLetters'] = async (_parent, args, context) => {
  const { analytics, principal, cursors } = context;
  const wanted = { topic: args.topic ?? undefined };
  const list = createList(cursors, listStream('deadLetters', wanted));
  const after = letterPlace(list.placeOf(args.after));
  const request = { ...wanted, first: pageSize(args.first), after, principal };
  const { letters, hasNextPage, totalCount } = allowed(await analytics.listDeadLetters(request));
  const cursorOf = (letter: LetterPlace) => list.cursorOf(placeIn(letter));
  return {
    ...toConnection(letters, { cursorOf, hasNext: hasNextPage, hasPrevious: after !== undefined }),
    totalCount,
  };
};
