import type { FlightReturnResolvers } from '../../generated/resolvers-types.ts';
import { requireListing } from '../loaded.ts';

export const flight: FlightReturnResolvers['flight'] = ({ found }, _args, context) =>
  requireListing('FLIGHT', found.candidate.id, context);
