import { placeIdOf } from '../../domain/places.ts';
import type { AirportResolvers } from '../../generated/resolvers-types.ts';

export const place: AirportResolvers['place'] = async ({ code }, _args, { loaders }) => {
  const found = await loaders.place.load(placeIdOf('AIRPORT', code));
  if (!found) throw new Error(`The airport ${code} has no place.`);
  return found;
};
