/** Where a result stands in its order: its key, and its id, which breaks ties. */
export type Place = Readonly<{ key: number; id: string }>;

/** A result in an order that does not depend on any other result. */
export type Sorted<Result> = Readonly<{ result: Result; place: Place }>;

const before = (left: Place, right: Place): number => {
  if (left.key !== right.key) return left.key < right.key ? -1 : 1;
  if (left.id === right.id) return 0;
  return left.id < right.id ? -1 : 1;
};

/** Sorts by key, equal ones by id, so that equal searches answer equal orders. */
export const sortByPlace = <Result>(results: readonly Sorted<Result>[]): Sorted<Result>[] =>
  [...results].sort((left, right) => before(left.place, right.place));

/** A page of an order. */
export type Page<Result> = Readonly<{
  entries: readonly Sorted<Result>[];
  totalCount: number;
  hasNextPage: boolean;
  hasPreviousPage: boolean;
}>;

/**
 * The entries behind a place. The place need not exist any more: results that came or went between two pages neither repeat nor
 * hide others.
 */
export function pageBehind<Result>(sorted: readonly Sorted<Result>[], first: number, after?: Place): Page<Result> {
  const found = after === undefined ? 0 : sorted.findIndex((entry) => before(after, entry.place) < 0);
  const start = found === -1 ? sorted.length : found;
  return {
    entries: sorted.slice(start, start + first),
    totalCount: sorted.length,
    hasNextPage: start + first < sorted.length,
    hasPreviousPage: start > 0,
  };
}
