/** The rollups of this service, and what each counts. Every measure is a whole number that only sums. */
export const rollups = {
  EVENTS: { key: ['day', 'type'], measures: ['events'] },
  REVENUE: {
    key: ['grouping', 'groupKey', 'day', 'currency'],
    measures: ['bookings', 'cancellations', 'grossMinor', 'refundedMinor'],
  },
  LISTINGS: { key: ['listingId', 'currency'], measures: ['views', 'bookings', 'grossMinor', 'refundedMinor'] },
} as const;
/** Names a rollup. */
export type RollupName = keyof typeof rollups;

/** A key: its parts in the order of {@link rollups}. */
export type RollupKey = Readonly<{ rollup: RollupName; parts: readonly string[] }>;
/** Whole numbers by the names of {@link rollups}. */
export type Measures = Readonly<Record<string, number>>;

/** What one event adds to one rollup. */
export type Contribution = RollupKey & Readonly<{ measures: Measures }>;

/** A contribution with the offset of the event that it comes from. */
export type PlacedContribution = Contribution & Readonly<{ offset: number }>;

/**
 * What one partition has contributed to a key so far. Partitions contribute apart, so that nobody waits for anybody; reports add
 * the parts up.
 */
export type RollupPart = RollupKey & Readonly<{ lastOffset: number; measures: Measures }>;

/** Names a key among all keys of all rollups. */
export const nameOf = (key: RollupKey): string => JSON.stringify([key.rollup, ...key.parts]);

/** The sum of two sets of measures. */
function addMeasures(left: Measures, right: Measures): Measures {
  const sum: Record<string, number> = { ...left };
  for (const [name, value] of Object.entries(right)) sum[name] = (sum[name] ?? 0) + value;
  return sum;
}

/**
 * A part with those contributions added that lie behind its last offset; undefined when all are in it already. That is what makes
 * a second delivery harmless: a part knows how far it has come.
 */
export function advancePart(
  key: RollupKey,
  part: RollupPart | undefined,
  contributions: readonly PlacedContribution[],
): RollupPart | undefined {
  const fresh = contributions.filter(({ offset }) => part === undefined || offset > part.lastOffset);
  if (fresh.length === 0) return undefined;
  const lastOffset = Math.max(...fresh.map(({ offset }) => offset));
  const measures = fresh.reduce((sum, { measures: added }) => addMeasures(sum, added), part?.measures ?? {});
  return { rollup: key.rollup, parts: key.parts, lastOffset, measures };
}
