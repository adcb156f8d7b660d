import { daysBetween, type LocalDate, nightsOf, todayIn } from '@meridian/platform/values/local-date';
import { toInstant, toLocalDateTime } from '@meridian/platform/values/zoned-time';
import { type CancellationTerms, fareTerms } from './cancellation.ts';
import { carPrice, chargedDays, countTouchedDays, touchedDays } from './car-price.ts';
import { flightPrice } from './flight-price.ts';
import { type Car, carResource, type Flight, type Listing, type RoomType, roomResource, type Stay } from './listing.ts';
import { nightAt } from './night-calendar.ts';
import { pricesOfNights, ratesOf } from './night-rates.ts';
import { isPossibleParty, type OfferRequest, offerIdOf } from './offer-request.ts';
import type { Price } from './price.ts';
import { stayPrice } from './stay-price.ts';

/** A unit of stock that an offer takes. */
export type OfferSlot = Readonly<{ resource: string; slot: LocalDate; units: number; bucket?: string }>;

/** What is offered at this moment. It becomes binding when its token is signed. */
export type Offer = Readonly<{
  id: string;
  listing: Listing;
  price: Price;
  slots: readonly OfferSlot[];
  party: Readonly<{ adults: number; children: number; rooms?: number }>;
  cancellation: CancellationTerms;
  /** Local times at the zones beside them. */
  startsAt: string;
  endsAt: string;
  timeZone: string;
  endTimeZone: string;
}>;

/** The kind of room that is offered, in its stay; undefined where no room is. */
export function roomOf({ listing, slots }: Offer): Readonly<{ room: RoomType; stay: Stay }> | undefined {
  if (listing.kind !== 'STAY') return undefined;
  const room = listing.roomTypes.find(({ key }) => roomResource(listing.id, key) === slots[0]?.resource);
  return room && { room, stay: listing };
}

type RequestOf<Kind extends OfferRequest['kind']> = Extract<OfferRequest, { kind: Kind }>;

/** The longest stay and hire that can be offered, in days. */
export const maxNightsOfOffer = 60;

function flightOffer(flight: Flight, request: RequestOf<'FLIGHT'>, now: number): Offer | undefined {
  const seats = request.adults + request.children;
  const fare = flight.fares.find((candidate) => candidate.id === request.fareId);
  if (!fare || seats > 9 || fare.limit < seats) return undefined;
  if (toInstant(flight.departsAt, flight.timeZone) <= now) return undefined;
  return {
    id: offerIdOf(request),
    listing: flight,
    price: flightPrice(fare, request, flight.currency),
    slots: flight.segments.map((segment, index) => ({
      resource: `${segment.resource}/${fare.segmentCabins[index] ?? fare.cabin}`,
      slot: segment.departsAt.slice(0, 10),
      units: seats,
      bucket: fare.id,
    })),
    party: { adults: request.adults, children: request.children },
    cancellation: fareTerms(fare),
    startsAt: flight.departsAt,
    endsAt: flight.arrivesAt,
    timeZone: flight.timeZone,
    endTimeZone: flight.arrivalTimeZone,
  };
}

/** Whether a stay may begin on a date and last so long, by its own rule and that of the first night. */
function lengthFits(stay: Stay, checkIn: LocalDate, nights: number): boolean {
  const first = nightAt(stay.calendar, checkIn);
  const least = first?.minNights ?? stay.minNights;
  const most = Math.min(first?.maxNights ?? stay.maxNights, maxNightsOfOffer);
  return nights >= least && nights <= most;
}

/** Says for which kind of room the nights are: the lines are what a booking, its receipt and its mails keep of it. */
function nameRoom(price: Price, { roomTypes }: Stay, roomKey: string): Price {
  const room = roomTypes.find(({ key }) => key === roomKey);
  const name = (line: Price['lines'][number]) =>
    room && line.kind === 'PRICE' ? { ...line, label: `${room.name}, ${line.label}` } : line;
  return { ...price, lines: price.lines.map(name) };
}

function stayOffer(stay: Stay, request: RequestOf<'STAY'>, now: number): Offer | undefined {
  const today = todayIn(stay.timeZone, now);
  const nights = daysBetween(request.checkIn, request.checkOut);
  if (request.checkIn < today || nights < 1 || !lengthFits(stay, request.checkIn, nights)) return undefined;
  const rates = ratesOf(stay, today).find((candidate) => candidate.roomKey === request.roomKey);
  if (!rates || rates.units < request.rooms || rates.maxGuests * request.rooms < request.guests) return undefined;
  const prices = pricesOfNights(rates, request.checkIn, request.checkOut);
  if (!prices) return undefined;
  const resource = roomResource(stay.id, request.roomKey);
  return {
    id: offerIdOf(request),
    listing: stay,
    price: nameRoom(stayPrice(stay, prices, request.rooms), stay, request.roomKey),
    slots: nightsOf(request.checkIn, request.checkOut).map((slot) => ({ resource, slot, units: request.rooms })),
    party: { adults: request.guests, children: 0, rooms: request.rooms },
    cancellation: stay.cancellation,
    startsAt: `${request.checkIn}T${stay.checkInFrom}`,
    endsAt: `${request.checkOut}T${stay.checkOutUntil}`,
    timeZone: stay.timeZone,
    endTimeZone: stay.timeZone,
  };
}

/** Whether a car can be hired then, stock apart. */
export function hireFits(
  car: Pick<Car, 'availableFrom' | 'availableUntil' | 'timeZone'>,
  hire: Readonly<{ pickUpAt: string; dropOffAt: string }>,
  now: number,
): boolean {
  if (hire.pickUpAt < toLocalDateTime(now, car.timeZone) || hire.dropOffAt <= hire.pickUpAt) return false;
  if (countTouchedDays(hire) > maxNightsOfOffer + 1) return false;
  const days = touchedDays(hire);
  return (days[0] ?? '') >= car.availableFrom && (days.at(-1) ?? '') < car.availableUntil;
}

function carOffer(car: Car, request: RequestOf<'CAR'>, now: number): Offer | undefined {
  if (car.units < 1 || !hireFits(car, request, now)) return undefined;
  const resource = carResource(car.id);
  return {
    id: offerIdOf(request),
    listing: car,
    price: carPrice(car, chargedDays(request, car.timeZone)),
    slots: touchedDays(request).map((slot) => ({ resource, slot, units: 1 })),
    party: { adults: 1, children: 0 },
    cancellation: car.cancellation,
    startsAt: request.pickUpAt,
    endsAt: request.dropOffAt,
    timeZone: car.timeZone,
    endTimeZone: car.timeZone,
  };
}

/**
 * The offer for a request, at the listing's present price. Undefined when it cannot be had: the listing is of another kind or not
 * published, the time is past, nights are closed, or the party is impossible or does not fit. What others have booked is not looked at: bookings
 * alone knows, and says so when the offer is used.
 */
export function offerFor(listing: Listing, request: OfferRequest, now: number): Offer | undefined {
  if (listing.status !== 'PUBLISHED' || !isPossibleParty(request)) return undefined;
  if (listing.kind === 'FLIGHT' && request.kind === 'FLIGHT') return flightOffer(listing, request, now);
  if (listing.kind === 'STAY' && request.kind === 'STAY') return stayOffer(listing, request, now);
  if (listing.kind === 'CAR' && request.kind === 'CAR') return carOffer(listing, request, now);
  return undefined;
}
