/** How far ahead a car can be hired when its owner or source does not say. */
export const hireHorizonInDays = 365;

/** Where a car is handed over, in words. */
export function pickUpPlaceOf(
  at: Readonly<{ city: string; subdivision?: string | undefined; airportName?: string | undefined }>,
): string {
  if (at.airportName !== undefined) return at.airportName;
  return at.subdivision === undefined ? at.city : `${at.city}, ${at.subdivision}`;
}
