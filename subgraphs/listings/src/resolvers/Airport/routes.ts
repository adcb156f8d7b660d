import type { AirportResolvers } from '../../generated/resolvers-types.ts';
import { routePage } from '../route-page.ts';

export const routes: AirportResolvers['routes'] = ({ code }, { first, after }, context) =>
  routePage({ origin: code }, { first, after }, context);
