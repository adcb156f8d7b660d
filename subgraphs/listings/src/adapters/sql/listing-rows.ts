import type { SqlValue } from '@meridian/platform/sql/sql-database';
import type { CancellationTerms } from '../../domain/cancellation.ts';
import { cityKeyOf } from '../../domain/folded-text.ts';
import type {
  Car,
  CarDetails,
  Flight,
  FlightDetails,
  Host,
  Listing,
  ListingCommon,
  ListingKind,
  ListingStatus,
  NightCalendar,
  Stay,
  StayDetails,
} from '../../domain/listing.ts';
import { toFlag } from './statements.ts';

/** A row of `listings`, with the calendar of a stay beside it. */
export type ListingRow = Readonly<{
  id: string;
  kind: ListingKind;
  source_key: string | null;
  owner_id: string;
  version: number;
  status: ListingStatus;
  title: string;
  description: string;
  city: string;
  country_code: string;
  latitude: number;
  longitude: number;
  time_zone: string;
  currency: string;
  cancellation: string;
  instant_book: number;
  source_rating: number | null;
  source_review_count: number;
  own_rating_sum: number;
  own_review_count: number;
  details: string;
  created_at: string;
  updated_at: string;
  first_date: string | null;
  nights: string | null;
}>;

/** Reads whole listings; a `WHERE` goes behind it. */
export const selectListings = `SELECT l.id, l.kind, l.source_key, l.owner_id, l.version, l.status, l.title, l.description, l.city,
  l.country_code, l.latitude, l.longitude, l.time_zone, l.currency, l.cancellation, l.instant_book, l.source_rating,
  l.source_review_count, l.own_rating_sum, l.own_review_count, l.details, l.created_at, l.updated_at, c.first_date, c.nights
  FROM listings l LEFT JOIN stay_calendars c ON c.listing_id = l.id`;

/** The columns of `listings` that are written, in the order of {@link toListingRow}. */
export const listingColumns = [
  'id',
  'kind',
  'source_key',
  'owner_id',
  'version',
  'status',
  'title',
  'description',
  'city',
  'city_key',
  'country_code',
  'latitude',
  'longitude',
  'time_zone',
  'currency',
  'from_price_minor',
  'cancellation',
  'instant_book',
  'source_rating',
  'source_review_count',
  'own_rating_sum',
  'own_review_count',
  'details',
  'created_at',
  'updated_at',
] as const;

const flightDetails = (flight: Flight): FlightDetails => ({
  origin: flight.origin,
  destination: flight.destination,
  departsAt: flight.departsAt,
  arrivesAt: flight.arrivesAt,
  arrivalTimeZone: flight.arrivalTimeZone,
  durationInMinutes: flight.durationInMinutes,
  segments: flight.segments,
  fares: flight.fares,
  destinationCity: flight.destinationCity,
  observedAt: flight.observedAt,
});

const stayDetails = (stay: Stay): StayDetails => ({
  stayType: stay.stayType,
  propertyType: stay.propertyType,
  neighbourhood: stay.neighbourhood,
  neighbourhoodOverview: stay.neighbourhoodOverview,
  area: stay.area,
  amenities: stay.amenities,
  roomTypes: stay.roomTypes,
  basePriceMinor: stay.basePriceMinor,
  cleaningFeeMinor: stay.cleaningFeeMinor,
  taxPerMille: stay.taxPerMille,
  minNights: stay.minNights,
  maxNights: stay.maxNights,
  checkInFrom: stay.checkInFrom,
  checkOutUntil: stay.checkOutUntil,
  subratings: stay.subratings,
  licence: stay.licence,
  richness: stay.richness,
});

const carDetails = (car: Car): CarDetails => ({
  carClass: car.carClass,
  make: car.make,
  model: car.model,
  year: car.year,
  seats: car.seats,
  doors: car.doors,
  transmission: car.transmission,
  fuel: car.fuel,
  airConditioning: car.airConditioning,
  airport: car.airport,
  pickUpPlace: car.pickUpPlace,
  dailyPriceMinor: car.dailyPriceMinor,
  serviceFeeMinor: car.serviceFeeMinor,
  taxPerMille: car.taxPerMille,
  units: car.units,
  availableFrom: car.availableFrom,
  availableUntil: car.availableUntil,
});

function detailsOf(listing: Listing): FlightDetails | StayDetails | CarDetails {
  if (listing.kind === 'FLIGHT') return flightDetails(listing);
  return listing.kind === 'STAY' ? stayDetails(listing) : carDetails(listing);
}

/** The values of {@link listingColumns}. */
export function toListingRow(listing: Listing, fromPriceMinor: number | null): readonly SqlValue[] {
  const { ratings } = listing;
  return [
    listing.id,
    listing.kind,
    listing.sourceKey,
    listing.ownerId,
    listing.version,
    listing.status,
    listing.title,
    listing.description,
    listing.city,
    cityKeyOf(listing),
    listing.countryCode,
    listing.latitude,
    listing.longitude,
    listing.timeZone,
    listing.currency,
    fromPriceMinor,
    JSON.stringify(listing.cancellation),
    toFlag(listing.instantBook),
    ratings.sourceRating,
    ratings.sourceCount,
    ratings.ownSum,
    ratings.ownCount,
    JSON.stringify({ host: listing.host, ...detailsOf(listing) }),
    new Date(listing.createdAt).toISOString(),
    new Date(listing.updatedAt).toISOString(),
  ];
}

const commonOf = (row: ListingRow, host: Host | null): ListingCommon => ({
  id: row.id,
  version: row.version,
  ownerId: row.owner_id,
  sourceKey: row.source_key,
  status: row.status,
  title: row.title,
  description: row.description,
  city: row.city,
  countryCode: row.country_code,
  latitude: row.latitude,
  longitude: row.longitude,
  timeZone: row.time_zone,
  currency: row.currency,
  cancellation: JSON.parse(row.cancellation) as CancellationTerms,
  instantBook: row.instant_book === 1,
  ratings: {
    sourceRating: row.source_rating,
    sourceCount: row.source_review_count,
    ownSum: row.own_rating_sum,
    ownCount: row.own_review_count,
  },
  host,
  createdAt: Date.parse(row.created_at),
  updatedAt: Date.parse(row.updated_at),
});

const calendarOf = (row: ListingRow): NightCalendar | null =>
  row.first_date === null || row.nights === null
    ? null
    : { firstDate: row.first_date, nights: JSON.parse(row.nights) as NightCalendar['nights'] };

/** Parses a calendar when it is first asked for: most readers of a stay never do, and a year of nights is long. */
function withCalendar(stay: Omit<Stay, 'calendar'>, row: ListingRow): Stay {
  let calendar: NightCalendar | null | undefined;
  return {
    ...stay,
    get calendar() {
      calendar ??= calendarOf(row);
      return calendar;
    },
  };
}

/** The listing of a row. What is in `details` was written by {@link toListingRow}, so it is not validated again. */
export function toListing(row: ListingRow): Listing {
  const { host, ...details } = JSON.parse(row.details) as { host: Host | null };
  const common = commonOf(row, host);
  if (row.kind === 'FLIGHT') return { ...common, ...(details as unknown as FlightDetails), kind: 'FLIGHT' };
  if (row.kind === 'CAR') return { ...common, ...(details as unknown as CarDetails), kind: 'CAR' };
  return withCalendar({ ...common, ...(details as unknown as StayDetails), kind: 'STAY' }, row);
}
