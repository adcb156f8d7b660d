import type { StaySearchEntry } from '../application/search/search-stays.ts';
import type { Stay } from '../domain/listing.ts';
import { stayPrice } from '../domain/stay-price.ts';
import type { StaySearchConnectionResolvers, StaySearchEdgeResolvers } from '../generated/resolvers-types.ts';
import type { ListingsContext } from './context.ts';
import { toConverted } from './converted.ts';
import { listingLoader } from './references.ts';
import { toFacets, toMoney, toPriceFacet } from './shapes.ts';

const load = listingLoader('STAY');

async function stayOf({ found }: StaySearchEntry, context: ListingsContext): Promise<Stay> {
  const stay = await load({ id: found.candidate.id }, context);
  if (!stay) throw new Error(`The stay ${found.candidate.id} was found by search but is gone.`);
  return stay;
}

export const StaySearchConnection: StaySearchConnectionResolvers = {
  facets: ({ facetCounts }) => ({
    types: toFacets(facetCounts.types),
    amenities: toFacets(facetCounts.amenities),
    areas: toFacets(facetCounts.areas),
    ratings: toFacets(facetCounts.ratings, (value) => `${value} and more`),
    freeCancellation: toFacets(facetCounts.freeCancellation, (value) =>
      value === 'true' ? 'Free cancellation' : 'Other terms',
    ),
    price: toPriceFacet(facetCounts.price, facetCounts.currency),
  }),
};

export const StaySearchEdge: StaySearchEdgeResolvers = {
  node: (entry, _, context) => stayOf(entry, context),
  async roomType(entry, _, context) {
    const stay = await stayOf(entry, context);
    const room = stay.roomTypes.find(({ key }) => key === entry.found.option.room.roomKey) ?? stay.roomTypes[0];
    if (!room) throw new Error(`The stay ${stay.id} has no room type.`);
    return { room, stay };
  },
  price: ({ found, request }) => stayPrice(found.candidate, found.option.nights, request.rooms),
  total: ({ found }) => toMoney(found.option.totalMinor, found.candidate.currency),
  convertedTotal: ({ found, converter }) =>
    toConverted(found.option.comparableMinor, found.candidate.currency, converter),
  nights: ({ found }) => found.option.nights.length,
  async offer(entry, _, context) {
    const { checkIn, checkOut, guests, rooms } = entry.request;
    if (checkIn === undefined || checkOut === undefined) return null;
    const stay = await stayOf(entry, context);
    const { roomKey } = entry.found.option.room;
    return (
      context.app.offerFor(stay, { kind: 'STAY', listingId: stay.id, roomKey, checkIn, checkOut, guests, rooms }) ??
      null
    );
  },
};
