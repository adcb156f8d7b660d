import { pageSize } from '@meridian/platform/subgraph/pages';
import type { FindRoutesRequest } from '../application/find-routes.ts';
import type { ListingsContext } from './context.ts';
import { openList } from './list-page.ts';

/** A page of routes as the schema has it. A cursor belongs to one choice of routes, wherever it is asked for. */
export async function routePage(
  { origin, destination, carrier }: Pick<FindRoutesRequest, 'origin' | 'destination' | 'carrier'>,
  page: Readonly<{ first?: number | null | undefined; after?: string | null | undefined }>,
  { listings, cursors }: ListingsContext,
) {
  const list = openList(cursors, { name: 'routes', of: { origin, destination, carrier } });
  const after = list.placeOf(page.after);
  const request = { origin, destination, carrier, first: pageSize(page.first), afterId: after?.id };
  return list.toConnection(await listings.findRoutes(request), { after, placeIn: ({ id }) => ({ position: 0, id }) });
}
