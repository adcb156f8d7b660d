import type { LocalDate } from '@meridian/platform/values/local-date';
import type { CancellationTerms } from './cancellation.ts';

/** What can be booked. */
export type ListingKind = 'FLIGHT' | 'STAY' | 'CAR';
/** A REMOVED one is nobody's to find; what refers to it may still read it. */
export type ListingStatus = 'PUBLISHED' | 'REMOVED';

/** The owner of what nobody with an account here has published: imported data. It has no profile. */
export const platformOwnerId = 'usr_0000000000000000000000';

/** A host or vendor as a source names them. */
export type Host = Readonly<{ name: string; superhost?: boolean; since?: string }>;

/**
 * Ratings come from two sides: what a source tells of its own guests, and reviews posted here. Both are kept, so that another
 * import replaces only the source's part.
 */
export type Ratings = Readonly<{
  sourceRating: number | null;
  sourceCount: number;
  ownSum: number;
  ownCount: number;
}>;

/** Of what nobody has rated. */
export const noRatings: Ratings = { sourceRating: null, sourceCount: 0, ownSum: 0, ownCount: 0 };

/** What all kinds share. Amounts are minor units of `currency`; instants are epoch milliseconds. */
export type ListingCommon = Readonly<{
  id: string;
  /** Counts changes, from 1. */
  version: number;
  ownerId: string;
  sourceKey: string | null;
  status: ListingStatus;
  title: string;
  description: string;
  city: string;
  countryCode: string;
  latitude: number;
  longitude: number;
  timeZone: string;
  currency: string;
  cancellation: CancellationTerms;
  instantBook: boolean;
  ratings: Ratings;
  host: Host | null;
  createdAt: number;
  updatedAt: number;
}>;

/** From the simplest to the dearest. */
export const cabins = ['ECONOMY', 'PREMIUM_ECONOMY', 'BUSINESS', 'FIRST'] as const;
/** A cabin of a plane. */
export type Cabin = (typeof cabins)[number];

/** How many seats a cabin has on one departure. */
export type CabinSeats = Readonly<{ cabin: Cabin; capacity: number }>;

/** A leg in the air. `resource` is equal in every itinerary that flies on it, so that they share its seats. */
export type Segment = Readonly<{
  resource: string;
  carrier: string;
  carrierName: string | null;
  flightNumber: string | null;
  origin: string;
  destination: string;
  departsAt: string;
  departureTimeZone: string;
  arrivesAt: string;
  arrivalTimeZone: string;
  durationInMinutes: number;
  distanceInKm: number;
  aircraft: string | null;
  seats: readonly CabinSeats[];
}>;

/** A price per traveler for the whole itinerary. `id` is unique among all fares; `key` within the flight. */
export type Fare = Readonly<{
  id: string;
  key: string;
  name: string;
  cabin: Cabin;
  /** The cabin on each segment. */
  segmentCabins: readonly Cabin[];
  bucket: string;
  priceMinor: number;
  taxMinor: number;
  feeMinor: number;
  refundable: boolean;
  changeable: boolean;
  limit: number;
  checkedBags: number;
}>;

/** What makes a listing a flight: a dated itinerary. Times are local, at the airports beside them. */
export type FlightDetails = Readonly<{
  origin: string;
  destination: string;
  departsAt: string;
  arrivesAt: string;
  arrivalTimeZone: string;
  durationInMinutes: number;
  segments: readonly Segment[];
  /** The cheapest first. */
  fares: readonly Fare[];
  destinationCity: string;
  /** When a source saw it, epoch milliseconds; null where it is stated by its owner. */
  observedAt: number | null;
}>;
/** A dated itinerary of one to three segments. */
export type Flight = ListingCommon & FlightDetails & Readonly<{ kind: 'FLIGHT' }>;

/** Every kind of place to stay. */
export const stayTypes = [
  'APARTMENT',
  'HOUSE',
  'PRIVATE_ROOM',
  'SHARED_ROOM',
  'HOTEL',
  'HOSTEL',
  'VILLA',
  'BED_AND_BREAKFAST',
  'UNIQUE',
] as const;
/** A kind of place to stay. */
export type StayType = (typeof stayTypes)[number];

/** A kind of room, or the whole place. `key` is unique within the stay; null where a source does not tell. */
export type RoomType = Readonly<{
  key: string;
  name: string;
  maxGuests: number;
  bedrooms: number | null;
  beds: number | null;
  baths: number | null;
  units: number;
  /** The part of the stay's nightly price that it costs. */
  pricePercent: number;
}>;

/** What is known of one night. Null means that the stay's own value holds. */
export type NightEntry = Readonly<{
  open: boolean;
  priceMinor: number | null;
  minNights: number | null;
  maxNights: number | null;
  /** Units on sale per room type key; null: all when open. */
  unitsOpen: Readonly<Record<string, number>> | null;
}>;

/** Nights from `firstDate` on; null where nothing was said about a night. */
export type NightCalendar = Readonly<{ firstDate: LocalDate; nights: readonly (NightEntry | null)[] }>;

/** What makes a listing a stay. Amounts are minor units of its currency; `taxPerMille` is on nights and fee. */
export type StayDetails = Readonly<{
  stayType: StayType;
  propertyType: string | null;
  neighbourhood: string | null;
  neighbourhoodOverview: string | null;
  area: string;
  amenities: readonly string[];
  roomTypes: readonly RoomType[];
  basePriceMinor: number | null;
  cleaningFeeMinor: number;
  taxPerMille: number;
  minNights: number;
  maxNights: number;
  checkInFrom: string;
  checkOutUntil: string;
  subratings: Readonly<Record<string, number>>;
  licence: string | null;
  /** Which richness has filled a field: a poorer file never replaces it. */
  richness: Readonly<Record<string, number>>;
}>;
/** A place to stay, by the night. Without a calendar every night costs the base price. */
export type Stay = ListingCommon & StayDetails & Readonly<{ kind: 'STAY'; calendar: NightCalendar | null }>;

/** Every class of cars. */
export const carClasses = [
  'ECONOMY',
  'COMPACT',
  'MIDSIZE',
  'FULLSIZE',
  'SUV',
  'MINIVAN',
  'VAN',
  'TRUCK',
  'LUXURY',
  'CONVERTIBLE',
] as const;
/** A class of cars. */
export type CarClass = (typeof carClasses)[number];
/** Every way to change gears. */
export const transmissions = ['AUTOMATIC', 'MANUAL'] as const;
/** A way to change gears. */
export type Transmission = (typeof transmissions)[number];
/** Everything that cars run on. */
export const fuels = ['PETROL', 'DIESEL', 'HYBRID', 'ELECTRIC'] as const;
/** What a car runs on. */
export type Fuel = (typeof fuels)[number];

/** What makes a listing a car. Amounts are minor units of its currency; null where a source does not tell. */
export type CarDetails = Readonly<{
  carClass: CarClass;
  make: string;
  model: string;
  year: number;
  seats: number;
  doors: number | null;
  transmission: Transmission | null;
  fuel: Fuel | null;
  airConditioning: boolean | null;
  airport: string | null;
  pickUpPlace: string;
  dailyPriceMinor: number;
  serviceFeeMinor: number;
  taxPerMille: number;
  units: number;
  /** Local dates on which it can be hired, half-open. */
  availableFrom: LocalDate;
  availableUntil: LocalDate;
}>;
/** A car to hire, by the day; `units` of it are alike. */
export type Car = ListingCommon & CarDetails & Readonly<{ kind: 'CAR' }>;

/** Something that can be booked. */
export type Listing = Flight | Stay | Car;

/** The kind that an id names by its prefix, or undefined for what is no listing's id. */
export function kindOfId(id: string): ListingKind | undefined {
  const prefix = id.slice(0, 4);
  if (prefix === 'flt_') return 'FLIGHT';
  if (prefix === 'sty_') return 'STAY';
  return prefix === 'car_' ? 'CAR' : undefined;
}

/** The mean over both sides with two digits; null while nobody has rated. */
export function ratingOf({ sourceRating, sourceCount, ownSum, ownCount }: Ratings): number | null {
  // A source may tell a mean without a count: it then weighs as one rating.
  const sourceWeight = sourceRating === null ? 0 : Math.max(sourceCount, 1);
  const weight = sourceWeight + ownCount;
  if (weight === 0) return null;
  return Math.round((((sourceRating ?? 0) * sourceWeight + ownSum) / weight) * 100) / 100;
}

/** How many ratings the mean rests on, those of the source included. */
export const reviewCountOf = (ratings: Ratings): number => ratings.sourceCount + ratings.ownCount;

/** Changes of planes on the way. */
export const stopsOf = (flight: Pick<FlightDetails, 'segments'>): number => flight.segments.length - 1;

/** The name of a room type's stock. */
export const roomResource = (stayId: string, roomKey: string): string => `${stayId}.${roomKey}`;

/** The name of a car's stock. */
export const carResource = (carId: string): string => carId;
