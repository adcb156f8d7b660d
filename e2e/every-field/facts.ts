import { at, listAt, type Node, textAt } from '../support/api.ts';
import { inDays, route } from '../support/inputs.ts';
import { flightOffer } from '../support/offers.ts';
import type { Stage } from './stage.ts';

/** Ids and dates that queries ask with, found by searching. */
export type Facts = Readonly<{
  flightId: string;
  stayId: string;
  carId: string;
  offerId: string;
  offerToken: string;
  cityId: string;
  profileId: string;
  bookingIds: readonly string[];
  endedDealId: string;
  comparableKey: string;
  watchId: string;
  deadLetterId: string;
}>;

/** Nights and hours that searches and offers are asked for. */
export const dates = {
  date: inDays(20),
  returnDate: inDays(25),
  checkIn: inDays(20),
  checkOut: inDays(22),
  pickUpAt: `${inDays(20)}T10:00`,
  dropOffAt: `${inDays(22)}T10:00`,
} as const;

const searches = /* GraphQL */ `
  query Searches($flights: FlightSearchInput!, $stays: StaySearchInput!, $cars: CarSearchInput!) {
    searchFlights(input: $flights, first: 1) { edges { offer { id } node { id } } }
    searchStays(input: $stays, first: 1, sort: RATING) { edges { node { id owner { id } } } }
    searchCars(input: $cars, first: 1) { edges { node { id } } }
    places(search: "London", kinds: [CITY], first: 1) { id }
  }`;

const inputs = {
  flights: { origin: route.origin, destination: route.destination, date: dates.date },
  stays: { place: 'LHR', checkIn: dates.checkIn, checkOut: dates.checkOut },
  cars: { place: 'LHR', pickUpAt: dates.pickUpAt, dropOffAt: dates.dropOffAt },
};

/** Searches for what there is, as the traveler, and adds it to what the scenes have found out. */
export async function gatherFacts(
  { people }: Stage,
  known: Pick<Facts, 'endedDealId' | 'comparableKey' | 'watchId' | 'deadLetterId'>,
): Promise<Facts> {
  const { api } = people.traveler;
  const found = await api.read(searches, inputs);
  const node = (search: string) => at(found, search, 'edges', 0, 'node') as Node;
  const flightId = textAt(node('searchFlights'), 'id');
  const trips = await api.read('{ me { bookings(first: 50) { edges { node { id } } } } }');
  return {
    ...known,
    flightId,
    stayId: textAt(node('searchStays'), 'id'),
    carId: textAt(node('searchCars'), 'id'),
    profileId: textAt(node('searchStays'), 'owner', 'id'),
    offerId: textAt(found, 'searchFlights', 'edges', 0, 'offer', 'id'),
    offerToken: await flightOffer(api, flightId),
    cityId: textAt(found, 'places', 0, 'id'),
    bookingIds: listAt(trips, 'me', 'bookings', 'edges').map((edge) => textAt(edge, 'node', 'id')),
  };
}
