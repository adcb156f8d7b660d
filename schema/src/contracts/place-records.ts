import type { Coordinates, Identified } from './record.ts';

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
