import type { ExchangeRates } from '@meridian/platform/exchange-rates/exchange-rates';
import type { Clock } from '@meridian/platform/time/clock';
import type { ReferenceData } from '../../ports/reference-data.ts';
import type { SearchCandidates } from '../../ports/search-candidates.ts';
import type { Tracking } from '../../ports/tracking.ts';

/** What searches work with. */
export type SearchDeps = Readonly<{
  candidates: SearchCandidates;
  reference: ReferenceData;
  rates: ExchangeRates;
  tracking: Tracking;
  clock: Clock;
}>;

/** Which part of the results is asked for, and by whom. */
export type PageRequest = Readonly<{ first: number; after?: string | undefined; userId: string | null }>;

/** The cursors and flags of a page. */
export type PageEnds = Readonly<{
  startCursor: string | null;
  endCursor: string | null;
  hasNextPage: boolean;
  hasPreviousPage: boolean;
}>;
