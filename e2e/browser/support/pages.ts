import type { Page } from 'playwright-core';
import { createApi, textAt } from '../../support/api.ts';
import { inDays, route } from '../../support/inputs.ts';
import { flightOffer } from '../../support/offers.ts';
import { poisonLog } from '../../support/poison.ts';
import type { RunningServer } from '../../support/running-server.ts';
import { bookAsTraveler, holdAsTraveler } from './book.ts';
import { askForStay } from './stays.ts';

/** A page to be looked at. */
export type PageToSee = Readonly<{
  /** Also the name of its picture. */
  name: string;
  address: string;
  who: 'stranger' | 'traveler' | 'owner' | 'admin';
  /** What the window is called once it is there. */
  title: RegExp;
  /** Waits until its content is there. */
  isReady: (page: Page) => Promise<void>;
}>;

const heading = (name: string | RegExp) => (page: Page) => page.getByRole('heading', { name }).first().waitFor();
const firstRow = (page: Page) => page.getByRole('row').nth(1).waitFor();
const button = (name: RegExp) => (page: Page) => page.getByRole('button', { name }).first().waitFor();

/** A list of results, with the pictures of those that are on the screen. */
const results = async (page: Page) => {
  await page.getByRole('main').getByRole('listitem').first().waitFor();
  // Not waited for by asking again and again: the page's policy refuses what is evaluated in it.
  await page.evaluate(`Promise.all([...document.images]
    .filter(({ complete, loading }) => !complete && loading !== 'lazy')
    .map((image) => new Promise((done) => { image.onload = done; image.onerror = done; })))`);
};

const findDocument = `query ($flights: FlightSearchInput!, $stays: StaySearchInput!, $cars: CarSearchInput!) {
  from: places(search: "${route.origin}", first: 1) { id }
  to: places(search: "${route.destination}", first: 1) { id }
  searchFlights(input: $flights, first: 1) { edges { node { id offer { id } } } }
  searchStays(input: $stays, first: 1) { edges { node { id } } }
  searchCars(input: $cars, first: 1) { edges { node { id } } }
}`;

/** What of the small market the pages are about. Books a flight for the demo traveler, and holds another seat. */
async function findSubjects(address: string) {
  const found = await createApi(`${address}/graphql`).read(findDocument, {
    flights: { origin: route.origin, destination: route.destination, date: inDays(14), adults: 1 },
    stays: { place: route.destination },
    cars: { place: route.destination },
  });
  const first = (search: string) => textAt(found, search, 'edges', 0, 'node', 'id');
  const flight = first('searchFlights');
  return {
    from: textAt(found, 'from', 0, 'id'),
    to: textAt(found, 'to', 0, 'id'),
    flight,
    offer: textAt(found, 'searchFlights', 'edges', 0, 'node', 'offer', 'id'),
    stay: first('searchStays'),
    car: first('searchCars'),
    booking: (await bookAsTraveler(address, (api) => flightOffer(api, flight))).id,
    held: await holdAsTraveler(address, (api) => flightOffer(api, flight)),
  };
}

type Subjects = Awaited<ReturnType<typeof findSubjects>>;
type Row = readonly [name: string, address: string, isReady: PageToSee['isReady'], title: RegExp];

const visit = `checkIn=${inDays(20)}&checkOut=${inDays(23)}`;

const strangerPages = ({ from, to, flight, stay, car }: Subjects): readonly Row[] => [
  ['home', '/', heading('Where next?'), /^Meridian$/],
  [
    'flights',
    `/flights?from=${from}&to=${to}&date=${inDays(14)}`,
    results,
    /^Flights from .*JFK.* to .*LHR.* · Meridian$/,
  ],
  ['flight', `/flights/${flight}`, heading('Fares'), /^New York to London · Meridian$/],
  ['stays', `/stays?place=${to}&${visit}`, results, /^Stays in .*LHR.* · Meridian$/],
  ['stay', `/stays/${stay}?${visit}`, heading(/review/i), /^(?!Stay ).+ · Meridian$/],
  ['cars', `/cars?place=${to}`, results, /^Cars in .*LHR.* · Meridian$/],
  ['car', `/cars/${car}`, heading(/review/i), /^(?!Car ).+ · Meridian$/],
  ['deals', '/deals', results, /^Deals · Meridian$/],
  ['sign-in', '/sign-in', button(/^Sign in$/), /^Sign in · Meridian$/],
  ['sign-up', '/sign-up', button(/^Make an account$/), /^Make an account · Meridian$/],
  ['sign-in-first', '/trips', heading('Sign in to go on'), /^Sign in first · Meridian$/],
  ['account-deleted', '/account-deleted', heading('Your account is deleted'), /^Account deleted · Meridian$/],
  ['not-found', '/nowhere', heading('There is no such page'), /^There is no such page · Meridian$/],
];

const travelerPages = ({ booking, held, offer }: Subjects): readonly Row[] => [
  ['trips', '/trips', results, /^My trips · Meridian$/],
  ['trip', `/trips/${booking}`, button(/^Cancel booking$/), /^Trip MER-.* · Meridian$/],
  ['invoice', `/trips/${booking}/invoice`, heading(/^Invoice \d/), /^Invoice \d+ · Meridian$/],
  ['book', `/book?offers=${offer}`, heading('Who travels?'), /^Book · Meridian$/],
  ['pay', `/trips/${held}/pay`, button(/^Pay /), /^Pay for MER-.* · Meridian$/],
  ['watches', '/watches', heading('You watch no prices yet'), /^Watched prices · Meridian$/],
  ['account', '/account', button(/^Delete my account$/), /^Your account · Meridian$/],
];

const ownerPages: readonly Row[] = [
  ['admin-requests', '/admin/requests', button(/^Approve/), /^Requests · Meridian portal$/],
];

const adminPages = ({ booking, flight }: Subjects): readonly Row[] => [
  ['admin-dashboard', '/admin', heading(/revenue/i), /^Dashboard · Meridian portal$/],
  ['admin-listings', '/admin/listings', firstRow, /^Listings · Meridian portal$/],
  ['admin-listing', `/admin/listings/${flight}`, heading('Fares'), /^New York → London · Meridian portal$/],
  ['admin-bookings', '/admin/bookings', firstRow, /^Bookings · Meridian portal$/],
  ['admin-booking', `/admin/bookings/${booking}`, firstRow, /^MER-.* · Meridian portal$/],
  ['admin-payments', '/admin/payments', firstRow, /^Payments · Meridian portal$/],
  ['admin-users', '/admin/users', firstRow, /^Users · Meridian portal$/],
  ['admin-events', '/admin/events', heading(/events/i), /^Live events · Meridian portal$/],
  ['admin-operations', '/admin/operations', firstRow, /^Operations · Meridian portal$/],
  ['admin-outboxes', '/admin/operations?show=outboxes', firstRow, /^Operations · Meridian portal$/],
  ['admin-dead-letters', '/admin/operations?show=dead-letters', firstRow, /^Operations · Meridian portal$/],
  [
    'admin-dead-letter',
    '/admin/operations?show=dead-letters&letter=reviews.dlq/0@0',
    button(/^Put it back$/),
    /^Operations · Meridian portal$/,
  ],
];

/**
 * Every page of both apps. On the way the demo traveler books a flight, holds another seat and asks the demo owner for a stay, and
 * somebody gives an event up.
 */
export async function everyPage({ address, data }: RunningServer): Promise<readonly PageToSee[]> {
  await poisonLog(data, 'evt_seen');
  const subjects = await findSubjects(address);
  await askForStay(address);
  const toPages = (who: PageToSee['who'], rows: readonly Row[]) =>
    rows.map(([name, path, isReady, title]): PageToSee => ({ name, address: path, who, isReady, title }));
  return [
    ...toPages('stranger', strangerPages(subjects)),
    ...toPages('traveler', travelerPages(subjects)),
    ...toPages('owner', ownerPages),
    ...toPages('admin', adminPages(subjects)),
  ];
}
