import { PageFailure } from '@meridian/ui/feedback/page-failure.tsx';
import { parseSearchTexts, printSearchTexts } from '@meridian/ui/routing/search-texts';
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
  type SearchSchemaInput,
  stripSearchParams,
} from '@tanstack/react-router';
import { type BookingsSearch, bookingsSearch } from '../features/bookings/bookings-search.ts';
import { type EventsSearch, eventsSearch } from '../features/events/events-search.ts';
import { type ListingsSearch, listingsSearch } from '../features/listings/listings-search.ts';
import { type OperationsSearch, operationsSearch } from '../features/operations/operations-search.ts';
import { type PaymentsSearch, paymentsSearch } from '../features/payments/payments-search.ts';
import { type RequestsSearch, requestsSearch } from '../features/requests/requests-search.ts';
import { type UsersSearch, usersSearch } from '../features/users/users-search.ts';
import { NotFoundPage } from './not-found-page.tsx';
import { Shell } from './shell.tsx';

/** An address may leave out whatever it likes; what is left out, or makes no sense, gets its default. */
type Loose<Search> = Partial<Search> & SearchSchemaInput;

const rootRoute = createRootRoute({ component: Shell, notFoundComponent: NotFoundPage });

const dashboardRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  component: lazyRouteComponent(() => import('../features/dashboard/dashboard-page.tsx'), 'DashboardPage'),
});

const requestsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/requests',
  validateSearch: (search: Loose<RequestsSearch>) => requestsSearch.parse(search),
  search: { middlewares: [stripSearchParams(requestsSearch.parse({}))] },
  component: lazyRouteComponent(() => import('../features/requests/requests-page.tsx'), 'RequestsPage'),
});

const listingsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/listings',
  validateSearch: (search: Loose<ListingsSearch>) => listingsSearch.parse(search),
  search: { middlewares: [stripSearchParams(listingsSearch.parse({}))] },
  component: lazyRouteComponent(() => import('../features/listings/listings-page.tsx'), 'ListingsPage'),
});

const listingRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/listings/$id',
  component: lazyRouteComponent(() => import('../features/listings/listing-page.tsx'), 'ListingPage'),
});

const bookingsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/bookings',
  validateSearch: (search: Loose<BookingsSearch>) => bookingsSearch.parse(search),
  search: { middlewares: [stripSearchParams(bookingsSearch.parse({}))] },
  component: lazyRouteComponent(() => import('../features/bookings/bookings-page.tsx'), 'BookingsPage'),
});

const bookingRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/bookings/$id',
  component: lazyRouteComponent(() => import('../features/bookings/booking-page.tsx'), 'BookingPage'),
});

const paymentsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/payments',
  validateSearch: (search: Loose<PaymentsSearch>) => paymentsSearch.parse(search),
  search: { middlewares: [stripSearchParams(paymentsSearch.parse({}))] },
  component: lazyRouteComponent(() => import('../features/payments/payments-page.tsx'), 'PaymentsPage'),
});

const usersRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/users',
  validateSearch: (search: Loose<UsersSearch>) => usersSearch.parse(search),
  search: { middlewares: [stripSearchParams(usersSearch.parse({}))] },
  component: lazyRouteComponent(() => import('../features/users/users-page.tsx'), 'UsersPage'),
});

const eventsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/events',
  validateSearch: (search: Loose<EventsSearch>) => eventsSearch.parse(search),
  search: { middlewares: [stripSearchParams(eventsSearch.parse({}))] },
  component: lazyRouteComponent(() => import('../features/events/events-page.tsx'), 'EventsPage'),
});

const operationsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/operations',
  validateSearch: (search: Loose<OperationsSearch>) => operationsSearch.parse(search),
  search: { middlewares: [stripSearchParams(operationsSearch.parse({}))] },
  component: lazyRouteComponent(() => import('../features/operations/operations-page.tsx'), 'OperationsPage'),
});

/** Where the operations page began, as somebody may have kept it. */
const consumersRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/consumers',
  beforeLoad: () => {
    throw redirect({ to: '/operations', replace: true });
  },
});

const routeTree = rootRoute.addChildren([
  dashboardRoute,
  requestsRoute,
  listingsRoute,
  listingRoute,
  bookingsRoute,
  bookingRoute,
  paymentsRoute,
  usersRoute,
  eventsRoute,
  operationsRoute,
  consumersRoute,
]);

/** The portal's addresses, below `/admin`. Every link is checked against them by the compiler. */
export const createAppRouter = () =>
  createRouter({
    routeTree,
    basepath: '/admin',
    parseSearch: parseSearchTexts,
    stringifySearch: printSearchTexts,
    defaultErrorComponent: PageFailure,
  });

export type AppRouter = ReturnType<typeof createAppRouter>;

declare module '@tanstack/react-router' {
  interface Register {
    router: AppRouter;
  }
}
