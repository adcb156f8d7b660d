import { carPrice } from '../domain/car-price.ts';
import type { CarSearchEdgeResolvers } from '../generated/resolvers-types.ts';
import { node } from './CarSearchEdge/node.ts';
import { offer } from './CarSearchEdge/offer.ts';
import { toConverted, toMoney } from './shapes.ts';

/** A car that was found. */
export const CarSearchEdge: CarSearchEdgeResolvers = {
  node,
  price: ({ found }) => carPrice(found.candidate, found.option.days),
  total: ({ found }) => toMoney(found.option.totalMinor, found.candidate.currency),
  convertedTotal: ({ found, converter }) =>
    toConverted(found.option.comparableMinor, found.candidate.currency, converter),
  days: ({ found }) => found.option.days,
  offer,
};
