import type { Trait } from './listing-facts.ts';

/** Every tag, in the order in which a deal shows them. */
export const dealTags = [
  'LOW_STOCK',
  'LAST_MINUTE',
  'DIRECT',
  'REFUNDABLE',
  'FREE_CANCELLATION',
  'PET_FRIENDLY',
  'BREAKFAST',
  'NEAR_TRANSIT',
  'TOP_RATED',
  'INSTANT_BOOK',
  'AUTOMATIC',
] as const;
/** A tag of a deal. */
export type DealTag = (typeof dealTags)[number];

/** Few seats are few below this. */
const fewSeats = 5;
const lastMinuteInDays = 7;

/** What tags rest on: the listing's own facts, real stock, and the days until travel when the price was seen. */
export type TagFacts = Readonly<{
  traits: readonly Trait[];
  stock: Readonly<{ left: number; of: number }>;
  leadTimeInDays: number;
  isFlight: boolean;
}>;

/**
 * The tags of a deal, each from a fact. Stock is low when some was sold and little is left: less than five seats, or the last
 * unit of a stay or a fleet. A single car that nobody has booked is not "low".
 */
export function tagsOf(facts: TagFacts): DealTag[] {
  const { left, of } = facts.stock;
  const isLow = left > 0 && left < of && (facts.isFlight ? left < fewSeats : left === 1);
  const found = new Set<DealTag>(facts.traits);
  if (isLow) found.add('LOW_STOCK');
  if (facts.isFlight && facts.leadTimeInDays < lastMinuteInDays) found.add('LAST_MINUTE');
  return dealTags.filter((tag) => found.has(tag));
}
