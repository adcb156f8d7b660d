import type { PriceObservationRecord } from './observation-records.ts';

/** Days until travel, as prices are compared: last week, last three weeks, earlier. */
export type LeadTimeBucket = '0-6' | '7-20' | '21+';

const leadTimeBucket = (leadTimeInDays: number): LeadTimeBucket => {
  if (leadTimeInDays < 7) return '0-6';
  return leadTimeInDays < 21 ? '7-20' : '21+';
};

export type StopsBucket = 'nonstop' | 'one' | 'more';

const stopsBucket = (stops: number): StopsBucket => {
  if (stops === 0) return 'nonstop';
  return stops === 1 ? 'one' : 'more';
};

export type Season = 'winter' | 'spring' | 'summer' | 'autumn';

const northernSeasons: readonly Season[] = ['winter', 'spring', 'summer', 'autumn'];

/**
 * Meteorological season (whole months, from December) of a local date, turned by half a year south of the equator.
 *
 * @param date a local date, `2026-12-01`
 * @param latitude degrees; absent counts as north
 */
export const seasonOf = (date: string, latitude = 0): Season => {
  const month = Number(date.slice(5, 7));
  const quarter = Math.floor((month % 12) / 3);
  return northernSeasons[(quarter + (latitude < 0 ? 2 : 0)) % 4] ?? 'winter';
};

const slug = (text: string): string => text.normalize('NFKC').trim().toLowerCase().replaceAll('|', ' ');

/**
 * The key under which prices are compared (DESIGN §8): route + cabin + stops + lead time; stay type + area + season; car class +
 * city. Two observations with the same key and currency are comparable.
 */
export const comparableKey = (observation: PriceObservationRecord): string => {
  switch (observation.kind) {
    case 'FLIGHT':
      return [
        'flight',
        `${observation.origin}-${observation.destination}`,
        observation.cabin,
        stopsBucket(observation.stops),
        leadTimeBucket(observation.leadTimeInDays),
      ].join('|');
    case 'STAY':
      return [
        'stay',
        observation.stayType,
        slug(observation.countryCode ?? ''),
        slug(observation.city ?? ''),
        slug(observation.area),
        seasonOf(observation.travelDate, observation.latitude),
      ].join('|');
    case 'CAR':
      return ['car', observation.carClass, slug(observation.countryCode), slug(observation.city)].join('|');
  }
};
