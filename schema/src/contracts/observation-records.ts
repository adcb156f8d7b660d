import type { CarClass } from './car-records.ts';
import type { Cabin } from './flight-records.ts';
import type { Identified, IntakeMoney } from './record.ts';
import type { StayType } from './stay-records.ts';

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
