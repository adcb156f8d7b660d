import type { Ids } from '@meridian/platform/ids/ids';
import type { Clock } from '@meridian/platform/time/clock';
import type { ListingStore } from '../../ports/listing-store.ts';
import type { ReferenceData } from '../../ports/reference-data.ts';
import type { IntakeRows, ReferenceStore } from '../../ports/reference-store.ts';
import type { ReviewStore } from '../../ports/review-store.ts';

/** What the intake works with. */
export type IntakeDeps = Readonly<{
  listings: ListingStore;
  reference: ReferenceStore;
  /** Committed airports; the batch's transaction holds the write lock, so nobody changes them meanwhile. */
  knownAirports: Pick<ReferenceData, 'airports'>;
  rows: IntakeRows;
  reviews: ReviewStore;
  clock: Clock;
  ids: Ids;
}>;
