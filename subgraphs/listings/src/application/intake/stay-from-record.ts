import type { StayRecord } from '@meridian/schema/contracts/stay-records';
import { termsOf, termsOfFreeCancellation } from '../../domain/cancellation.ts';
import { noRatings, platformOwnerId, type RoomType, type Stay } from '../../domain/listing.ts';
import { mergeStay, type ToldFields } from '../../domain/stay-merge.ts';

const roomTypesOf = (record: StayRecord): RoomType[] =>
  record.roomTypes.map((room) => ({
    key: room.key,
    name: room.name,
    maxGuests: room.maxGuests,
    bedrooms: room.bedrooms ?? null,
    beds: room.beds ?? null,
    baths: room.baths ?? null,
    units: room.units,
    pricePercent: room.pricePercent,
  }));

/** What a record tells of a stay. */
export const toldBy = (record: StayRecord): ToldFields => ({
  title: record.name,
  stayType: record.type,
  propertyType: record.propertyType,
  description: record.description,
  neighbourhood: record.neighbourhood,
  neighbourhoodOverview: record.neighbourhoodOverview,
  area: record.area ?? record.neighbourhood,
  amenities: record.amenities,
  roomTypes: roomTypesOf(record),
  basePriceMinor: record.basePrice?.minor,
  minNights: record.minNights,
  maxNights: record.maxNights,
  checkInFrom: record.checkInFrom,
  checkOutUntil: record.checkOutUntil,
  instantBook: record.instantBook,
  cancellation: record.freeCancellation === undefined ? null : termsOfFreeCancellation(record.freeCancellation),
  host: record.host && {
    name: record.host.name,
    ...(record.host.superhost === undefined ? {} : { superhost: record.host.superhost }),
    ...(record.host.since === undefined ? {} : { since: record.host.since }),
  },
  subratings:
    record.subratings &&
    Object.fromEntries(Object.entries(record.subratings).filter(([, value]) => value !== undefined)),
  licence: record.licence,
  city: record.city,
  latitude: record.latitude,
  longitude: record.longitude,
  // A count of nothing tells nothing: poorer files have it beside stays whose ratings they do not know.
  sourceRatings:
    record.rating === undefined ? null : { sourceRating: record.rating, sourceCount: record.reviewCount ?? 0 },
});

const describe = (record: StayRecord): string => {
  const where = record.neighbourhood === undefined ? record.city : `${record.neighbourhood}, ${record.city}`;
  return `${record.name}. A place to stay in ${where}.`;
};

/** A stay as a record alone tells it. What it does not tell has a value that any later record replaces. */
export function stayFromRecord(record: StayRecord, of: Readonly<{ id: string; now: number }>): Stay {
  const blank: Stay = {
    id: of.id,
    kind: 'STAY',
    version: 1,
    ownerId: record.ownerId ?? platformOwnerId,
    sourceKey: record.sourceKey,
    status: 'PUBLISHED',
    title: record.name,
    description: describe(record),
    city: record.city,
    countryCode: record.countryCode,
    latitude: record.latitude,
    longitude: record.longitude,
    timeZone: record.timeZone,
    currency: record.currency,
    cancellation: termsOf('MODERATE'),
    instantBook: true,
    ratings: { ...noRatings, sourceCount: record.reviewCount ?? 0 },
    host: null,
    createdAt: of.now,
    updatedAt: of.now,
    stayType: record.type,
    propertyType: null,
    neighbourhood: null,
    neighbourhoodOverview: null,
    area: record.city,
    amenities: [],
    roomTypes: [],
    basePriceMinor: null,
    cleaningFeeMinor: 0,
    taxPerMille: 0,
    minNights: 1,
    maxNights: 1125,
    checkInFrom: '15:00',
    checkOutUntil: '11:00',
    subratings: {},
    licence: null,
    richness: {},
    calendar: null,
  };
  return mergeStay(blank, toldBy(record), record.richness);
}
