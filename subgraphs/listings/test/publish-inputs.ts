import { expect } from '@jest/globals';
import type { Principal } from '@meridian/platform/identity/principal';
import { type ListingsService, owner } from './harness.ts';

const failure = `... on ValidationFailed { code path problems { path message } } ... on NotFound { code id } ... on NotPermitted { code }
  ... on VersionConflict { code expectedVersion currentVersion retryable }`;
const fareFields = 'fares { id name total { amount } seatsOffered }';
const mutations: Readonly<Record<string, string>> = {
  createFlight: `mutation ($input: CreateFlightInput!) { createFlight(input: $input) { __typename ... on Flight { id version duration ${fareFields} owner { id } } ${failure} } }`,
  updateFlight: `mutation ($input: UpdateFlightInput!) { updateFlight(input: $input) { __typename ... on Flight { id version ${fareFields} } ${failure} } }`,
  createStay: `mutation ($input: CreateStayInput!) { createStay(input: $input) { __typename ... on Stay { id version fromPrice { amount } images { url } } ${failure} } }`,
  updateStay: `mutation ($input: UpdateStayInput!) { updateStay(input: $input) { __typename ... on Stay { id version title amenities { key } fromPrice { amount } } ${failure} } }`,
  setNightlyPrices: `mutation ($input: SetNightlyPricesInput!) { setNightlyPrices(input: $input) { __typename
    ... on Stay { version roomTypes { nights(from: "2027-03-10", until: "2027-03-14") { price { amount } open minNights } } } ${failure} } }`,
  createCar: `mutation ($input: CreateCarInput!) { createCar(input: $input) { __typename ... on Car { id version title pickUpPlace fromPrice { amount } } ${failure} } }`,
  updateCar: `mutation ($input: UpdateCarInput!) { updateCar(input: $input) { __typename ... on Car { id version dailyPrice { amount } units } ${failure} } }`,
  deleteListing: `mutation ($input: DeleteListingInput!) { deleteListing(input: $input) { __typename ... on ListingDeleted { id version } ... on NotFound { code id } ... on NotPermitted { code } ... on VersionConflict { code currentVersion } } }`,
  postReview: `mutation ($input: PostReviewInput!) { postReview(input: $input) { __typename ... on Review { id rating isVerified title text author { id } } ${'... on ValidationFailed { code problems { path message } } ... on NotFound { code id } ... on NotPermitted { code } ... on BookingRequired { code path listingId retryable }'} } }`,
};

/** Runs a mutation as somebody, the owner unless told. */
export const createRun =
  (service: ListingsService) =>
  async (name: string, input: object, as: Principal = owner) => {
    const { data, errors } = await service.ask(mutations[name] ?? '', { input }, as);
    expect(errors).toEqual([]);
    return data[name];
  };

export const newFlight = {
  currency: 'EUR',
  segments: [
    {
      carrier: 'LH',
      flightNumber: '779',
      origin: 'SIN',
      destination: 'LHR',
      departsAt: '2027-04-01T23:55',
      arrivesAt: '2027-04-02T06:25',
      seats: [{ cabin: 'ECONOMY', capacity: 20 }],
    },
  ],
  fares: [{ key: 'light', name: 'Light', cabin: 'ECONOMY', price: '400.00', taxes: '55.5', seats: 10 }],
};
export const newStay = {
  ...{
    title: 'Loft',
    description: 'A bright loft.',
    stayType: 'APARTMENT',
    city: 'Lisboa',
    countryCode: 'PT',
    timeZone: 'Europe/Lisbon',
  },
  ...{ latitude: 38.7, longitude: -9.1, currency: 'EUR', nightlyPrice: '100', cleaningFee: '20', taxPercent: 6 },
  roomTypes: [{ key: 'whole', name: 'Whole loft', maxGuests: 2, units: 1 }],
};
export const newCar = {
  ...{
    carClass: 'SUV',
    make: 'Seat',
    model: 'Ateca',
    year: 2026,
    seats: 5,
    transmission: 'MANUAL',
    fuel: 'PETROL',
    city: 'Singapore',
  },
  ...{
    countryCode: 'SG',
    latitude: 1.3,
    longitude: 103.9,
    timeZone: 'Asia/Singapore',
    airport: 'SIN',
    currency: 'SGD',
    dailyPrice: '80',
  },
};
export const pathsOf = (result: { problems: { path: string[] }[] }) =>
  result.problems.map(({ path }) => path.join('.'));
