import { placeIdOf } from '../domain/places.ts';
import type { AirportResolvers } from '../generated/resolvers-types.ts';
import { pageSize, placeBehind, toConnection } from './list-page.ts';
import { toLocation } from './shapes.ts';

export const Airport: AirportResolvers = {
  __resolveReference: ({ code }, { loaders }) => loaders.airport.load(code),
  location: (airport) => toLocation(airport),
  async place({ code }, _, { loaders }) {
    const place = await loaders.place.load(placeIdOf('AIRPORT', code));
    if (!place) throw new Error(`The airport ${code} has no place.`);
    return place;
  },
  async routes({ code }, page, { reads }) {
    const first = pageSize(page.first);
    const [afterId] = placeBehind('routes', page) ?? [];
    const found = await reads.reference.routes({ origin: code, first: first + 1, ...(afterId ? { afterId } : {}) });
    return toConnection({
      name: 'routes',
      first,
      ...found,
      isContinued: afterId !== undefined,
      place: ({ id }) => [id],
    });
  },
};
