import { identified } from '@meridian/schema/contracts/content-hash';
import type { Coordinates } from '@meridian/schema/contracts/record';
import type { RoomTypeRecord, StayRecord } from '@meridian/schema/contracts/stay-records';
import { currencyOfCountry } from '../geography/country-currencies.ts';
import { cityNear, countryAt, zoneAt } from '../geography/locate.ts';
import { parseMoney, priceProblem } from '../values/parse-money.ts';
import { parseNumber, parseWhole } from '../values/parse-number.ts';
import { parseCoordinates, parseFlag, parseText, plainText } from '../values/parse-values.ts';
import { isWholeFlag } from '../values/whole-value.ts';
import { parseBaths, readTitle, type TitleFacts } from './airbnb-title.ts';
import {
  dollarMeans,
  hostOf,
  isRoomType,
  nightsLimit,
  parseAmenities,
  parseStars,
  stayTypeOf,
  subratingsOf,
} from './airbnb-values.ts';
import { type Format, type FormatContext, openFormat, type Reading, skip } from './format.ts';

type Stay = Omit<StayRecord, 'sourceKey' | 'contentHash'>;
type Get = (column: string) => string;
type Place = Coordinates & Readonly<{ countryCode: string; timeZone: string; currency: string; city: string }>;

const placeOf = (get: Get, title: TitleFacts, context: FormatContext): Place | string => {
  const point = parseCoordinates(get('latitude'), get('longitude'));
  if (point === undefined) return 'no valid coordinates';
  const [timeZone, countryCode] = [zoneAt(point), countryAt(point, context.airports)];
  if (timeZone === undefined || countryCode === undefined) return 'no country at these coordinates';
  const currency = context.options.currency ?? currencyOfCountry(countryCode);
  if (currency === undefined) return `no currency is known for ${countryCode}; give it with --currency`;
  const area = parseText(get('neighbourhood_group')) ?? parseText(get('neighbourhood_group_cleansed'));
  const city =
    context.options.city ??
    title.place ??
    cityNear(point, countryCode, context.airports) ??
    area ??
    neighbourhoodOf(get);
  return city === undefined
    ? 'no city near these coordinates; give it with --city, or import ourairports first'
    : { ...point, countryCode, timeZone, currency, city };
};

/** The cleansed name is Inside Airbnb's own; in the full file `neighbourhood` is the host's free text. */
const neighbourhoodOf = (get: Get): string | undefined =>
  parseText(get('neighbourhood_cleansed')) ?? parseText(get('neighbourhood'));

/** Guests are not in the short file: two per bedroom, and two in a studio or an unknown place, until the full file tells. */
const usualGuests = (bedrooms: number | undefined): number => Math.max((bedrooms ?? 1) * 2, 2);

const roomOf = (get: Get, title: TitleFacts): RoomTypeRecord => {
  const bedrooms = parseWhole(get('bedrooms')) ?? title.bedrooms;
  const beds = parseWhole(get('beds')) ?? title.beds;
  const baths = parseNumber(get('bathrooms')) ?? parseBaths(get('bathrooms_text')) ?? title.baths;
  return {
    key: 'whole',
    name: parseText(get('property_type')) ?? title.kind ?? get('room_type'),
    maxGuests: parseWhole(get('accommodates')) ?? usualGuests(bedrooms),
    ...(bedrooms === undefined ? {} : { bedrooms }),
    ...(beds === undefined ? {} : { beds }),
    ...(baths === undefined ? {} : { baths }),
    units: 1,
    pricePercent: 100,
  };
};

/** Undefined facts are left out of the record, so a file that does not tell something never blanks it. */
const factsOf = (get: Get, title: TitleFacts) => ({
  host: hostOf(get),
  propertyType: parseText(get('property_type')) ?? title.kind,
  description: plainText(get('description'), 4000),
  neighbourhood: neighbourhoodOf(get),
  neighbourhoodOverview: plainText(get('neighborhood_overview'), 2000),
  area: parseText(get('neighbourhood_group')) ?? parseText(get('neighbourhood_group_cleansed')) ?? neighbourhoodOf(get),
  amenities: parseAmenities(get('amenities')),
  minNights: nightsLimit(get('minimum_nights')),
  maxNights: nightsLimit(get('maximum_nights')),
  instantBook: parseFlag(get('instant_bookable')),
  rating: parseStars(get('review_scores_rating'), 100) ?? title.rating,
  reviewCount: parseWhole(get('number_of_reviews')),
  subratings: subratingsOf(get),
  licence: parseText(get('license')),
});

type Facts = ReturnType<typeof factsOf>;
type PresentFacts = { [Key in keyof Facts]?: NonNullable<Facts[Key]> };
const withoutUndefined = (facts: Facts): PresentFacts =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as PresentFacts;

const read = (get: Get, richness: number, context: FormatContext): Reading<Stay> => {
  const id = get('id');
  if (!/^\d+$/.test(id)) return skip(`"${id}" is no listing id`);
  const roomType = get('room_type');
  if (!isRoomType(roomType)) return skip(`"${roomType}" is no room type`);
  const title = readTitle(parseText(get('name')) ?? '');
  const place = placeOf(get, title, context);
  if (typeof place === 'string') return skip(place);
  const priceText = parseText(get('price')) ?? '';
  const problem = priceText === '' ? undefined : priceProblem(priceText, place.currency, dollarMeans);
  if (problem !== undefined) return skip(problem);
  const basePrice = priceText === '' ? undefined : parseMoney(priceText, place.currency, dollarMeans);
  const facts = withoutUndefined(factsOf(get, title));
  const parsed: Stay = {
    richness,
    name: title.name === '' ? `${roomType} in ${facts.neighbourhood ?? place.city}` : title.name.slice(0, 200),
    type: stayTypeOf(roomType, facts.propertyType ?? ''),
    ...place,
    ...facts,
    roomTypes: [roomOf(get, title)],
    // A price of 0 stands for "none now" in some years.
    ...(basePrice === undefined || basePrice.minor === 0 ? {} : { basePrice }),
    pictureSeeds: [0, 1, 2].map((picture) => `airbnb:${id}:${picture}`),
  };
  return { ok: true, parsed, key: `airbnb:${id}` };
};

const open = (context: FormatContext) => {
  const richness = context.header.includes('accommodates') ? 2 : 1;
  return openFormat<Stay>({
    read: (fields) => read((column) => context.field(fields, column), richness, context),
    write: (items) =>
      context.listings.upsertStays(items.map(({ parsed, sourceKey }) => identified({ sourceKey, ...parsed }))),
  });
};

/** Inside Airbnb's `listings.csv`, short (summary) and full (75 columns and more). Publishers add columns over the years. */
export const airbnbListings: Format = {
  name: 'airbnb-listings',
  source: 'airbnb',
  header: {
    required: [
      'id',
      'name',
      'host_id',
      'latitude',
      'longitude',
      'room_type',
      'price',
      'minimum_nights',
      'number_of_reviews',
      'availability_365',
    ],
    optional: [],
    others: 'allowed',
  },
  // The short file ends in a free text, the licence, and the full one in numbers.
  whole: { instant_bookable: isWholeFlag },
  open,
};
