/** A local date so many days from today. */
export const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** A flight route that exists in the small market. */
export const route = { carrier: 'X2', origin: 'JFK', destination: 'LHR' } as const;

type FlightWish = Readonly<{ seats?: number; price?: string; days?: number; instantBook?: boolean }>;

/** A fare of a flight: one seat for 325 dollars in all, unless wished otherwise. */
export const fareInput = ({ seats = 1, price = '300.00' }: FlightWish = {}) => ({
  key: 'economy-flex',
  name: 'Economy Flex',
  cabin: 'ECONOMY',
  price,
  taxes: '20.00',
  fees: '5.00',
  refundable: true,
  changeable: true,
  seats,
  checkedBags: 1,
});

/** A flight of one segment, with a number that is not likely to be another's. */
export const flightInput = (wish: FlightWish = {}) => ({
  segments: [
    {
      ...route,
      flightNumber: String(1000 + Math.floor(Math.random() * 8999)),
      departsAt: `${inDays(wish.days ?? 21)}T08:00`,
      arrivesAt: `${inDays(wish.days ?? 21)}T20:00`,
      aircraft: 'Airbus A350-900',
      seats: [{ cabin: 'ECONOMY', capacity: wish.seats ?? 1 }],
    },
  ],
  fares: [fareInput(wish)],
  currency: 'USD',
  description: 'A flight of the end-to-end tests.',
  instantBook: wish.instantBook ?? true,
});

/** A stay whose owner is asked before each booking. */
export const stayInput = (wish: Readonly<{ units?: number; instantBook?: boolean }> = {}) => ({
  title: 'The lamp room',
  description: 'A lighthouse room with a view of both seas.',
  stayType: 'APARTMENT',
  city: 'London',
  countryCode: 'GB',
  area: 'Soho',
  neighbourhood: 'Soho',
  latitude: 51.5136,
  longitude: -0.1365,
  timeZone: 'Europe/London',
  currency: 'GBP',
  nightlyPrice: '120.00',
  cleaningFee: '30.00',
  taxPercent: 5,
  roomTypes: [
    { key: 'whole', name: 'Entire place', maxGuests: 4, bedrooms: 2, beds: 2, baths: 1, units: wish.units ?? 3 },
  ],
  amenities: ['Wifi', 'Kitchen'],
  cancellationPolicy: 'FLEXIBLE',
  instantBook: wish.instantBook ?? false,
});

/** A car in London. */
export const carInput = () => ({
  carClass: 'SUV',
  make: 'Hyundai',
  model: 'Tucson',
  year: 2025,
  seats: 5,
  doors: 5,
  transmission: 'AUTOMATIC',
  fuel: 'HYBRID',
  airConditioning: true,
  city: 'London',
  countryCode: 'GB',
  latitude: 51.47,
  longitude: -0.45,
  timeZone: 'Europe/London',
  airport: 'LHR',
  currency: 'GBP',
  dailyPrice: '70.00',
  serviceFee: '10.00',
  taxPercent: 5,
  units: 2,
  description: 'A car of the end-to-end tests.',
});

export const oneAdult = [{ givenName: 'Eve', familyName: 'Traveler', kind: 'ADULT' }];
