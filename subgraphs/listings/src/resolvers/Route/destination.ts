import type { RouteResolvers } from '../../generated/resolvers-types.ts';
import { requireAirport } from '../loaded.ts';

export const destination: RouteResolvers['destination'] = ({ destination }, _args, context) =>
  requireAirport(destination, context);
