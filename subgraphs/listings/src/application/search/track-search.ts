import { userOf } from '../caller.ts';
import type { SearchDeps, SearchRequest } from './search-deps.ts';

type Told = Parameters<SearchDeps['tracking']['searchPerformed']>[0];

/** What was searched, and how much was found. */
export type Searched = Pick<Told, 'kind' | 'city' | 'results'> & Partial<Pick<Told, 'origin' | 'destination'>>;

/** Tells tracking of a search; of its later pages it says nothing, for they are the same search. */
export function trackSearch(
  { tracking }: Pick<SearchDeps, 'tracking'>,
  { principal, after }: Pick<SearchRequest<object, string>, 'principal' | 'after'>,
  searched: Searched,
): void {
  if (after !== undefined) return;
  const visitor = { userId: userOf(principal) ?? null, visitId: null };
  tracking.searchPerformed({ ...visitor, origin: null, destination: null, ...searched });
}
