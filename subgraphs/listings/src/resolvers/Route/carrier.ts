import type { RouteResolvers } from '../../generated/resolvers-types.ts';
import { loadCarrier } from '../loaded.ts';

export const carrier: RouteResolvers['carrier'] = ({ airline }, _args, context) => loadCarrier(airline, null, context);
