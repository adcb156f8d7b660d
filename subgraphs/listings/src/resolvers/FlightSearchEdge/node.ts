import type { FlightSearchEdgeResolvers } from '../../generated/resolvers-types.ts';
import { requireListing } from '../loaded.ts';

export const node: FlightSearchEdgeResolvers['node'] = ({ found }, _args, context) =>
  requireListing('FLIGHT', found.candidate.id, context);
