import type { Page } from 'playwright-core';
import { createApi, textAt } from '../../support/api.ts';
import { inDays, route } from '../../support/inputs.ts';
import { flightOffer } from '../../support/offers.ts';
import { bookAsTraveler } from './book.ts';

/** A page to be looked at. */
export type PageToSee = Readonly<{
  /** Also the name of its picture. */
  name: string;
  address: string;
  who: 'stranger' | 'traveler' | 'admin';
  /** Waits until its content is there. */
  isReady: (page: Page) => Promise<void>;
}>;

const heading = (name: string | RegExp) => (page: Page) => page.getByRole('heading', { name }).first().waitFor();
const firstRow = (page: Page) => page.getByRole('row').nth(1).waitFor();
const button = (name: RegExp) => (page: Page) => page.getByRole('button', { name }).first().waitFor();

/** A list of results, with the pictures of those that are on the screen. */
const results = async (page: Page) => {
  await page.getByRole('main').getByRole('listitem').first().waitFor();
  await page.waitForFunction('[...document.images].every(({ complete, loading }) => complete || loading === "lazy")');
};

const findDocument = `query ($flights: FlightSearchInput!, $stays: StaySearchInput!, $cars: CarSearchInput!) {
  from: places(search: "${route.origin}", first: 1) { id }
  to: places(search: "${route.destination}", first: 1) { id }
  searchFlights(input: $flights, first: 1) { edges { node { id } } }
  searchStays(input: $stays, first: 1) { edges { node { id } } }
  searchCars(input: $cars, first: 1) { edges { node { id } } }
}`;

/** What of the small market the pages are about. */
async function findSubjects(address: string) {
  const found = await createApi(`${address}/graphql`).read(findDocument, {
    flights: { origin: route.origin, destination: route.destination, date: inDays(14), adults: 1 },
    stays: { place: route.destination },
    cars: { place: route.destination },
  });
  const first = (search: string) => textAt(found, search, 'edges', 0, 'node', 'id');
  return {
    from: textAt(found, 'from', 0, 'id'),
    to: textAt(found, 'to', 0, 'id'),
    flight: first('searchFlights'),
    stay: first('searchStays'),
    car: first('searchCars'),
  };
}

/** Every page of both apps. Books a flight for the demo traveler on the way. */
export async function everyPage(address: string): Promise<readonly PageToSee[]> {
  const { from, to, flight, stay, car } = await findSubjects(address);
  const { id: booking } = await bookAsTraveler(address, (api) => flightOffer(api, flight));
  const visit = `checkIn=${inDays(20)}&checkOut=${inDays(23)}`;
  const stranger = [
    ['home', '/', heading('Where next?')],
    ['flights', `/flights?from=${from}&to=${to}&date=${inDays(14)}`, results],
    ['flight', `/flights/${flight}`, heading('Fares')],
    ['stays', `/stays?place=${to}&${visit}`, results],
    ['stay', `/stays/${stay}?${visit}`, heading(/review/i)],
    ['cars', `/cars?place=${to}`, results],
    ['car', `/cars/${car}`, heading(/review/i)],
    ['deals', '/deals', results],
    ['sign-in', '/sign-in', button(/^Sign in$/)],
    ['sign-up', '/sign-up', button(/^Make an account$/)],
    ['account-deleted', '/account-deleted', heading('Your account is deleted')],
    ['not-found', '/nowhere', heading('There is no such page')],
  ] as const;
  const traveler = [
    ['trips', '/trips', results],
    ['trip', `/trips/${booking}`, button(/^Cancel booking$/)],
    ['watches', '/watches', heading('You watch no prices yet')],
    ['account', '/account', button(/^Delete my account$/)],
  ] as const;
  const admin = [
    ['admin-dashboard', '/admin', heading(/revenue/i)],
    ['admin-listings', '/admin/listings', firstRow],
    ['admin-bookings', '/admin/bookings', firstRow],
    ['admin-booking', `/admin/bookings/${booking}`, firstRow],
    ['admin-payments', '/admin/payments', firstRow],
    ['admin-users', '/admin/users', firstRow],
    ['admin-events', '/admin/events', heading(/events/i)],
    ['admin-consumers', '/admin/consumers', firstRow],
  ] as const;
  const toPages = (who: PageToSee['who'], pages: typeof stranger | typeof traveler | typeof admin) =>
    pages.map(([name, path, isReady]): PageToSee => ({ name, address: path, who, isReady }));
  return [...toPages('stranger', stranger), ...toPages('traveler', traveler), ...toPages('admin', admin)];
}
