import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { flightOf } from './flight-draft.ts';
import type { Car, Flight, Listing, Stay } from './listing.ts';
import { offerFor } from './offer.ts';
import type { OfferRequest } from './offer-request.ts';

const now = Date.parse('2027-03-01T09:00:00Z');
const airport = (code: string) => ({
  ...{ code, city: code, countryCode: 'SG', timeZone: 'UTC', latitude: 1, longitude: code.length },
});
const fareDraft = {
  ...{ key: 'f', name: 'F', cabin: 'ECONOMY' as const, bucket: 'E', priceMinor: 100, taxMinor: 1, feeMinor: 0 },
  ...{ refundable: true, changeable: true, limit: 900, checkedBags: 0 },
};
const drafted = flightOf(
  {
    ...{ id: 'flt_1', ownerId: 'usr_1', sourceKey: null, currency: 'EUR', instantBook: true, observedAt: null, now },
    segments: [
      {
        ...{ resource: 'XX1', carrier: 'XX', origin: 'AAA', destination: 'BBB', seats: [] },
        ...{ departsAt: '2027-03-02T08:00', arrivesAt: '2027-03-02T09:00' },
      },
    ],
    fares: [fareDraft],
  },
  new Map(['AAA', 'BBB'].map((code) => [code, airport(code)])),
);
if (!drafted) throw new Error('The draft names its segments.');
const flight: Flight = drafted;

const stay = {
  ...flight,
  ...{ kind: 'STAY', id: 'sty_1', basePriceMinor: 10_000, cleaningFeeMinor: 0, taxPerMille: 0, calendar: null },
  ...{ minNights: 1, maxNights: 30, checkInFrom: '15:00', checkOutUntil: '11:00' },
  roomTypes: [
    { key: 'a', name: 'A', maxGuests: 50, bedrooms: null, beds: null, baths: null, units: 99, pricePercent: 100 },
  ],
} as unknown as Stay;
const car = {
  ...flight,
  ...{ kind: 'CAR', id: 'car_1', units: 1, availableFrom: '2027-01-01', availableUntil: '2028-01-01' },
  ...{ dailyPriceMinor: 100, serviceFeeMinor: 0, taxPerMille: 0 },
} as unknown as Car;

/** Around the bounds, where every wrong comparison shows, and far beyond. */
const count = fc.oneof(
  fc.integer({ min: -3, max: 32 }),
  fc.constantFrom(0.5, 1.5, Number.NaN, Number.POSITIVE_INFINITY, -1e9, 1e9),
);
const isWhole = (value: number, least: number, most: number) =>
  Number.isInteger(value) && value >= least && value <= most;

const flightRequest = (adults: number, children: number): OfferRequest => ({
  ...{ kind: 'FLIGHT', listingId: flight.id, fareId: 'flt_1.f', adults, children },
});
const stayRequest = (guests: number, rooms: number): OfferRequest => ({
  ...{ kind: 'STAY', listingId: stay.id, roomKey: 'a', checkIn: '2027-03-10', checkOut: '2027-03-12', guests, rooms },
});
const carRequest: OfferRequest = {
  ...{ kind: 'CAR', listingId: car.id, pickUpAt: '2027-03-10T10:00', dropOffAt: '2027-03-11T10:00' },
};

test('a flight is offered to one to nine people with an adult among them, and to no other party', () => {
  fc.assert(
    fc.property(count, count, (adults, children) => {
      const isParty = isWhole(adults, 1, 9) && isWhole(children, 0, 8) && adults + children <= 9;
      expect(offerFor(flight, flightRequest(adults, children), now) !== undefined).toBe(isParty);
    }),
  );
});

test('a stay is offered to 1 to 30 guests in one to nine rooms, and to no other party', () => {
  fc.assert(
    fc.property(count, count, (guests, rooms) => {
      const isParty = isWhole(guests, 1, 30) && isWhole(rooms, 1, 9);
      expect(offerFor(stay, stayRequest(guests, rooms), now) !== undefined).toBe(isParty);
    }),
  );
});

test('whatever is offered while it is published is not offered once it is removed', () => {
  const cases: readonly (readonly [Listing, OfferRequest])[] = [
    [flight, flightRequest(1, 0)],
    [stay, stayRequest(1, 1)],
    [car, carRequest],
  ];
  for (const [listing, request] of cases) {
    expect(offerFor(listing, request, now)).toBeDefined();
    expect(offerFor({ ...listing, status: 'REMOVED' }, request, now)).toBeUndefined();
  }
});
