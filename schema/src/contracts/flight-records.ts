import type { Identified, IntakeMoney } from './record.ts';

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
  /**
   * Per cabin on sale: seats of the whole departure as far as this itinerary knows. The departure has the most that any itinerary
   * which flies it tells; a new word of an itinerary replaces its own old one.
   */
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
  /** Absent where the source does not tell. */
  changeable?: boolean;
  basic: boolean;
  /** Seats on sale in this bucket. */
  limit: number;
  /** Absent where the source does not tell. */
  checkedBags?: number;
}>;

/** A dated itinerary of 1–3 segments. Departures in the past are accepted: they are history and cannot be booked. */
export type FlightRecord = Identified &
  Readonly<{
    /** A user of ours; absent for imported flights, which then belong to the platform. */
    ownerId?: string;
    origin: string;
    destination: string;
    segments: readonly SegmentRecord[];
    fares: readonly FareRecord[];
    /** When the source saw it, epoch milliseconds. An older observation never replaces a newer one; the outcome is `unchanged`. */
    observedAt?: number;
  }>;
