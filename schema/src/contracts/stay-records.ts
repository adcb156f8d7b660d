import type { Coordinates, Identified, IntakeMoney } from './record.ts';

export type StayType =
  | 'APARTMENT'
  | 'HOUSE'
  | 'PRIVATE_ROOM'
  | 'SHARED_ROOM'
  | 'HOTEL'
  | 'HOSTEL'
  | 'VILLA'
  | 'BED_AND_BREAKFAST'
  | 'UNIQUE';

export type RoomTypeRecord = Readonly<{
  /** Stable within the stay. Sources without room types have one, `whole`. */
  key: string;
  name: string;
  maxGuests: number;
  bedrooms?: number;
  beds?: number;
  baths?: number;
  /** How many of them can be sold per night. */
  units: number;
  /** Price factor in per cent of the night's price; 100 for the basic room. */
  pricePercent: number;
}>;

/**
 * A place to stay. `richness` orders the files of one source: a record never blanks or replaces a field that a richer one has
 * filled, and a richer one replaces what poorer ones wrote, so the order of the files does not matter. Absent fields are never
 * blanks. Hashes are kept per source key **and richness**, so that importing both files again changes nothing; the
 * second file's first import of a known stay is `updated`.
 */
export type StayRecord = Identified &
  Coordinates &
  Readonly<{
    richness: number;
    /** A user of ours; absent for imported stays. */
    ownerId?: string;
    /** The host in the source's world, and the name shown for it. */
    host?: Readonly<{ sourceKey: string; name: string; superhost?: boolean; since?: string }>;
    name: string;
    type: StayType;
    /** The source's own word, for example `Entire serviced apartment`. */
    propertyType?: string;
    description?: string;
    neighbourhood?: string;
    neighbourhoodOverview?: string;
    /** Borough, region. Comparables of prices share it. */
    area?: string;
    city: string;
    countryCode: string;
    timeZone: string;
    currency: string;
    roomTypes: readonly RoomTypeRecord[];
    amenities?: readonly string[];
    /** Price of a night for which no night record tells another. Absent: only nights with a price can be booked. */
    basePrice?: IntakeMoney;
    minNights?: number;
    maxNights?: number;
    /** `HH:MM`, on the clock of the place. */
    checkInFrom?: string;
    /** `HH:MM`, on the clock of the place. */
    checkOutUntil?: string;
    instantBook?: boolean;
    freeCancellation?: boolean;
    /** 0–5 with two digits. */
    rating?: number;
    reviewCount?: number;
    subratings?: Readonly<
      Partial<Record<'accuracy' | 'cleanliness' | 'checkin' | 'communication' | 'location' | 'value', number>>
    >;
    licence?: string;
    /** One picture per seed, drawn by `pictureSvg`. */
    pictureSeeds: readonly string[];
  }>;

/** One night of a stay. `price` absent: the stay's base price. */
export type StayNight = Readonly<{
  /** Local date of the evening, `2026-12-01`. */
  date: string;
  /** For single units: can be booked. For several units: `unitsOpen` tells how many of each room type. */
  available: boolean;
  /** Units on sale per room type key; absent: all units when available, none otherwise. */
  unitsOpen?: Readonly<Record<string, number>>;
  price?: IntakeMoney;
  minNights?: number;
  maxNights?: number;
}>;

/**
 * Nights of one stay. A night's identity is stay + date, and its content is compared by value: a night that equals the stored
 * one is `unchanged`. Without the stay: every night is skipped, `unknown stay <source key>; import airbnb-listings first`.
 */
export type StayNightsRecord = Readonly<{ staySourceKey: string; nights: readonly StayNight[] }>;
