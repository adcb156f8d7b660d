/** What the names of amenities can tell of a stay. */
export type AmenityFact = 'PET_FRIENDLY' | 'BREAKFAST' | 'NEAR_TRANSIT';

const tellingNames: readonly (readonly [AmenityFact, RegExp])[] = [
  ['PET_FRIENDLY', /\bpets?\b/i],
  ['BREAKFAST', /\bbreakfast\b/i],
  ['NEAR_TRANSIT', /\b(public transport|metro|subway|transit|train station)\b/i],
];

/** "No pets", "Breakfast not included": a name that says what there is not is no fact. */
const denies = /\b(no|not|non|never|without|excluding|far)\b/i;

/**
 * The facts that amenities tell, whichever way a source writes them: `Pets allowed`, `PETS_ALLOWED`, `pets-allowed`. The one rule for
 * everybody: what a stay says of itself and the tags of its deals never differ.
 */
export function amenityFacts(amenities: readonly string[]): readonly AmenityFact[] {
  const names = amenities.map((amenity) => amenity.replaceAll(/[_-]/g, ' ')).filter((name) => !denies.test(name));
  return tellingNames.filter(([, pattern]) => names.some((name) => pattern.test(name))).map(([fact]) => fact);
}
