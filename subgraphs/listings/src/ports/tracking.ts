import type { DataOf } from '@meridian/schema/events/define-event';
import type { listingViewed, searchPerformed } from '@meridian/schema/events/tracking';

/** What is told of searches and views. It never delays or fails an answer; the last second may be lost in a crash. */
export interface Tracking {
  searchPerformed(data: DataOf<typeof searchPerformed>): void;
  listingViewed(data: DataOf<typeof listingViewed>): void;
}
