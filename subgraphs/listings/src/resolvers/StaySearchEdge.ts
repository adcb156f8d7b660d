import { stayPrice } from '../domain/stay-price.ts';
import type { StaySearchEdgeResolvers } from '../generated/resolvers-types.ts';
import { node } from './StaySearchEdge/node.ts';
import { offer } from './StaySearchEdge/offer.ts';
import { roomType } from './StaySearchEdge/roomType.ts';
import { toConverted, toMoney } from './shapes.ts';

/** A stay that was found. */
export const StaySearchEdge: StaySearchEdgeResolvers = {
  node,
  roomType,
  price: ({ found, criteria }) => stayPrice(found.candidate, found.option.nights, criteria.rooms),
  total: ({ found }) => toMoney(found.option.totalMinor, found.candidate.currency),
  convertedTotal: ({ found, converter }) =>
    toConverted(found.option.comparableMinor, found.candidate.currency, converter),
  nights: ({ found }) => found.option.nights.length,
  offer,
};
