import type { DealSummaryFragment } from '../../generated/features/deals/deals.ts';

/** What a deal's tags say. */
export const tagLabels: Readonly<Record<DealSummaryFragment['tags'][number], string>> = {
  LOW_STOCK: 'Few left',
  LAST_MINUTE: 'Last minute',
  DIRECT: 'Direct',
  REFUNDABLE: 'Refundable',
  FREE_CANCELLATION: 'Free cancellation',
  PET_FRIENDLY: 'Pets welcome',
  BREAKFAST: 'Breakfast',
  NEAR_TRANSIT: 'Near public transport',
  TOP_RATED: 'Top rated',
  INSTANT_BOOK: 'Instant book',
  AUTOMATIC: 'Automatic',
};
