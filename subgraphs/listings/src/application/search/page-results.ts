import type { Problems } from '../../domain/problems.ts';
import type { Chosen } from '../../domain/search/choose.ts';
import { cursorOf, type Page, pageBehind, placeOf, sortByPlace } from '../../domain/search/page.ts';
import type { PageEnds, PageRequest } from './search-deps.ts';

type Identified = Readonly<{ id: string }>;

export type Sorting<Candidate, Option> = Readonly<{
  sort: string;
  key: (candidate: Candidate, option: Option) => number;
}>;

/** Checks what a caller asks of a page. */
export function checkPage(problems: Problems, page: PageRequest, sort: string): void {
  problems.require(
    Number.isInteger(page.first) && page.first >= 1 && page.first <= 100,
    'first',
    'Ask for 1 to 100 results.',
  );
  const isUsable = page.after === undefined || placeOf(page.after, sort) !== undefined;
  problems.require(isUsable, 'after', 'Use the cursor of an earlier page of the same search, in the same order.');
}

/** Sorts what was found and cuts the page out of it. */
export function pageOf<Candidate extends Identified, Option>(
  results: readonly Chosen<Candidate, Option>[],
  { sort, key }: Sorting<Candidate, Option>,
  page: PageRequest,
): Page<Chosen<Candidate, Option>> {
  const placed = results.map((result) => ({
    result,
    place: { sort, key: key(result.candidate, result.option), id: result.candidate.id },
  }));
  return pageBehind(sortByPlace(placed), page.first, page.after === undefined ? undefined : placeOf(page.after, sort));
}

/** The ends of a page, as Relay has them. */
export function endsOf<Result>(page: Page<Result>): PageEnds {
  const [first, last] = [page.entries[0], page.entries.at(-1)];
  return {
    startCursor: first ? cursorOf(first.place) : null,
    endCursor: last ? cursorOf(last.place) : null,
    hasNextPage: page.hasNextPage,
    hasPreviousPage: page.hasPreviousPage,
  };
}
