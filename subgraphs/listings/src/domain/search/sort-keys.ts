/** The best rated first; what nobody has rated comes last. */
export const ratingKey = (rating: number | null): number => -(rating ?? 0);

/** The highest total first. What has no known rate comes last, as it does when the lowest total is first. */
export const descendingPriceKey = (comparableMinor: number): number =>
  Number.isFinite(comparableMinor) ? -comparableMinor : Number.POSITIVE_INFINITY;
