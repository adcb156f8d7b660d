import { createList, pageSize, toConnection } from '@meridian/platform/subgraph/pages';
import type { PageRequest } from '../application/page-request.ts';
import type { Page } from '../ports/booking-reader.ts';
import type { BookingsContext } from './context.ts';

/** The arguments that every list has. */
export type PageArguments = Readonly<{ first?: number | null | undefined; after?: string | null | undefined }>;

/** Reads the arguments of a list. The cursor belongs to one list of one reader: elsewhere it is refused. */
export const pageRequest = (args: PageArguments, stream: string, { cursors }: BookingsContext): PageRequest => ({
  first: pageSize(args.first),
  after: createList(cursors, stream).placeOf(args.after)?.id ?? null,
});

/** The values that a filter lets through; undefined where it filters nothing, as an empty one does. */
export const chosen = <Value>(values: readonly Value[] | null | undefined): readonly Value[] | undefined =>
  values?.length ? values : undefined;

/** A page as a connection. Ids are in the order of time, so an id is a place in every list of bookings. */
export function connectionOf<Row extends { readonly id: string }>(
  page: Page<Row>,
  about: Readonly<{ stream: string; isFirst: boolean }>,
  { cursors }: BookingsContext,
) {
  const list = createList(cursors, about.stream);
  const cursorOf = ({ id }: Row) => list.cursorOf({ position: 0, id });
  return {
    ...toConnection(page.rows, { cursorOf, hasNext: page.hasNextPage, hasPrevious: !about.isFirst }),
    totalCount: page.totalCount,
  };
}
