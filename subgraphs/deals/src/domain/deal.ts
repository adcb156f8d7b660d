import type { BasisRate } from './basis.ts';
import type { Grade } from './detection.ts';
import type { ListingKind, Snapshot } from './listing-facts.ts';
import type { Amount } from './price-watch.ts';
import type { DealTag } from './tags.ts';

/** Why a deal is over. */
export type EndReason = 'PRICE_ROSE' | 'SOLD_OUT' | 'REMOVED' | 'DEPARTED';

/** A price that is low against its comparables, for as long as it holds. Instants are epoch milliseconds. */
export type Deal = Readonly<{
  id: string;
  listingId: string;
  /** The listing's version that carries the price; an older one never replaces it. */
  listingVersion: number;
  kind: ListingKind;
  status: 'ACTIVE' | 'ENDED';
  endReason: EndReason | null;
  snapshot: Snapshot;
  score: number;
  grade: Grade;
  discountPercent: number;
  /** As compared, in the listing's currency. */
  price: Amount;
  /** The comparables' mean in the listing's currency. */
  typicalPrice: Amount;
  /** How the price was put on the basis currency, and the mean back; null where the price is in it. */
  rate: BasisRate | null;
  /** What was compared, in minor units of the basis currency. */
  basis: Readonly<{ priceMinor: number; meanMinor: number; medianMinor: number; observations: number; key: string }>;
  tags: readonly DealTag[];
  /** What the deal takes of the stock: a cabin of a flight, a date. */
  cabin: string | null;
  slot: string;
  city: string;
  origin: string | null;
  destination: string | null;
  observedAt: number;
  detectedAt: number;
  publishedAt: number;
  endedAt: number | null;
  /** When it ends by itself: the departure, or the day of the night or hire is over. */
  endsAt: number;
  /** Counts publications of this deal. */
  revision: number;
}>;
