import type { Coordinates, Identified, IntakeMoney } from './record.ts';

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
    /** Absent where the source does not tell. */
    transmission?: 'AUTOMATIC' | 'MANUAL';
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
