import { pageSize, type RowPlace } from '@meridian/platform/subgraph/pages';
import type { QueryResolvers } from '../../generated/resolvers-types.ts';
import type { AirlinePlace, ListedAirline } from '../../ports/reference-data.ts';
import { openList } from '../list-page.ts';

const placeIn = ({ place: { active, foldedName, sourceKey } }: ListedAirline): RowPlace => ({
  position: active ? 1 : 0,
  id: JSON.stringify([foldedName, sourceKey]),
});

function airlinePlace({ position, id }: RowPlace): AirlinePlace {
  const [foldedName, sourceKey] = JSON.parse(id) as readonly [string, string];
  return { active: position === 1, foldedName, sourceKey };
}

export const airlines: QueryResolvers['airlines'] = async (_parent, args, { listings, cursors }) => {
  const search = args.search ?? undefined;
  const list = openList(cursors, { name: 'airlines', of: { search } });
  const after = list.placeOf(args.after);
  const request = { search, first: pageSize(args.first), after: after && airlinePlace(after) };
  return list.toConnection(await listings.findAirlines(request), { after, placeIn });
};
