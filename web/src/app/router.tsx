import type { ApolloClient } from '@apollo/client';
import { nextTask } from '@meridian/ui/page/next-task';
import { parseSearchTexts, printSearchTexts } from '@meridian/ui/routing/search-texts';
import type { Session } from '@meridian/ui/session/session';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  type RouterHistory,
  type SearchSchemaInput,
  stripSearchParams,
} from '@tanstack/react-router';
import { type AccountSearch, accountSearch } from '../features/account/account-search.ts';
import { type BookSearch, bookSearch } from '../features/booking/book-search.ts';
import { type PaySearch, paySearch } from '../features/booking/pay-search.ts';
import { type CarsSearch, carsSearch, type Hire, hireSearch } from '../features/cars/cars-search.ts';
import { loadCar } from '../features/cars/load-car.ts';
import { loadCars } from '../features/cars/load-cars.ts';
import { type DealsSearch, dealsSearch } from '../features/deals/deals-search.ts';
import { loadDeals } from '../features/deals/load-deals.ts';
import { type FlightSearch, flightSearch } from '../features/flights/flight-search.ts';
import { type FlightsSearch, flightsSearch } from '../features/flights/flights-search.ts';
import { loadFlight } from '../features/flights/load-flight.ts';
import { loadFlights } from '../features/flights/load-flights.ts';
import { loadStay } from '../features/stays/load-stay.ts';
import { loadStays } from '../features/stays/load-stays.ts';
import { type StaysSearch, staysSearch, type Visit, visitSearch } from '../features/stays/stays-search.ts';
import { type TripSearch, tripSearch } from '../features/trips/trip-search.ts';

/** An address may leave out whatever it likes; what is left out, or makes no sense, gets its default. */
type Loose<Search> = Partial<Search> & SearchSchemaInput;

/** What loaders need. A loader begins a request while the page's own code is still on its way. */
export type RouterContext = Readonly<{ client: ApolloClient; session: Session }>;

const rootRoute = createRootRouteWithContext<RouterContext>()({
  component: lazyRouteComponent(() => import('./shell.tsx'), 'Shell'),
  // To find an address and to ask for its content are two tasks: the browser answers its user in between.
  beforeLoad: nextTask,
});

const homeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  component: lazyRouteComponent(() => import('../features/home/home-page.tsx'), 'HomePage'),
});

const flightsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/flights',
  validateSearch: (search: Loose<FlightsSearch>) => flightsSearch.parse(search),
  search: { middlewares: [stripSearchParams(flightsSearch.parse({}))] },
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => loadFlights(context.client, deps),
  component: lazyRouteComponent(() => import('../features/flights/flights-page.tsx'), 'FlightsPage'),
});

const flightRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/flights/$id',
  validateSearch: (search: Loose<FlightSearch>) => flightSearch.parse(search),
  search: { middlewares: [stripSearchParams(flightSearch.parse({}))] },
  loaderDeps: ({ search }) => search,
  loader: ({ context, params, deps }) =>
    loadFlight(context.client, {
      id: params.id,
      search: deps,
    }),
  component: lazyRouteComponent(() => import('../features/flights/flight-page.tsx'), 'FlightPage'),
});

const staysRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/stays',
  validateSearch: (search: Loose<StaysSearch>) => staysSearch.parse(search),
  search: { middlewares: [stripSearchParams(staysSearch.parse({}))] },
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => loadStays(context.client, deps),
  component: lazyRouteComponent(() => import('../features/stays/stays-page.tsx'), 'StaysPage'),
});

const stayRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/stays/$id',
  validateSearch: (search: Loose<Visit>) => visitSearch.parse(search),
  search: { middlewares: [stripSearchParams(visitSearch.parse({}))] },
  loaderDeps: ({ search }) => search,
  loader: ({ context, params, deps }) =>
    loadStay(context.client, {
      id: params.id,
      visit: deps,
    }),
  component: lazyRouteComponent(() => import('../features/stays/stay-page.tsx'), 'StayPage'),
});

const carsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/cars',
  validateSearch: (search: Loose<CarsSearch>) => carsSearch.parse(search),
  search: { middlewares: [stripSearchParams(carsSearch.parse({}))] },
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => loadCars(context.client, deps),
  component: lazyRouteComponent(() => import('../features/cars/cars-page.tsx'), 'CarsPage'),
});

const carRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/cars/$id',
  validateSearch: (search: Loose<Hire>) => hireSearch.parse(search),
  search: { middlewares: [stripSearchParams(hireSearch.parse({}))] },
  loaderDeps: ({ search }) => search,
  loader: ({ context, params, deps }) => loadCar(context.client, { id: params.id, hire: deps }),
  component: lazyRouteComponent(() => import('../features/cars/car-page.tsx'), 'CarPage'),
});

const dealsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/deals',
  validateSearch: (search: Loose<DealsSearch>) => dealsSearch.parse(search),
  search: { middlewares: [stripSearchParams(dealsSearch.parse({}))] },
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => loadDeals(context.client, deps),
  component: lazyRouteComponent(() => import('../features/deals/deals-page.tsx'), 'DealsPage'),
});

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: (search: Loose<AccountSearch>) => accountSearch.parse(search),
  component: lazyRouteComponent(() => import('../features/account/sign-in-page.tsx'), 'SignInPage'),
});

const signUpRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-up',
  validateSearch: (search: Loose<AccountSearch>) => accountSearch.parse(search),
  component: lazyRouteComponent(() => import('../features/account/sign-up-page.tsx'), 'SignUpPage'),
});

const accountDeletedRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/account-deleted',
  component: lazyRouteComponent(() => import('../features/account/account-deleted-page.tsx'), 'AccountDeletedPage'),
});

/** Pages about the caller. A stranger is asked to sign in, and comes back. */
const ownRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'own',
  component: lazyRouteComponent(() => import('../features/account/signed-in-only.tsx'), 'SignedInOnly'),
});

const bookRoute = createRoute({
  getParentRoute: () => ownRoute,
  path: '/book',
  validateSearch: (search: Loose<BookSearch>) => bookSearch.parse(search),
  search: { middlewares: [stripSearchParams(bookSearch.parse({}))] },
  component: lazyRouteComponent(() => import('../features/booking/book-page.tsx'), 'BookPage'),
});

const tripsRoute = createRoute({
  getParentRoute: () => ownRoute,
  path: '/trips',
  component: lazyRouteComponent(() => import('../features/trips/trips-page.tsx'), 'TripsPage'),
});

const tripRoute = createRoute({
  getParentRoute: () => ownRoute,
  path: '/trips/$id',
  validateSearch: (search: Loose<TripSearch>) => tripSearch.parse(search),
  component: lazyRouteComponent(() => import('../features/trips/trip-page.tsx'), 'TripPage'),
});

const watchesRoute = createRoute({
  getParentRoute: () => ownRoute,
  path: '/watches',
  component: lazyRouteComponent(() => import('../features/watches/watches-page.tsx'), 'WatchesPage'),
});

const accountRoute = createRoute({
  getParentRoute: () => ownRoute,
  path: '/account',
  component: lazyRouteComponent(() => import('../features/account/account-page.tsx'), 'AccountPage'),
});

const payRoute = createRoute({
  getParentRoute: () => ownRoute,
  path: '/trips/$id/pay',
  validateSearch: (search: Loose<PaySearch>) => paySearch.parse(search),
  component: lazyRouteComponent(() => import('../features/booking/pay-page.tsx'), 'PayPage'),
});

const invoiceRoute = createRoute({
  getParentRoute: () => ownRoute,
  path: '/trips/$id/invoice',
  component: lazyRouteComponent(() => import('../features/trips/invoice-page.tsx'), 'InvoicePage'),
});

const routeTree = rootRoute.addChildren([
  homeRoute,
  flightsRoute,
  flightRoute,
  staysRoute,
  stayRoute,
  carsRoute,
  carRoute,
  dealsRoute,
  signInRoute,
  signUpRoute,
  accountDeletedRoute,
  ownRoute.addChildren([bookRoute, tripsRoute, tripRoute, payRoute, invoiceRoute, watchesRoute, accountRoute]),
]);

/**
 * The app's addresses. Every link is checked against them by the compiler. Nothing that draws is imported here: `main.ts` loads an address
 * before that has arrived. `history` is the browser's unless given.
 */
export const createAppRouter = ({ client, session }: RouterContext, history?: RouterHistory) =>
  createRouter({
    routeTree,
    context: { client, session },
    history,
    parseSearch: parseSearchTexts,
    stringifySearch: printSearchTexts,
    defaultPreload: 'intent',
    // Restoring needs an inline script where a page is drawn without a browser, and there is nothing to restore.
    scrollRestoration: history === undefined,
  });

export type AppRouter = ReturnType<typeof createAppRouter>;

declare module '@tanstack/react-router' {
  interface Register {
    router: AppRouter;
  }
}
