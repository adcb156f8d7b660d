import { identified } from '@meridian/schema/contracts/content-hash';
import type { IntakeMoney } from '@meridian/schema/contracts/record';
import type { RoomTypeRecord, StayNight, StayRecord, StayType } from '@meridian/schema/contracts/stay-records';
import type { MarketAirport } from './airports.ts';
import type { City } from './cities.ts';
import { storyOf, subratingsOf } from './hosts.ts';
import { dealFactor, demandFactor, priced, quirk, share } from './prices.ts';
import { createRandom, fraction, type Random } from './random.ts';
import { describeStay, nameStay } from './stay-texts.ts';

/** How many stays each area has. */
const staysPerArea = 15;

type MarketStayType = Exclude<StayType, 'SHARED_ROOM' | 'UNIQUE' | 'PRIVATE_ROOM' | 'VILLA'>;

/** Price of a type against an ordinary hotel, and how often it is found. */
const stayTypes: readonly Readonly<{ type: MarketStayType; factor: number; weight: number }>[] = [
  { type: 'APARTMENT', factor: 0.85, weight: 8 },
  { type: 'HOTEL', factor: 1, weight: 6 },
  { type: 'HOUSE', factor: 1.25, weight: 2 },
  { type: 'BED_AND_BREAKFAST', factor: 0.65, weight: 2 },
  { type: 'HOSTEL', factor: 0.28, weight: 1 },
];

const wheel = stayTypes.flatMap(({ type, weight }) => Array.from({ length: weight }, () => type));

const areaFactor = (city: City, area: string): number => quirk(`area:${city.name}:${area}`, 0.2);

/** The ordinary price of a night, in US dollars, without what is special about one house. */
export const ordinaryNightInUsd = (city: City, area: string, type: StayType): number =>
  city.nightInUsd * areaFactor(city, area) * (stayTypes.find((known) => known.type === type)?.factor ?? 1);

const commonAmenities = [
  'Wifi',
  'Air conditioning',
  'Heating',
  'Hair dryer',
  'Iron',
  'TV',
  'Hot water',
  'Smoke alarm',
  'Elevator',
  'Luggage dropoff allowed',
  'Dedicated workspace',
  'Pets allowed',
  'Free parking on premises',
  'Near public transport',
  'Breakfast',
  'Gym',
  'Pool',
  'Self check-in',
];
const homeAmenities = [
  'Kitchen',
  'Washer',
  'Dryer',
  'Refrigerator',
  'Oven',
  'Dishes and silverware',
  'Patio or balcony',
  'Crib',
];

const roomsOf = (type: StayType, random: Random): RoomTypeRecord[] => {
  const room = (
    key: string,
    name: string,
    size: Readonly<{ guests: number; beds: number; units: number; percent: number }>,
  ): RoomTypeRecord => ({
    key,
    name,
    maxGuests: size.guests,
    bedrooms: 1,
    beds: size.beds,
    baths: 1,
    units: size.units,
    pricePercent: size.percent,
  });
  if (type === 'HOTEL') {
    const rooms = [
      room('standard', 'Standard double', { guests: 2, beds: 1, units: random.int(4, 12), percent: 100 }),
      room('superior', 'Superior twin', { guests: 3, beds: 2, units: random.int(2, 6), percent: 128 }),
      room('suite', 'Suite', { guests: 4, beds: 2, units: random.int(1, 2), percent: 210 }),
    ];
    return rooms.slice(0, random.int(2, 3));
  }
  if (type === 'BED_AND_BREAKFAST')
    return [room('double', 'Double room', { guests: 2, beds: 1, units: random.int(2, 4), percent: 100 })];
  if (type === 'HOSTEL')
    return [
      room('dorm', 'Bed in a dormitory', { guests: 1, beds: 1, units: random.int(6, 16), percent: 100 }),
      room('private', 'Private room', { guests: 2, beds: 2, units: random.int(1, 4), percent: 240 }),
    ];
  const bedrooms = type === 'HOUSE' ? random.int(2, 4) : random.int(1, 2);
  return [
    {
      key: 'whole',
      name: type === 'HOUSE' ? 'Entire house' : 'Entire apartment',
      maxGuests: bedrooms * 2 + random.int(0, 1),
      bedrooms,
      beds: bedrooms + random.int(0, 1),
      baths: Math.max(bedrooms - 1, 1),
      units: 1,
      pricePercent: 100,
    },
  ];
};

/** A stay of the market, before it is known what its guests say. */
export type MarketStay = Readonly<{
  city: City;
  area: string;
  basePrice: IntakeMoney;
  record: Omit<StayRecord, 'contentHash'>;
}>;

/** A point of an area; the areas lie around the centre of the city. */
const pointIn = ({ city, record }: MarketAirport, area: string, random: Random) => {
  const middle = city.centre ?? record;
  return {
    latitude: middle.latitude + (fraction(`lat:${city.name}:${area}`) - 0.5) * 0.05 + random.between(-0.008, 0.008),
    longitude: middle.longitude + (fraction(`lon:${city.name}:${area}`) - 0.5) * 0.06 + random.between(-0.01, 0.01),
  };
};

/** From when guests may come, and until when they must leave: hotels have the widest hours. */
const hoursOf = (key: string, type: StayType): Pick<StayRecord, 'checkInFrom' | 'checkOutUntil'> => {
  const earliest = type === 'HOTEL' ? 13 : 14;
  const checkIn = earliest + Math.floor(fraction(`check-in:${key}`) * 4);
  const checkOut = 10 + Math.floor(fraction(`check-out:${key}`) * 3);
  return { checkInFrom: `${checkIn}:00`, checkOutUntil: `${checkOut}:00` };
};

const stayAt = (airport: MarketAirport, area: string, index: number): MarketStay => {
  const { city, record: place } = airport;
  const key = `${city.iata}:${area}:${index}`;
  const random = createRandom(`stay:${key}`);
  const type = random.pick(wheel as [StayType, ...StayType[]]);
  const basePrice = priced(
    ordinaryNightInUsd(city, area, type) * quirk(`stay:${key}`, 0.08) * dealFactor(`stay:${key}`),
    city.currency,
  );
  const isHome = type === 'APARTMENT' || type === 'HOUSE';
  const amenities = [
    ...random.sample(commonAmenities, random.int(6, 12)),
    ...(isHome ? random.sample(homeAmenities, random.int(4, 7)) : []),
  ];
  const words = { city: city.name, area, type, index };
  const record = {
    sourceKey: `demo:stay:${key}`,
    richness: 1,
    name: nameStay(words),
    type,
    description: describeStay(words, amenities),
    neighbourhood: area,
    area,
    city: city.name,
    countryCode: place.countryCode,
    timeZone: place.timeZone,
    currency: city.currency,
    ...pointIn(airport, area, random),
    roomTypes: roomsOf(type, random),
    amenities,
    basePrice,
    minNights: random.chance(0.2) ? random.int(2, 3) : 1,
    maxNights: 30,
    instantBook: random.chance(0.75),
    freeCancellation: random.chance(0.6),
    ...hoursOf(key, type),
    ...storyOf({ key, area, type }),
    pictureSeeds: Array.from({ length: random.int(3, 5) }, (_, picture) => `${key}:${picture}`),
  };
  return { city, area, basePrice, record };
};

/** Every stay of the market, without owner and reviews. The same stays at every start. */
export const buildStays = (airports: readonly MarketAirport[]): readonly MarketStay[] =>
  airports.flatMap((airport) =>
    airport.city.areas.flatMap((area) =>
      Array.from({ length: staysPerArea }, (_, index) => stayAt(airport, area, index)),
    ),
  );

/** A stay as a record: the owner's, and rated. */
export const stayRecord = (
  stay: MarketStay,
  ownerId: string,
  reviews: Readonly<{ rating?: number; reviewCount: number }>,
): StayRecord =>
  identified({
    ...stay.record,
    ownerId,
    ...reviews,
    ...(reviews.rating === undefined ? {} : { subratings: subratingsOf(stay.record.sourceKey, reviews.rating) }),
  });

const isWeekend = (date: string): boolean => [5, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());

/** Units on sale: all of them on about a quarter of the nights, none on a few. */
const unitsOpenOf = (room: RoomTypeRecord, key: string): number =>
  Math.min(Math.floor(fraction(`units:${key}:${room.key}`) * (1.4 * room.units + 1)), room.units);

/** A night of a stay: dearer at weekends and in season; some are taken. Belongs to stay and date alone. */
export const nightOf = (stay: MarketStay, date: string): StayNight => {
  const key = `${stay.record.sourceKey}:${date}`;
  const percent = Math.round(100 * (isWeekend(date) ? 1.12 : 0.97) * demandFactor(date));
  const unitsOpen = Object.fromEntries(stay.record.roomTypes.map((room) => [room.key, unitsOpenOf(room, key)]));
  const available = Object.values(unitsOpen).some((units) => units > 0);
  return { date, available, unitsOpen, price: share(stay.basePrice, percent) };
};
