import type { FlightReturnEntry, FlightSearchEntry } from '../application/search/search-flights.ts';
import { flightPrice } from '../domain/flight-price.ts';
import type { Fare, Flight } from '../domain/listing.ts';
import type {
  FlightReturnResolvers,
  FlightSearchConnectionResolvers,
  FlightSearchEdgeResolvers,
} from '../generated/resolvers-types.ts';
import type { ListingsContext } from './context.ts';
import { toConverted } from './converted.ts';
import { pageSize } from './list-page.ts';
import { listingLoader } from './references.ts';
import { inWords, toFacets, toMoney, toPriceFacet } from './shapes.ts';

const load = listingLoader('FLIGHT');
type Entry = Pick<FlightSearchEntry, 'found' | 'party'>;

async function flightOf({ found }: Entry, context: ListingsContext): Promise<Flight> {
  const flight = await load({ id: found.candidate.id }, context);
  if (!flight) throw new Error(`The flight ${found.candidate.id} was found by search but is gone.`);
  return flight;
}

/** The fare that was found. A change between search and reading may have taken it away: then the cheapest one stands for it. */
async function fareOf(
  entry: Entry,
  context: ListingsContext,
): Promise<Readonly<{ fare: Fare; currency: string; flight: Flight }>> {
  const flight = await flightOf(entry, context);
  const fare = flight.fares.find(({ id }) => id === entry.found.option.fare.id) ?? flight.fares[0];
  if (!fare) throw new Error(`The flight ${flight.id} has no fare.`);
  return { fare, currency: flight.currency, flight };
}

async function priceOf(entry: Entry, context: ListingsContext) {
  const { fare, currency } = await fareOf(entry, context);
  return flightPrice(fare, entry.party, currency);
}

async function offerOf(entry: Entry, context: ListingsContext) {
  const { flight, fare } = await fareOf(entry, context);
  const { adults, children } = entry.party;
  return (
    context.app.offerFor(flight, { kind: 'FLIGHT', listingId: flight.id, fareId: fare.id, adults, children }) ?? null
  );
}

export const FlightSearchConnection: FlightSearchConnectionResolvers = {
  facets: async ({ facetCounts }, _, { loaders }) => {
    const airlines = await loaders.airline.loadMany(facetCounts.carriers.map(({ value }) => value));
    const named = new Map(
      airlines.flatMap((airline) => (airline && 'code' in airline ? [[airline.code, airline.name]] : [])),
    );
    return {
      stops: toFacets(facetCounts.stops, (value) =>
        value === '0' ? 'Nonstop' : `${value} stop${value === '1' ? '' : 's'}`,
      ),
      carriers: toFacets(facetCounts.carriers, (code) => named.get(code) ?? code),
      cabins: toFacets(facetCounts.cabins),
      departureWindows: toFacets(facetCounts.departureWindows, inWords),
      price: toPriceFacet(facetCounts.price, facetCounts.currency),
    };
  },
};

export const FlightSearchEdge: FlightSearchEdgeResolvers = {
  node: (entry, _, context) => flightOf(entry, context),
  fare: (entry, _, context) => fareOf(entry, context),
  price: (entry, _, context) => priceOf(entry, context),
  total: ({ totalMinor, found }) => toMoney(totalMinor, found.candidate.currency),
  convertedTotal: ({ found, converter }) =>
    toConverted(found.option.comparableMinor, found.candidate.currency, converter),
  seatsLeft: ({ found }) => found.option.seatsLeft,
  offer: (entry, _, context) => offerOf(entry, context),
  returns: ({ waysBack }, { first }) => waysBack.slice(0, pageSize(first, 10)),
};

export const FlightReturn: FlightReturnResolvers = {
  flight: (entry, _, context) => flightOf(entry, context),
  fare: (entry, _, context) => fareOf(entry, context),
  price: (entry, _, context) => priceOf(entry, context),
  roundTripTotal: ({ roundTripMinor, currency }: FlightReturnEntry) => toMoney(roundTripMinor, currency),
  offer: (entry, _, context) => offerOf(entry, context),
};
