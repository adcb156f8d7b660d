import type { CarSearchEntry } from '../application/search/search-cars.ts';
import { carPrice } from '../domain/car-price.ts';
import type { Car } from '../domain/listing.ts';
import type { CarSearchConnectionResolvers, CarSearchEdgeResolvers } from '../generated/resolvers-types.ts';
import type { ListingsContext } from './context.ts';
import { toConverted } from './converted.ts';
import { listingLoader } from './references.ts';
import { toFacets, toMoney, toPriceFacet } from './shapes.ts';

const load = listingLoader('CAR');

async function carOf({ found }: CarSearchEntry, context: ListingsContext): Promise<Car> {
  const car = await load({ id: found.candidate.id }, context);
  if (!car) throw new Error(`The car ${found.candidate.id} was found by search but is gone.`);
  return car;
}

export const CarSearchConnection: CarSearchConnectionResolvers = {
  facets: ({ facetCounts }) => ({
    classes: toFacets(facetCounts.classes),
    seats: toFacets(facetCounts.seats, (value) => `${value} and more`),
    transmissions: toFacets(facetCounts.transmissions),
    fuels: toFacets(facetCounts.fuels),
    price: toPriceFacet(facetCounts.price, facetCounts.currency),
  }),
};

export const CarSearchEdge: CarSearchEdgeResolvers = {
  node: (entry, _, context) => carOf(entry, context),
  price: ({ found }) => carPrice(found.candidate, found.option.days),
  total: ({ found }) => toMoney(found.option.totalMinor, found.candidate.currency),
  convertedTotal: ({ found, converter }) =>
    toConverted(found.option.comparableMinor, found.candidate.currency, converter),
  days: ({ found }) => found.option.days,
  async offer(entry, _, context) {
    const { pickUpAt, dropOffAt } = entry.request;
    if (pickUpAt === undefined || dropOffAt === undefined) return null;
    const car = await carOf(entry, context);
    return context.app.offerFor(car, { kind: 'CAR', listingId: car.id, pickUpAt, dropOffAt }) ?? null;
  },
};
