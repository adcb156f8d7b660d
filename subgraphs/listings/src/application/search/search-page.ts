import type { Cursors } from '@meridian/platform/identity/cursor';
import type { ListingKind } from '../../domain/listing.ts';
import { isBetween, type Problems } from '../../domain/problems.ts';
import type { Chosen } from '../../domain/search/choose.ts';
import { pageBehind, sortByPlace } from '../../domain/search/page.ts';
import { createSearchCursors } from './search-cursors.ts';
import type { SearchRequest } from './search-deps.ts';

type Identified = Readonly<{ id: string }>;

/** The cursors and flags of a page. */
export type PageEnds = Readonly<{
  startCursor: string | null;
  endCursor: string | null;
  hasNextPage: boolean;
  hasPreviousPage: boolean;
}>;

/** A result with the cursor behind which the next page begins. */
export type PlacedResult<Candidate, Option> = Readonly<{ cursor: string; found: Chosen<Candidate, Option> }>;

/** A page of results, and how many there are in all. */
export type CutPage<Candidate, Option> = Readonly<{
  entries: readonly PlacedResult<Candidate, Option>[];
  totalCount: number;
  pageInfo: PageEnds;
}>;

/** How results are sorted: the lower the earlier, equal ones by id. */
export type SortKey<Candidate, Option> = (candidate: Candidate, option: Option) => number;

/** What a page is read with. */
export type PageReading = Readonly<{ cursors: Cursors; kind: ListingKind; problems: Problems }>;

/** Reads which part of the results is asked for, and notes what is wrong with it. What it answers sorts results and cuts the page out. */
export function readPage(request: SearchRequest<object, string>, { cursors, kind, problems }: PageReading) {
  const { first, after: cursor, criteria, sort } = request;
  const { cursorOf, placeOf } = createSearchCursors(cursors, { kind, criteria, sort });
  const after = cursor === undefined ? undefined : placeOf(cursor);
  problems.require(isBetween(first, 1, 100), 'first', 'Ask for 1 to 100 results.');
  const isUsable = cursor === undefined || after !== undefined;
  problems.require(isUsable, 'after', 'Use the cursor of an earlier page of the same search, in the same order.');
  return <Candidate extends Identified, Option>(
    results: readonly Chosen<Candidate, Option>[],
    key: SortKey<Candidate, Option>,
  ): CutPage<Candidate, Option> => {
    const placed = results.map((found) => ({
      result: found,
      place: { key: key(found.candidate, found.option), id: found.candidate.id },
    }));
    const page = pageBehind(sortByPlace(placed), first, after);
    const entries = page.entries.map(({ result, place }) => ({ cursor: cursorOf(place), found: result }));
    const { totalCount, hasNextPage, hasPreviousPage } = page;
    const [startCursor, endCursor] = [entries[0]?.cursor ?? null, entries.at(-1)?.cursor ?? null];
    return { entries, totalCount, pageInfo: { startCursor, endCursor, hasNextPage, hasPreviousPage } };
  };
}
