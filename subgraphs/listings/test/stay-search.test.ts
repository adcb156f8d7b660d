import { describe, expect, test } from '@jest/globals';
import { addDays } from '@meridian/platform/values/local-date';
import fc from 'fast-check';
import { stayTypes } from '../src/domain/listing.ts';
import type { RoomRates } from '../src/domain/night-rates.ts';
import { type StayCandidate, type StayFilter, searchStays } from '../src/domain/search/stay-search.ts';
import { converter, currency, expectCounts, inCents, optional, told } from './search-model.ts';

const checkIn = '2026-12-10';
const amenities = ['wifi', 'pool', 'kitchen'];
const rooms = (id: string) =>
  fc
    .array(
      fc.record({
        maxGuests: fc.integer({ min: 1, max: 4 }),
        units: fc.integer({ min: 0, max: 3 }),
        prices: fc.array(fc.constantFrom(-1, 8_000, 12_000, 30_000), { minLength: 3, maxLength: 6 }),
      }),
      { minLength: 1, maxLength: 3 },
    )
    .map((all): RoomRates[] =>
      all.map((room, index) => ({
        ...room,
        resource: `${id}.${index}`,
        roomKey: String(index),
        baseMinor: null,
        openFrom: '2026-12-01',
        openUntil: '2027-12-01',
        calendarFrom: addDays(checkIn, -1),
      })),
    );
const stays = fc.array(
  fc.nat().chain((id) =>
    fc.record({
      id: fc.constant(`sty_${id}`),
      timeZone: fc.constant('UTC'),
      stayType: fc.constantFrom(...stayTypes),
      areaKey: fc.constantFrom('old-town', 'harbour'),
      amenities: fc.subarray(amenities),
      rating: fc.option(fc.constantFrom(2.5, 3.6, 4.2, 4.9)),
      freeCancellation: fc.boolean(),
      currency,
      cleaningFeeMinor: fc.constantFrom(0, 2_000),
      taxPerMille: fc.constantFrom(0, 100),
      minNights: fc.integer({ min: 1, max: 3 }),
      maxNights: fc.constant(30),
      specialLengths: fc.constantFrom(new Map(), new Map([[checkIn, [1, null] as const]])),
      rooms: rooms(String(id)),
    }),
  ),
  { maxLength: 12 },
);
const stayFilter = fc
  .record({
    types: optional(fc.subarray([...stayTypes], { minLength: 3 })),
    minRating: optional(fc.constantFrom(3, 4, 4.5)),
    amenities: optional(fc.subarray(amenities, { minLength: 1 })),
    areas: optional(fc.subarray(['old-town', 'harbour'], { minLength: 1 })),
    freeCancellation: optional(fc.boolean()),
    minPriceMinor: optional(fc.integer({ min: 0, max: 40_000 })),
    maxPriceMinor: optional(fc.integer({ min: 10_000, max: 90_000 })),
  })
  .map((filter) => told<StayFilter>(filter));

type Asked = Readonly<{ nights: number; guests: number; rooms: number }>;

function isFound(stay: StayCandidate, filter: StayFilter, asked: Asked): boolean {
  const conditions = [
    !filter.types || filter.types.includes(stay.stayType),
    filter.minRating === undefined || (stay.rating ?? 0) >= filter.minRating,
    !filter.amenities || filter.amenities.every((key) => stay.amenities.includes(key)),
    !filter.areas || filter.areas.includes(stay.areaKey),
    filter.freeCancellation === undefined || stay.freeCancellation === filter.freeCancellation,
    asked.nights >= (stay.specialLengths.get(checkIn)?.[0] ?? stay.minNights),
  ];
  return (
    conditions.every(Boolean) &&
    stay.rooms.some((room) =>
      isRoomFound(stay, room, { ...asked, min: filter.minPriceMinor, max: filter.maxPriceMinor }),
    )
  );
}

function isRoomFound(
  stay: StayCandidate,
  room: RoomRates,
  asked: Asked & Readonly<{ min: number | undefined; max: number | undefined }>,
): boolean {
  const prices = Array.from({ length: asked.nights }, (_, night) => room.prices[night + 1] ?? -1);
  const net = (prices.reduce((sum, price) => sum + price, 0) + stay.cleaningFeeMinor) * asked.rooms;
  const total = inCents(Math.round(net * (1 + stay.taxPerMille / 1000)), stay.currency);
  return [
    room.units >= asked.rooms,
    room.maxGuests * asked.rooms >= asked.guests,
    prices.every((price) => price >= 0),
    asked.min === undefined || (total >= asked.min - 0.5 && Number.isFinite(total)),
    asked.max === undefined || total <= asked.max + 0.5,
  ].every(Boolean);
}

describe('stay search', () => {
  const asked = fc.record({
    nights: fc.integer({ min: 1, max: 4 }),
    guests: fc.integer({ min: 1, max: 6 }),
    rooms: fc.integer({ min: 1, max: 2 }),
  });
  const run = (
    all: readonly StayCandidate[],
    filter: StayFilter,
    of: { nights: number; guests: number; rooms: number },
  ) => {
    const checkOut = addDays(checkIn, of.nights);
    const nights = Array.from({ length: of.nights }, (_, index) => addDays(checkIn, index));
    return searchStays(all, {
      dates: { checkIn, checkOut },
      todayIn: () => '2026-11-20',
      guests: of.guests,
      rooms: of.rooms,
      filter,
      converter,
      remaining: () => undefined,
      nights,
    });
  };

  test('finds exactly the stays that a naive filter finds', () => {
    fc.assert(
      fc.property(stays, stayFilter, asked, (all, filter, of) => {
        const expected = all.filter((stay) => isFound(stay, filter, of)).map(({ id }) => id);
        expect(run(all, filter, of).results.map(({ candidate }) => candidate.id)).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  test('facet counts equal a brute-force search per value', () => {
    fc.assert(
      fc.property(stays, stayFilter, asked, (all, filter, of) => {
        const count = (changed: StayFilter) => all.filter((stay) => isFound(stay, changed, of)).length;
        const { counts } = run(all, filter, of);
        expectCounts(counts.get('types'), stayTypes, (type) => count({ ...filter, types: [type] }));
        expectCounts(counts.get('amenities'), amenities, (key) => count({ ...filter, amenities: [key] }));
        expectCounts(counts.get('areas'), ['old-town', 'harbour'], (area) => count({ ...filter, areas: [area] }));
        expectCounts(counts.get('ratings'), [3, 3.5, 4, 4.5], (step) => count({ ...filter, minRating: step }));
        expectCounts(counts.get('freeCancellation'), [true, false], (free) =>
          count({ ...filter, freeCancellation: free }),
        );
      }),
    );
  });

  test('a room of which too few are left on one night is not found', () => {
    const room = { ...base, resource: 'r', roomKey: 'r', maxGuests: 2, units: 2, prices: [8_000, 8_000, 8_000] };
    const stay = { ...plain, rooms: [room] } as StayCandidate;
    const nights = [checkIn, addDays(checkIn, 1)];
    const search = {
      dates: { checkIn, checkOut: addDays(checkIn, 2) },
      todayIn: () => '2026-11-20',
      guests: 1,
      filter: {},
      converter,
      nights,
    };
    const left = (resource: string, slot: string) => (resource === 'r' && slot === nights[1] ? 1 : undefined);
    expect(searchStays([stay], { ...search, rooms: 1, remaining: left }).results).toHaveLength(1);
    expect(searchStays([stay], { ...search, rooms: 2, remaining: left }).results).toHaveLength(0);
  });
});

const base = { baseMinor: null, openFrom: '2026-12-01', openUntil: '2027-12-01', calendarFrom: checkIn };
const plain = {
  ...{
    id: 'sty_1',
    timeZone: 'UTC',
    stayType: 'HOTEL',
    areaKey: 'a',
    amenities: [],
    rating: null,
    freeCancellation: true,
    currency: 'USD',
  },
  ...{ cleaningFeeMinor: 0, taxPerMille: 0, minNights: 1, maxNights: 30, specialLengths: new Map() },
};
