import type { ExchangeRates } from '@meridian/platform/exchange-rates/exchange-rates';
import type { Cursors } from '@meridian/platform/identity/cursor';
import type { Principal } from '@meridian/platform/identity/principal';
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
  cursors: Cursors;
}>;

/** What to find, in which order, which part of it, and who asks. */
export type SearchRequest<Criteria, Sort extends string> = Readonly<{
  principal: Principal;
  criteria: Criteria;
  sort: Sort;
  /** 1 to 100. */
  first: number;
  /** The cursor of an entry of the page before; it belongs to this very search. */
  after?: string | undefined;
}>;
