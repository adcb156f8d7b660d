import type { RouteResolvers } from '../../generated/resolvers-types.ts';
import { requireAirport } from '../loaded.ts';

export const origin: RouteResolvers['origin'] = ({ origin }, _args, context) => requireAirport(origin, context);
