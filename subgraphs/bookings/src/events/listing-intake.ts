import { createHash } from 'node:crypto';
import { addDays } from '@meridian/platform/values/local-date';
import type { CarState, FlightState, ListingState, StayState } from '@meridian/schema/events/listings';
import type { ListingIntake } from '../ports/records.ts';

type RoomTypeState = StayState['roomTypes'][number];
type Resource = ListingIntake['resources'][number];

const digestOf = (prices: unknown): string => createHash('sha256').update(JSON.stringify(prices)).digest('base64url');

/** A segment's seats, cabin by cabin, on its local day of departure. */
const flightResources = (flight: FlightState): Resource[] =>
  flight.segments.flatMap((segment) => {
    const day = segment.departsAt.slice(0, 10);
    return segment.seats.map((seats) => ({
      resource: `${segment.resource}/${seats.cabin}`,
      label: `${segment.carrier} ${segment.flightNumber} ${segment.origin}–${segment.destination} ${seats.cabin}`,
      units: seats.capacity,
      openFrom: day,
      openUntil: addDays(day, 1),
      dayUnits: {},
    }));
  });

/** The nights whose units differ from the room type's own. A night without a price is closed. */
const unitsByNight = ({ units, nightlyPricesMinor, nightlyUnits }: RoomTypeState): Record<number, number> =>
  Object.fromEntries(
    nightlyPricesMinor
      .map((price, night) => [night, price === null ? 0 : (nightlyUnits?.[night] ?? units)] as const)
      .filter(([, unitsOfNight]) => unitsOfNight !== units),
  );

/** A room type's units, night by night. */
const stayResources = (stay: StayState): Resource[] =>
  stay.roomTypes.map((roomType) => ({
    resource: roomType.resource,
    label: roomType.resource.slice(roomType.resource.indexOf('.') + 1),
    units: roomType.units,
    openFrom: roomType.from,
    openUntil: addDays(roomType.from, roomType.nightlyPricesMinor.length),
    dayUnits: unitsByNight(roomType),
  }));

const carResources = (car: CarState): Resource[] => [
  {
    resource: car.resource,
    label: car.title,
    units: car.units,
    openFrom: car.availableFrom,
    openUntil: car.availableUntil,
    dayUnits: {},
  },
];

const noBuckets = { bucketLimits: {}, bucketCabins: {} };

type KindFacts = Pick<ListingIntake, 'resources' | 'bucketLimits' | 'bucketCabins' | 'priceDigest' | 'isShared'>;

function factsOf(state: ListingState): KindFacts {
  switch (state.kind) {
    case 'FLIGHT':
      return {
        resources: flightResources(state),
        bucketLimits: Object.fromEntries(state.fares.map((fare) => [fare.id, fare.limit])),
        bucketCabins: Object.fromEntries(state.fares.map((fare) => [fare.id, fare.cabin])),
        priceDigest: digestOf(state.fares.map((fare) => [fare.id, fare.priceMinor, fare.taxMinor, fare.feeMinor])),
        isShared: true,
      };
    case 'STAY': {
      const prices = state.roomTypes.map((roomType) => [roomType.from, roomType.nightlyPricesMinor]);
      return { resources: stayResources(state), ...noBuckets, priceDigest: digestOf(prices), isShared: false };
    }
    case 'CAR':
      return {
        resources: carResources(state),
        ...noBuckets,
        priceDigest: digestOf(state.dailyPriceMinor),
        isShared: false,
      };
  }
}

/**
 * What a listing's state says about stock. A draft or removed listing offers nothing; a flight's segments have what the other
 * itineraries that fly on them tell.
 * @param time when the event happened, ISO 8601
 */
export function intakeOf(state: ListingState, time: string): ListingIntake {
  const { id, version, kind, ownerId } = state;
  const isOpen = state.status === 'PUBLISHED';
  const facts = factsOf(state);
  const changedAt = new Date(time).toISOString();
  return { id, version, kind, ownerId, isOpen, changedAt, ...facts, resources: isOpen ? facts.resources : [] };
}

/** What the end of a listing says about stock. */
export const intakeOfDeleted = (
  gone: Readonly<{ id: string; version: number; ownerId: string; kind: ListingState['kind'] }>,
  time: string,
): ListingIntake => ({
  id: gone.id,
  version: gone.version,
  kind: gone.kind,
  ownerId: gone.ownerId,
  isOpen: false,
  isShared: gone.kind === 'FLIGHT',
  changedAt: new Date(time).toISOString(),
  priceDigest: '',
  ...noBuckets,
  resources: [],
});
