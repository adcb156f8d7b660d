import type { StayRecord, StayType } from '@meridian/schema/contracts/stay-records';
import { createRandom } from './random.ts';

const hostNames = ['Amelie', 'Bruno', 'Chloe', 'Dilan', 'Esme', 'Felipe', 'Gita', 'Henrik', 'Inez', 'Jun'] as const;
const vendorNames = ['Meridian Wheels', 'Compass Cars', 'Harbour Hire', 'Northway Rentals'] as const;

/** Who looks after a stay, told by the name guests know. The account that owns it may be another's. */
const hostOf = (key: string): NonNullable<StayRecord['host']> => {
  const random = createRandom(`host:${key}`);
  const month = String(random.int(1, 12)).padStart(2, '0');
  return {
    sourceKey: `demo:host:${key}`,
    name: random.pick(hostNames),
    superhost: random.chance(0.3),
    since: `${random.int(2014, 2025)}-${month}-01`,
  };
};

/** The company that hires a car out. */
export const vendorOf = (key: string): Readonly<{ sourceKey: string; name: string }> => {
  const name = createRandom(`vendor:${key}`).pick(vendorNames);
  return { sourceKey: `demo:vendor:${name}`, name };
};

const propertyTypes: Readonly<Partial<Record<StayType, string>>> = {
  APARTMENT: 'Entire serviced apartment',
  HOUSE: 'Entire townhouse',
  HOTEL: 'Room in hotel',
  HOSTEL: 'Shared room in hostel',
  BED_AND_BREAKFAST: 'Room in bed and breakfast',
};

const overviews = [
  'has a market on Saturdays and more bakeries than corners.',
  'is quiet after ten, with the river two streets away.',
  'is where the small theatres are, and the last trams stop.',
  'is green and slow, and close to everything by bicycle.',
] as const;

const aspects = ['accuracy', 'cleanliness', 'checkin', 'communication', 'location', 'value'] as const;

/** What a stay's own page tells beyond what searches need. Ratings by aspect come only where guests have rated. */
export function storyOf(
  stay: Readonly<{ key: string; area: string; type: StayType }>,
): Pick<StayRecord, 'host' | 'propertyType' | 'neighbourhoodOverview' | 'licence'> {
  const random = createRandom(`story:${stay.key}`);
  const propertyType = propertyTypes[stay.type];
  return {
    host: hostOf(stay.key),
    ...(propertyType === undefined ? {} : { propertyType }),
    neighbourhoodOverview: `${stay.area} ${random.pick(overviews)}`,
    ...(random.chance(0.6) ? { licence: `DEMO-${random.int(100_000, 999_999)}` } : {}),
  };
}

/** The stars by aspect, around the mean of the reviews. */
export function subratingsOf(key: string, rating: number): NonNullable<StayRecord['subratings']> {
  const random = createRandom(`aspects:${key}`);
  const around = () => Math.min(5, Math.max(1, Math.round((rating + random.between(-0.4, 0.4)) * 100) / 100));
  return Object.fromEntries(aspects.map((aspect) => [aspect, around()]));
}
