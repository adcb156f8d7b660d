import type { Api } from '../support/api.ts';
import { inDays } from '../support/inputs.ts';
import type { Root } from './explorer.ts';
import { dates, type Facts } from './facts.ts';
import type { Arguments } from './selection.ts';
import type { Stage } from './stage.ts';

const page = '(first: 2)';

const visit = `(checkIn: "${dates.checkIn}", checkOut: "${dates.checkOut}")`;

/** Arguments of fields below the root: small pages, the dates of the searches, and what the facts name. */
export const knownArguments = ({ flightId }: Facts): Arguments =>
  new Map([
    ...['Flight', 'Stay', 'Car'].map((kind) => [`${kind}.reviews`, page] as const),
    ['Airport.routes', page],
    ['User.bookings', '(first: 5)'],
    ['User.watches', '(first: 10)'],
    ['User.alerts', '(first: 5)'],
    ['Fare.totalBeside', `(listingId: "${flightId}")`],
    ['Stay.offer', visit],
    ['Stay.offers', visit],
    ['Car.offer', `(pickUpAt: "${dates.pickUpAt}", dropOffAt: "${dates.dropOffAt}")`],
    ['Stay.availability', `(from: "${dates.checkIn}", to: "${dates.checkOut}")`],
    ['Car.availability', `(from: "${dates.checkIn}", to: "${dates.checkOut}")`],
    ['RoomType.nights', `(from: "${dates.checkIn}", until: "${dates.checkOut}")`],
  ]);

/** Every query, with arguments that find something, asked by whom it is for. */
export function queryRoots({ people }: Stage, facts: Facts): readonly Root[] {
  const { traveler, owner, admin } = people;
  return [
    ...detailRoots(admin.api, facts),
    ...searchRoots(admin.api),
    ...placeRoots(traveler.api, facts),
    ...dealRoots(admin.api, facts),
    ...travelerRoots(traveler.api, facts),
    { field: 'myListings', arguments: '(first: 3)', api: owner.api },
    { field: 'approvalRequests', arguments: '(first: 10)', api: owner.api },
    ...operatorRoots(admin.api, facts),
  ];
}

const detailRoots = (api: Api, { flightId, stayId, carId, offerId }: Facts): Root[] => [
  { field: 'flight', arguments: `(id: "${flightId}")`, api },
  { field: 'stay', arguments: `(id: "${stayId}")`, api },
  { field: 'car', arguments: `(id: "${carId}")`, api },
  ...[flightId, stayId, carId].map((id) => ({ field: 'listing', arguments: `(id: "${id}")`, api })),
  { field: 'offer', arguments: `(id: "${offerId}")`, api },
  { field: 'exchangeRates', api },
];

function searchRoots(api: Api): Root[] {
  const flights = `origin: "JFK", destination: "LHR", date: "${dates.date}", returnDate: "${dates.returnDate}", currency: "EUR"`;
  const stays = `place: "LHR", checkIn: "${dates.checkIn}", checkOut: "${dates.checkOut}", currency: "EUR"`;
  const cars = `place: "LHR", pickUpAt: "${dates.pickUpAt}", dropOffAt: "${dates.dropOffAt}", currency: "EUR"`;
  return [
    { field: 'searchFlights', arguments: `(input: { ${flights} }, first: 3)`, api },
    { field: 'searchFlights', arguments: `(input: { ${flights} }, sort: DURATION, first: 10)`, api },
    { field: 'searchFlights', arguments: '(input: { origin: "JFK", destination: "SIN", stops: [1] }, first: 3)', api },
    { field: 'searchStays', arguments: `(input: { ${stays} }, sort: RATING, first: 3)`, api },
    { field: 'searchStays', arguments: `(input: { ${stays} }, first: 12)`, api },
    { field: 'searchCars', arguments: `(input: { ${cars} }, sort: RATING, first: 3)`, api },
    { field: 'searchCars', arguments: `(input: { ${cars} }, first: 8)`, api },
  ];
}

const placeRoots = (api: Api, { cityId, profileId }: Facts): Root[] => [
  { field: 'airports', arguments: '(search: "JFK", first: 3)', api },
  { field: 'places', arguments: '(search: "London", first: 3)', api },
  { field: 'airport', arguments: '(code: "SYD")', api },
  { field: 'place', arguments: `(id: "${cityId}")`, api },
  { field: 'airlines', arguments: '(first: 20)', api },
  { field: 'airline', arguments: '(code: "X2")', api },
  { field: 'routes', arguments: '(first: 20)', api },
  { field: 'publicProfile', arguments: `(id: "${profileId}")`, api },
];

const dealRoots = (api: Api, { endedDealId, comparableKey }: Facts): Root[] => [
  { field: 'deals', arguments: '(first: 10)', api },
  ...['FLIGHT', 'STAY', 'CAR'].map((kind) => ({
    field: 'deals',
    arguments: `(first: 2, filter: { kinds: [${kind}] })`,
    api,
  })),
  { field: 'deal', arguments: `(id: "${endedDealId}")`, api },
  { field: 'priceHistory', arguments: `(comparableKey: "${comparableKey}")`, api },
];

const travelerRoots = (api: Api, { bookingIds, offerToken, watchId }: Facts): Root[] => [
  { field: 'me', api },
  { field: 'exportMyData', api },
  ...bookingIds.map((id) => ({ field: 'booking', arguments: `(id: "${id}")`, api })),
  { field: 'priceWatch', arguments: `(id: "${watchId}")`, api },
  { field: 'quote', arguments: `(offers: ["${offerToken}"])`, api },
];

function operatorRoots(api: Api, { bookingIds, deadLetterId }: Facts): Root[] {
  const span = `from: "${inDays(-2)}", to: "${inDays(1)}"`;
  return [
    { field: 'users', arguments: '(first: 10)', api },
    { field: 'users', arguments: '(first: 5, role: OWNER)', api },
    { field: 'bookings', arguments: '(first: 20)', api },
    { field: 'payments', arguments: '(first: 20)', api },
    ...bookingIds.slice(0, 3).map((id) => ({ field: 'ledger', arguments: `(bookingId: "${id}")`, api })),
    { field: 'eventCounts', arguments: `(${span})`, api },
    ...['MONTH', 'CITY', 'VENDOR'].map((by) => ({ field: 'revenue', arguments: `(groupBy: ${by})`, api })),
    ...['VIEWS', 'BOOKINGS', 'REVENUE'].map((by) => ({ field: 'topListings', arguments: `(by: ${by})`, api })),
    { field: 'lookToBook', arguments: `(${span})`, api },
    { field: 'allListings', arguments: '(first: 3)', api },
    { field: 'consumerLag', api },
    ...['users', 'listings', 'bookings', 'deals'].map((service) => ({ field: `${service}Outbox`, api })),
    { field: 'deadLetters', arguments: '(first: 5)', api },
    { field: 'deadLetter', arguments: `(id: "${deadLetterId}")`, api },
    { field: 'liveEventsCursor', api },
    { field: 'logRecords', arguments: '(first: 20)', api },
  ];
}
