import { pageSize } from '@meridian/platform/subgraph/pages';
import type { FlightSearchEdgeResolvers } from '../generated/resolvers-types.ts';
import { fare } from './FlightSearchEdge/fare.ts';
import { node } from './FlightSearchEdge/node.ts';
import { offer } from './FlightSearchEdge/offer.ts';
import { price } from './FlightSearchEdge/price.ts';
import { toConverted, toMoney } from './shapes.ts';

/** A flight that was found. */
export const FlightSearchEdge: FlightSearchEdgeResolvers = {
  node,
  fare,
  price,
  total: ({ totalMinor, found }) => toMoney(totalMinor, found.candidate.currency),
  convertedTotal: ({ found, converter }) =>
    toConverted(found.option.comparableMinor, found.candidate.currency, converter),
  seatsLeft: ({ found }) => found.option.seatsLeft,
  offer,
  returns: ({ waysBack }, { first }) => waysBack.slice(0, pageSize(first, { usual: 3, most: 10 })),
};
