import type { Page } from '../ports/page.ts';
import type { ReferenceData, Route, RouteQuery } from '../ports/reference-data.ts';

/** Which routes. `first` is between 1 and 100; `afterId` is the last one of the page before. */
export type FindRoutesRequest = RouteQuery;

/** Routes between airports, in a fixed order. */
export const createFindRoutes =
  ({ reference }: Readonly<{ reference: Pick<ReferenceData, 'routes'> }>) =>
  (request: FindRoutesRequest): Promise<Page<Route>> =>
    reference.routes(request);
