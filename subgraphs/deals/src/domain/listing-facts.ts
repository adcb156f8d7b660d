import type { LocalDate } from '@meridian/platform/values/local-date';
import type { StockPlan } from './stock.ts';

/** What can be booked. */
export type ListingKind = 'FLIGHT' | 'STAY' | 'CAR';
/** The cabins of a plane. */
const cabins = ['ECONOMY', 'PREMIUM_ECONOMY', 'BUSINESS', 'FIRST'] as const;
/** A cabin of a plane. */
export type Cabin = (typeof cabins)[number];
/** What kind of stay, as listings names them. */
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
/** What class of car, as listings names them. */
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

/** What prices are compared by, apart from the days that are left until travel. */
export type ComparableSubject =
  | Readonly<{
      kind: 'FLIGHT';
      origin: string;
      destination: string;
      cabin: Cabin;
      stops: number;
      travelDate: LocalDate;
    }>
  | Readonly<{
      kind: 'STAY';
      stayType: string;
      area: string;
      city: string;
      countryCode: string;
      latitude: number;
      travelDate: LocalDate;
    }>
  | Readonly<{ kind: 'CAR'; carClass: string; city: string; countryCode: string; travelDate: LocalDate }>;

/**
 * The price of a listing that is compared with others: of a flight the cheapest fare for one adult with taxes and fees, of a
 * stay its ordinary night (the lower median of the next nights on sale, so a price that can be booked), of a car a day.
 */
export type ComparedPrice = Readonly<{ priceMinor: number; subject: ComparableSubject }>;

/** A price under which a saved search finds the listing: one per cabin of a flight, one for a stay or a car. */
export type SearchPrice = Readonly<{ variant: string; priceMinor: number }>;

/** Facts for tags that a listing states of itself. What is left in stock comes from elsewhere. */
export type Trait =
  | 'DIRECT'
  | 'REFUNDABLE'
  | 'FREE_CANCELLATION'
  | 'PET_FRIENDLY'
  | 'BREAKFAST'
  | 'NEAR_TRANSIT'
  | 'TOP_RATED'
  | 'INSTANT_BOOK'
  | 'AUTOMATIC';

/** What deals knows of a listing: a projection of its events. Amounts are minor units of `currency`. */
export type ListingFacts = Readonly<{
  id: string;
  kind: ListingKind;
  version: number;
  /** Whether it is published; a removed one stays known, so that an event that comes late cannot bring it back. */
  live: boolean;
  title: string;
  place: string;
  city: string;
  countryCode: string;
  timeZone: string;
  currency: string;
  /** On local clocks; null where no date belongs to the listing. */
  startsAt: string | null;
  endsAt: string | null;
  /** Of a flight's legs, `SQ 321`; absent for what has none, and of what was told before they were kept. */
  flightNumbers?: readonly string[] | undefined;
  /** When it departs, epoch milliseconds; null for what does not. */
  departsAt: number | null;
  /** The lowest bookable price with taxes and fees; null when nothing can be booked. */
  fromPriceMinor: number | null;
  /** Saved searches of the same key may match it. */
  searchKey: string;
  stops: number | null;
  searchPrices: readonly SearchPrice[];
  compared: ComparedPrice | null;
  stock: StockPlan;
  traits: readonly Trait[];
}>;

/** What an alert or a deal remembers of a listing, so that it reads whole without it. */
export type Snapshot = Readonly<{
  listingId: string;
  kind: ListingKind;
  title: string;
  place: string;
  startsAt: string | null;
  endsAt: string | null;
  timeZone: string;
  flightNumbers?: readonly string[] | undefined;
  priceMinor: number;
  currency: string;
}>;

/** @param priceMinor in the listing's currency */
export const snapshotOf = (facts: ListingFacts, priceMinor: number): Snapshot => ({
  listingId: facts.id,
  kind: facts.kind,
  title: facts.title,
  place: facts.place,
  startsAt: facts.startsAt,
  endsAt: facts.endsAt,
  timeZone: facts.timeZone,
  flightNumbers: facts.flightNumbers,
  priceMinor,
  currency: facts.currency,
});
