import { addDays, daysBetween, type LocalDate } from '@meridian/platform/values/local-date';
import { toInstant } from '@meridian/platform/values/zoned-time';
import { amenityFacts } from '@meridian/schema/contracts/amenity-facts';
import type { CarState, FlightState, ListingState, StayState } from '@meridian/schema/events/listings';
import { localDateAt } from '../application/comparables.ts';
import type { ComparedPrice, ListingFacts, SearchPrice, Trait } from '../domain/listing-facts.ts';
import { flightSearchKey, placeSearchKey } from '../domain/saved-search.ts';

/** Ordinary nights are looked for among the next ones on sale. */
const nightsLookedAt = 30;
const topRating = 4.7;

type Own = Omit<ListingFacts, keyof ReturnType<typeof commonOf>>;

const commonOf = (state: ListingState) => ({
  id: state.id,
  kind: state.kind,
  version: state.version,
  live: state.status === 'PUBLISHED',
  title: state.title,
  countryCode: state.countryCode,
  currency: state.currency,
  fromPriceMinor: state.fromPriceMinor,
});

const commonTraits = (state: ListingState): Trait[] => [
  ...(state.cancellation.name === 'FLEXIBLE' ? (['FREE_CANCELLATION'] as const) : []),
  ...(state.instantBook ? (['INSTANT_BOOK'] as const) : []),
  ...((state.rating ?? 0) >= topRating ? (['TOP_RATED'] as const) : []),
];

type Fare = FlightState['fares'][number];
const totalOf = (fare: Fare): number => fare.priceMinor + fare.taxMinor + fare.feeMinor;

/** The cheapest fare on sale of each cabin, the cheapest of all first. */
function cheapestFares(state: FlightState): Fare[] {
  const byCabin = new Map<string, Fare>();
  for (const fare of state.fares) {
    const known = byCabin.get(fare.cabin);
    if (fare.limit > 0 && (known === undefined || totalOf(fare) < totalOf(known))) byCabin.set(fare.cabin, fare);
  }
  return [...byCabin.values()].sort((left, right) => totalOf(left) - totalOf(right));
}

/** What bookings counts of a segment: its seats of one cabin. */
const cabinResource = (segmentResource: string, cabin: string): string => `${segmentResource}/${cabin}`;

/** Listings titles a flight with its cities, `Singapore → Bangkok`; a flight belongs to the city it goes to. */
function citiesOf(state: FlightState): Readonly<{ place: string; city: string }> {
  const [from, to, ...more] = state.title.split(' → ');
  return from && to && more.length === 0
    ? { place: state.title, city: to }
    : { place: `${state.origin} → ${state.destination}`, city: state.city };
}

/** As `Segment.flightNumber` tells them; an event says nothing where the source gives none. */
const flightNumbersOf = ({ segments }: FlightState): string[] =>
  segments.flatMap(({ carrier, flightNumber }) => (flightNumber === '' ? [] : `${carrier} ${flightNumber}`));

function flightFacts(state: FlightState): Own {
  const fares = cheapestFares(state);
  const cheapest = state.fromPriceMinor === null ? undefined : fares[0];
  const { origin, destination, stops, segments } = state;
  const zone = segments[0]?.departureTimeZone ?? state.timeZone;
  const travelDate = state.departsAt.slice(0, 10);
  return {
    ...citiesOf(state),
    timeZone: zone,
    startsAt: state.departsAt,
    endsAt: state.arrivesAt,
    flightNumbers: flightNumbersOf(state),
    departsAt: toInstant(state.departsAt, zone),
    searchKey: flightSearchKey(origin, destination),
    stops,
    searchPrices: fares.map((fare): SearchPrice => ({ variant: fare.cabin, priceMinor: totalOf(fare) })),
    compared: cheapest
      ? {
          priceMinor: totalOf(cheapest),
          subject: { kind: 'FLIGHT', origin, destination, cabin: cheapest.cabin, stops, travelDate },
        }
      : null,
    stock: {
      kind: 'JOURNEY',
      cabins: [...new Set(state.fares.map(({ cabin }) => cabin))].map((cabin) => ({
        cabin,
        segments: segments.map(({ resource, departsAt, seats }) => ({
          resource: cabinResource(resource, cabin),
          slot: departsAt.slice(0, 10),
          units: seats.find((each) => each.cabin === cabin)?.capacity ?? 0,
        })),
      })),
    },
    traits: [
      ...(stops === 0 ? (['DIRECT'] as const) : []),
      ...(cheapest?.refundable ? (['REFUNDABLE'] as const) : []),
      ...commonTraits(state),
    ],
  };
}

/** A night by its distance from today; a date is made of the one night that is chosen, not of tens of thousands. */
type Night = Readonly<{ daysAhead: number; priceMinor: number }>;

/** The next nights on sale, each at its cheapest room. */
function nextNights(state: StayState, today: LocalDate): Night[] {
  const cheapest = new Map<number, number>();
  for (const { from, nightlyPricesMinor } of state.roomTypes) {
    const first = daysBetween(today, from);
    nightlyPricesMinor.forEach((price, index) => {
      const daysAhead = first + index;
      if (price === null || daysAhead < 0) return;
      cheapest.set(daysAhead, Math.min(price, cheapest.get(daysAhead) ?? price));
    });
  }
  return [...cheapest]
    .map(([daysAhead, priceMinor]) => ({ daysAhead, priceMinor }))
    .sort((left, right) => left.daysAhead - right.daysAhead)
    .slice(0, nightsLookedAt);
}

/** The night with the lower median price, the earliest of equals: what a night there usually costs, and one that can be booked. */
function ordinaryNight(nights: readonly Night[]): Night | undefined {
  const byPrice = nights.toSorted((left, right) => left.priceMinor - right.priceMinor);
  const price = byPrice[Math.floor((byPrice.length - 1) / 2)]?.priceMinor;
  return nights.find((night) => night.priceMinor === price);
}

function stayCompared(state: StayState, at: number): ComparedPrice | null {
  const today = localDateAt(at, state.timeZone);
  const night = ordinaryNight(nextNights(state, today));
  if (night === undefined || state.fromPriceMinor === null) return null;
  const { stayType, area, city, countryCode, latitude } = state;
  const travelDate = addDays(today, night.daysAhead);
  const subject = { kind: 'STAY' as const, stayType, area, city, countryCode, latitude, travelDate };
  return { priceMinor: night.priceMinor, subject };
}

const stayTraits = (state: StayState): Trait[] => [...amenityFacts(state.amenities), ...commonTraits(state)];

const placeOf = (state: ListingState, area: string): string =>
  area === '' || area === state.city ? state.city : `${area}, ${state.city}`;

const singlePrice = (variant: string, priceMinor: number | null): SearchPrice[] =>
  priceMinor === null ? [] : [{ variant, priceMinor }];

const undated = { startsAt: null, endsAt: null, departsAt: null, stops: null } as const;

const stayFacts = (state: StayState, at: number): Own => ({
  ...undated,
  city: state.city,
  place: placeOf(state, state.area),
  timeZone: state.timeZone,
  searchKey: placeSearchKey('STAY', state.city),
  searchPrices: singlePrice(state.stayType, state.fromPriceMinor),
  compared: stayCompared(state, at),
  stock: {
    kind: 'DATES',
    units: state.roomTypes.map(({ resource, units }) => ({ resource, units })),
    until: null,
  },
  traits: stayTraits(state),
});

function carCompared(state: CarState, at: number): ComparedPrice | null {
  const today = localDateAt(at, state.timeZone);
  const [, travelDate = today] = [state.availableFrom, today].sort();
  if (state.fromPriceMinor === null || travelDate >= state.availableUntil) return null;
  const { carClass, city, countryCode } = state;
  return { priceMinor: state.dailyPriceMinor, subject: { kind: 'CAR', carClass, city, countryCode, travelDate } };
}

const carFacts = (state: CarState, at: number): Own => ({
  ...undated,
  city: state.city,
  place: state.city,
  timeZone: state.timeZone,
  searchKey: placeSearchKey('CAR', state.city),
  searchPrices: singlePrice(state.carClass, state.fromPriceMinor),
  compared: carCompared(state, at),
  stock: {
    kind: 'DATES',
    units: [{ resource: state.resource, units: state.units }],
    until: state.availableUntil,
  },
  traits: [...(state.transmission === 'AUTOMATIC' ? (['AUTOMATIC'] as const) : []), ...commonTraits(state)],
});

function ownOf(state: ListingState, at: number): Own {
  if (state.kind === 'FLIGHT') return flightFacts(state);
  return state.kind === 'STAY' ? stayFacts(state, at) : carFacts(state, at);
}

/** @param at when the state came true, epoch milliseconds: nights and days before it are over */
export const factsOf = (state: ListingState, at: number): ListingFacts => ({ ...commonOf(state), ...ownOf(state, at) });
