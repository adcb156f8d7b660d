import type { Cursors } from '@meridian/platform/identity/cursor';
import type { Deal } from '../domain/deal.ts';
import { placeSlug } from '../domain/saved-search.ts';
import type { DealCriteria, Publication } from '../ports/deal-book.ts';
import type { DealsStore } from '../ports/deals-store.ts';
import type { LiveHub } from '../ports/live-hub.ts';
import { dealStream } from '../ports/streams.ts';
import { followStream } from './follow-stream.ts';
import { findStart, type StreamMessage, toMessages } from './stream-start.ts';

type Deps = Readonly<{
  store: Pick<DealsStore, 'deals' | 'streams'>;
  cursors: Cursors;
  hub: LiveHub;
  /** See `followStream`. */
  patience: number;
}>;

/** Which deals, and behind which cursor; without one, from now on. */
export type StreamDealsRequest = Readonly<{ criteria: DealCriteria; after: string | null | undefined }>;

const isAmong = <Value>(values: readonly Value[] | undefined, value: Value): boolean =>
  values === undefined || values.length === 0 || values.includes(value);
const isUnset = <Value>(wanted: Value | undefined, holds: (value: Value) => boolean): boolean =>
  wanted === undefined || holds(wanted);

/** Whether a deal is wanted; the same rules as the feed's. */
const matches = (deal: Deal, criteria: DealCriteria): boolean =>
  isAmong(criteria.kinds, deal.kind) &&
  isAmong(criteria.grades, deal.grade) &&
  (criteria.tags ?? []).every((tag) => deal.tags.includes(tag)) &&
  isUnset(criteria.minScore, (score) => deal.score >= score) &&
  isUnset(criteria.maxBasisMinor, (price) => deal.basis.priceMinor <= price) &&
  isUnset(criteria.origin, (origin) => deal.origin === origin) &&
  isUnset(criteria.destination, (destination) => deal.destination === destination) &&
  isUnset(criteria.city, (city) => placeSlug(deal.city) === placeSlug(city));

/** Publications behind a cursor, then as they come. */
export const createStreamDeals =
  (deps: Deps) =>
  async ({
    criteria,
    after: cursor,
  }: StreamDealsRequest): Promise<AsyncGenerator<StreamMessage<Publication>, void, void>> => {
    const start = await findStart(deps, { stream: dealStream, cursor });
    const read = async (after: number, limit: number) => {
      for (let from = after; ; ) {
        const publications = await deps.store.deals.after({ position: from, limit });
        const through = publications.at(-1)?.position ?? from;
        const items = publications.filter(({ deal }) => matches(deal, criteria));
        if (items.length > 0 || publications.length < limit) return { items, through };
        from = through;
      }
    };
    const options = { stream: dealStream, after: start.after, patience: deps.patience };
    const items = followStream({ hub: deps.hub, read }, options);
    const cursorAt = (position: number) => deps.cursors.encode({ stream: dealStream, epoch: start.epoch, position });
    return toMessages(items, { gap: start.gap, cursorAt });
  };
