/**
 * What importers and the demo market hand to the listings and deals services, and the ports through which they do.
 *
 * Types only: the importer lives in `tools/importer`, the market in `tools/market`, the ports are implemented by
 * `subgraphs/listings` (`createListingsIntake`) and `subgraphs/deals` (`createPriceIntake`).
 */

/** Integer minor units of an ISO 4217 currency. The same shape as the platform's `Money`. */
export type IntakeMoney = Readonly<{ minor: number; currency: string }>;

/** Degrees, WGS 84. */
export type Coordinates = Readonly<{ latitude: number; longitude: number }>;

/**
 * Who a record is. `sourceKey` names the thing for ever (`ourairports:3622`, `airbnb:71609`, `demo:car:12`); for rows without a
 * key of their own it is `<format>:<hash of the content>:<occurrence in the file>`. `contentHash` covers everything else in
 * the record, so two equal hashes mean that nothing has to be written.
 */
export type Identified = Readonly<{ sourceKey: string; contentHash: string }>;

/**
 * What became of one record. The unit of idempotency is the row: the intake keeps `sourceKey → contentHash` in the same transaction
 * as the effect.
 * - `imported`: the source key was new (also when another source had written the same airport or airline before);
 * - `updated`: the key was known with another hash, and something was written;
 * - `unchanged`: the same hash, or an older observation than the stored one: nothing was written, no event was made;
 * - `skipped`: it cannot be used now; the reason is one clause for people, without the line number. Nothing is remembered, so that
 *   running again after the cause is gone imports it.
 */
export type RowOutcome = 'imported' | 'updated' | 'unchanged' | Readonly<{ skipped: string }>;

/** The answer to a batch: one outcome per record, in the batch's order. A batch is one transaction with its outbox events. */
export type Outcomes = Promise<readonly RowOutcome[]>;

// ── Places ──────────────────────────────────────────────────────────────────────────────────────────────────────────────

export type AirportSize = 'large' | 'medium' | 'small';

/**
 * An airport. `iata` is unique among airports: a record of another source key takes over from the demo market (`demo:…`), and is
 * otherwise skipped with `IATA code XXX belongs to <source key>`.
 */
export type AirportRecord = Identified &
  Coordinates &
  Readonly<{
    iata: string;
    icao?: string;
    name: string;
    /** The city it serves, as the source spells it; the airport's name where the source has none. */
    city: string;
    /** ISO 3166-1 alpha-2. */
    countryCode: string;
    /** ISO 3166-2, for example `US-NY`. */
    subdivision?: string;
    elevationInFeet?: number;
    /** IANA zone, derived from the coordinates. */
    timeZone: string;
    size: AirportSize;
    scheduledService: boolean;
    /** Other names of the airport or its city, for autocomplete. */
    keywords: readonly string[];
  }>;

/** At least one of `iata` and `icao` is there. Codes are reused over the years: lookups by code prefer active airlines. */
export type AirlineRecord = Identified &
  Readonly<{
    iata?: string;
    icao?: string;
    name: string;
    callsign?: string;
    countryName?: string;
    countryCode?: string;
    active: boolean;
  }>;

/** That a carrier flies (or flew) between two airports. Unknown airports are skipped: `unknown airport XXX; import ourairports first`. */
export type RouteRecord = Identified &
  Readonly<{
    /** IATA or ICAO code. It need not be among the imported airlines. */
    airline: string;
    origin: string;
    destination: string;
    stops: number;
    codeshare: boolean;
    /** IATA aircraft codes. */
    equipment: readonly string[];
  }>;

// ── Flights ─────────────────────────────────────────────────────────────────────────────────────────────────────────────

export type Cabin = 'ECONOMY' | 'PREMIUM_ECONOMY' | 'BUSINESS' | 'FIRST';

/**
 * One leg in the air. Local times are `2026-12-01T09:30`; the zone is the airport's, which listings knows. Where a source has no
 * flight number, `flightNumber` is absent and `departureKey` stands in its place.
 */
export type SegmentRecord = Readonly<{
  carrier: string;
  /** The carrier's name as the source has it, used when the carrier is not among the airlines. */
  carrierName?: string;
  /** Digits without the carrier, for example `101`. */
  flightNumber?: string;
  /**
   * Identity of the departure, equal in every itinerary that flies it, so that they share its stock:
   * `<carrier><number>/<origin>/<local date>` with a flight number, otherwise
   * `<carrier>/<origin>-<destination>/<local date>T<local time>`.
   */
  departureKey: string;
  origin: string;
  destination: string;
  departureLocal: string;
  arrivalLocal: string;
  durationInMinutes: number;
  distanceInKm?: number;
  aircraft?: string;
  /** Per cabin on sale: seats of the whole departure. See {@link FlightRecord.capacityRule}. */
  seats: readonly Readonly<{ cabin: Cabin; capacity: number }>[];
}>;

/** A price at which a whole itinerary is sold. Buckets are nested limits: sold(bucket) ≤ limit within sold(cabin) ≤ capacity. */
export type FareRecord = Readonly<{
  /** Stable within the flight, for example `economy-light`. */
  key: string;
  name: string;
  /** The itinerary's cabin: the lowest one among its segments. */
  cabin: Cabin;
  /** The cabin on each segment, where they differ. */
  segmentCabins: readonly Cabin[];
  /** Booking class letter. */
  bucket: string;
  fareBasis?: string;
  /** Price without taxes, per traveler. */
  base: IntakeMoney;
  taxes: IntakeMoney;
  refundable: boolean;
  changeable: boolean;
  basic: boolean;
  /** Seats on sale in this bucket. */
  limit: number;
  checkedBags: number;
}>;

/** A dated itinerary of 1–3 segments. */
export type FlightRecord = Identified &
  Readonly<{
    /** A user of ours; absent for imported flights, which then belong to the platform. */
    ownerId?: string;
    origin: string;
    destination: string;
    segments: readonly SegmentRecord[];
    fares: readonly FareRecord[];
    /**
     * `stated`: capacities are the plane's. `observed`: a source told how many seats were left in one itinerary; the departure's
     * capacity is the largest number that any itinerary which flies it has told.
     */
    capacityRule: 'stated' | 'observed';
    /** When the source saw it, epoch milliseconds. An older observation never replaces a newer one; the outcome is `unchanged`. */
    observedAt?: number;
  }>;

// ── Stays ───────────────────────────────────────────────────────────────────────────────────────────────────────────────

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
 * blanks. Hashes are kept per source key **and richness**, so that importing both files again changes nothing.
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

// ── Cars ────────────────────────────────────────────────────────────────────────────────────────────────────────────────

export type CarClass =
  | 'ECONOMY'
  | 'COMPACT'
  | 'MIDSIZE'
  | 'FULLSIZE'
  | 'SUV'
  | 'MINIVAN'
  | 'VAN'
  | 'TRUCK'
  | 'LUXURY'
  | 'CONVERTIBLE';

export type CarRecord = Identified &
  Coordinates &
  Readonly<{
    ownerId?: string;
    host?: Readonly<{ sourceKey: string; name: string }>;
    make: string;
    model: string;
    year: number;
    carClass: CarClass;
    /** The source's own word, for example `suv`. */
    vehicleType?: string;
    seats: number;
    doors?: number;
    transmission: 'AUTOMATIC' | 'MANUAL';
    /** Absent where the source does not tell. */
    fuel?: 'PETROL' | 'DIESEL' | 'HYBRID' | 'ELECTRIC';
    city: string;
    /** ISO 3166-2 or the source's state code. */
    subdivision?: string;
    countryCode: string;
    timeZone: string;
    /** The airport at which it is handed over, when it is. */
    airport?: string;
    dailyRate: IntakeMoney;
    /** 1 for one car; more for a fleet of a location and class. */
    fleetSize: number;
    airConditioning?: boolean;
    freeCancellation?: boolean;
    instantBook?: boolean;
    rating?: number;
    reviewCount?: number;
    tripCount?: number;
    pictureSeeds: readonly string[];
  }>;

// ── Reviews ─────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** A review by a made-up guest. Real reviews carry names of people and are not imported. */
export type ReviewRecord = Identified &
  Readonly<{
    /** Source key of the stay or car, or of a carrier's flight. Unknown: skipped, `unknown listing <source key>`. */
    listingSourceKey: string;
    authorName: string;
    /** 1–5. */
    rating: number;
    title: string;
    text: string;
    /** Local date of the visit. */
    visitedOn: string;
    /** Epoch milliseconds. */
    postedAt: number;
  }>;

// ── Price observations ──────────────────────────────────────────────────────────────────────────────────────────────────

/** Facts about demand that came with a price. */
export type DemandFacts = Readonly<{
  leadTimeInDays: number;
  cancelled: boolean;
  nights?: number;
  guests?: number;
  marketSegment?: string;
}>;

type Observed = Identified &
  Readonly<{
    /** Absent: the row tells of demand only (a free night, for example); it never enters a mean. */
    price?: IntakeMoney;
    /** When the price was seen, epoch milliseconds. Rules are evaluated at this time. */
    observedAt: number;
    /** First local date of travel, `2026-12-01`. */
    travelDate: string;
    /** From the source's own dates, so it survives shifting. */
    leadTimeInDays: number;
    /** The source, for example `expedia` or `demo`. */
    source: string;
    /** The source key of the listing it tells about, where there is one. */
    listingSourceKey?: string;
    demand?: DemandFacts;
    /** Of the past when it is recorded: it fills history and statistics, and need not become a deal or an event of its own. */
    historical: boolean;
  }>;

/** `price` is for one adult with taxes. */
export type FlightObservation = Observed &
  Readonly<{ kind: 'FLIGHT'; origin: string; destination: string; cabin: Cabin; stops: number; carrier?: string }>;
/** `price` is for one night. `latitude` decides the season's hemisphere. */
export type StayObservation = Observed &
  Readonly<{ kind: 'STAY'; stayType: StayType; area: string; city?: string; countryCode?: string; latitude?: number }>;
/** `price` is for one day. */
export type CarObservation = Observed &
  Readonly<{ kind: 'CAR'; carClass: CarClass; city: string; countryCode: string }>;

export type PriceObservationRecord = FlightObservation | StayObservation | CarObservation;

// ── Ports ───────────────────────────────────────────────────────────────────────────────────────────────────────────────

/**
 * Small durable facts of importers and the demo market, kept with the listings: date shifts of data sets, how far the market
 * reaches. Keys are ≤ 200 characters, values JSON text of ≤ 4,000.
 */
export interface IntakeState {
  get(key: string): Promise<string | undefined>;
  /** Stores the value unless the key has one; answers with the stored one. Two processes at once get the same answer. */
  putIfAbsent(key: string, value: string): Promise<string>;
  put(key: string, value: string): Promise<void>;
}

/** Listings' side. Implemented over the same use cases, tables and outbox as the mutations. Batches hold ≤ 1,000 records. */
export interface ListingsIntake {
  upsertAirports(batch: readonly AirportRecord[]): Outcomes;
  upsertAirlines(batch: readonly AirlineRecord[]): Outcomes;
  upsertRoutes(batch: readonly RouteRecord[]): Outcomes;
  /** Skips `unknown airport XXX; import ourairports first`, and what breaks a rule of the domain, with the rule. */
  upsertFlights(batch: readonly FlightRecord[]): Outcomes;
  upsertStays(batch: readonly StayRecord[]): Outcomes;
  /** One list of outcomes per record: one outcome per night, in order. */
  upsertStayNights(batch: readonly StayNightsRecord[]): Promise<readonly (readonly RowOutcome[])[]>;
  upsertCars(batch: readonly CarRecord[]): Outcomes;
  upsertReviews(batch: readonly ReviewRecord[]): Outcomes;
  /** All known airports: a few thousand. The importer matches cities to them. */
  airports(): Promise<readonly KnownAirport[]>;
  /** For those of the keys that are known stays: what the nights' file leaves out. */
  stays(sourceKeys: readonly string[]): Promise<ReadonlyMap<string, Readonly<{ currency: string }>>>;
  readonly state: IntakeState;
}

export type KnownAirport = Coordinates &
  Readonly<
    Pick<
      AirportRecord,
      'iata' | 'name' | 'city' | 'countryCode' | 'timeZone' | 'size' | 'scheduledService' | 'keywords'
    >
  >;

/** Deals' side. Batches hold ≤ 1,000 records; one transaction each. */
export interface PriceIntake {
  recordObservations(batch: readonly PriceObservationRecord[]): Outcomes;
}
