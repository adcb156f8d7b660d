import type { Page } from '../ports/page.ts';

/** A page of which one entry more than asked for was read, to see whether another one follows. */
export const cutPage = <Item>(read: readonly Item[], first: number, totalCount: number): Page<Item> => ({
  items: read.slice(0, first),
  totalCount,
  hasNextPage: read.length > first,
});
