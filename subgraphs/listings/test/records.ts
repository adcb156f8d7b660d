import type { CarRecord } from '@meridian/schema/contracts/car-records';
import { identified } from '@meridian/schema/contracts/content-hash';
import type { FareRecord, FlightRecord, SegmentRecord } from '@meridian/schema/contracts/flight-records';
import type { ListingsIntake } from '@meridian/schema/contracts/intake';
import type { AirlineRecord, AirportRecord } from '@meridian/schema/contracts/place-records';
import type { ReviewRecord } from '@meridian/schema/contracts/review-records';
import type { StayRecord } from '@meridian/schema/contracts/stay-records';

const airport = (iata: string, city: string, more: Partial<AirportRecord>): AirportRecord =>
  identified({
    sourceKey: `test:airport:${iata}`,
    iata,
    name: `${city} International Airport`,
    city,
    countryCode: 'SG',
    timeZone: 'Asia/Singapore',
    latitude: 1.36,
    longitude: 103.99,
    size: 'large',
    scheduledService: true,
    keywords: [],
    ...more,
  });

export const airports: readonly AirportRecord[] = [
  airport('SIN', 'Singapore', {}),
  airport('LHR', 'London', {
    countryCode: 'GB',
    timeZone: 'Europe/London',
    latitude: 51.47,
    longitude: -0.45,
    icao: 'EGLL',
  }),
  airport('LGW', 'London', {
    countryCode: 'GB',
    timeZone: 'Europe/London',
    latitude: 51.15,
    longitude: -0.18,
    size: 'medium',
  }),
  airport('GRU', 'São Paulo', {
    countryCode: 'BR',
    timeZone: 'America/Sao_Paulo',
    latitude: -23.43,
    longitude: -46.47,
  }),
];

export const airlines: readonly AirlineRecord[] = [
  identified({ sourceKey: 'test:airline:1', iata: 'SQ', icao: 'SIA', name: 'Old Singapore', active: false }),
  identified({
    sourceKey: 'test:airline:2',
    iata: 'SQ',
    icao: 'SIA',
    name: 'Singapore Airlines',
    countryName: 'Singapore',
    active: true,
  }),
];

export const segment = (more: Partial<SegmentRecord> = {}): SegmentRecord => ({
  carrier: 'SQ',
  flightNumber: '322',
  departureKey: 'SQ322/SIN/2027-03-10',
  origin: 'SIN',
  destination: 'LHR',
  departureLocal: '2027-03-10T23:45',
  arrivalLocal: '2027-03-11T05:55',
  durationInMinutes: 850,
  seats: [
    { cabin: 'ECONOMY', capacity: 9 },
    { cabin: 'BUSINESS', capacity: 4 },
  ],
  ...more,
});

export const fare = (more: Partial<FareRecord> = {}): FareRecord => ({
  key: 'economy-light',
  name: 'Economy Light',
  cabin: 'ECONOMY',
  segmentCabins: ['ECONOMY'],
  bucket: 'K',
  base: { minor: 60_000, currency: 'SGD' },
  taxes: { minor: 9_050, currency: 'SGD' },
  refundable: false,
  changeable: false,
  basic: true,
  limit: 6,
  checkedBags: 0,
  ...more,
});

export const flight = (more: Partial<FlightRecord> = {}): FlightRecord => {
  const { contentHash: _, ...content } = {
    contentHash: '',
    sourceKey: 'test:flight:1',
    origin: 'SIN',
    destination: 'LHR',
    segments: [segment()],
    fares: [
      fare(),
      fare({
        key: 'business',
        name: 'Business',
        cabin: 'BUSINESS',
        segmentCabins: ['BUSINESS'],
        base: { minor: 400_000, currency: 'SGD' },
        refundable: true,
        limit: 4,
      }),
    ],
    ...more,
  };
  return identified(content);
};

export const stay = (more: Partial<StayRecord> = {}): StayRecord => {
  const { contentHash: _, ...content } = {
    contentHash: '',
    sourceKey: 'test:stay:1',
    richness: 1,
    name: 'River House',
    type: 'APARTMENT' as const,
    city: 'Singapore',
    countryCode: 'SG',
    timeZone: 'Asia/Singapore',
    currency: 'SGD',
    latitude: 1.29,
    longitude: 103.85,
    area: 'Central Region',
    roomTypes: [{ key: 'whole', name: 'Whole place', maxGuests: 4, units: 1, pricePercent: 100 }],
    amenities: ['Wifi', 'Pets allowed'],
    basePrice: { minor: 15_000, currency: 'SGD' },
    pictureSeeds: ['one', 'two'],
    ...more,
  };
  return identified(content);
};

export const car = (more: Partial<CarRecord> = {}): CarRecord => {
  const { contentHash: _, ...content } = {
    contentHash: '',
    sourceKey: 'test:car:1',
    make: 'Kia',
    model: 'Rio',
    year: 2025,
    carClass: 'COMPACT' as const,
    seats: 5,
    city: 'Singapore',
    countryCode: 'SG',
    timeZone: 'Asia/Singapore',
    latitude: 1.35,
    longitude: 103.9,
    airport: 'SIN',
    dailyRate: { minor: 4_000, currency: 'SGD' },
    fleetSize: 2,
    pictureSeeds: ['car'],
    ...more,
  };
  return identified(content);
};

export const review = (more: Partial<ReviewRecord> = {}): ReviewRecord => {
  const { contentHash: _, ...content } = {
    contentHash: '',
    sourceKey: 'test:review:1',
    listingSourceKey: 'test:stay:1',
    authorName: 'Amara',
    rating: 5,
    title: 'Lovely',
    text: 'Quiet at night, bright in the morning.',
    visitedOn: '2027-01-02',
    postedAt: Date.parse('2027-01-20T10:00:00Z'),
    ...more,
  };
  return identified(content);
};

/** Two sides of a route, a stay and a car. */
export async function fill(intake: ListingsIntake): Promise<void> {
  await intake.upsertAirports(airports);
  await intake.upsertAirlines(airlines);
  await intake.upsertFlights([flight()]);
  await intake.upsertStays([stay()]);
  await intake.upsertCars([car()]);
}
