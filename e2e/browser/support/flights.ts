import type { Page } from 'playwright-core';
import { type Node, textAt } from '../../support/api.ts';
import { flightInput, inDays, route } from '../../support/inputs.ts';
import { awaitStock } from '../../support/offers.ts';
import { type Person, signInAs } from '../../support/people.ts';
import { choosePlace } from './search-form.ts';

/** A flight that the demo owner has put on sale for a test. */
export type OwnFlight = Readonly<{ id: string; owner: Person; setPrice(price: string): Promise<void> }>;

const createDocument = `mutation ($input: CreateFlightInput!) {
  createFlight(input: $input) { __typename ... on Flight { id version } ... on UserError { message } } }`;
const updateDocument = `mutation ($input: UpdateFlightInput!) {
  updateFlight(input: $input) { __typename ... on Flight { id version } ... on UserError { message } } }`;

/** Puts a flight on sale as the demo owner, at 300 dollars and 25 of taxes and fees, and waits until it can be booked. */
export async function sellFlight(address: string, seats: number): Promise<OwnFlight> {
  const owner = await signInAs(address, 'owner');
  const input = flightInput({ seats, days: 20 });
  const { createFlight } = await owner.api.read(createDocument, { input });
  const id = textAt(createFlight, 'id');
  await awaitStock(owner.api, id);
  let version = (createFlight as Node).version;
  const setPrice = async (price: string) => {
    const fares = input.fares.map((fare) => ({ ...fare, price }));
    const { updateFlight } = await owner.api.read(updateDocument, { input: { id, expectedVersion: version, fares } });
    if ((updateFlight as Node).__typename !== 'Flight') throw new Error(JSON.stringify(updateFlight));
    version = (updateFlight as Node).version;
  };
  return { id, owner, setPrice };
}

/** From the home page to the flights between two cities, by mouse. */
export async function findFlights(
  page: Page,
  wish: Readonly<{ return?: string; adults?: string }> = {},
): Promise<void> {
  await page.goto('/');
  await choosePlace(page, 'From', route.origin);
  await choosePlace(page, 'To', route.destination);
  await page.getByLabel('Depart').fill(inDays(14));
  if (wish.return !== undefined) await page.getByLabel('Return').fill(wish.return);
  if (wish.adults !== undefined) await page.getByLabel('Adults').selectOption(wish.adults);
  await page.getByRole('button', { name: 'Search flights' }).click();
  // The page before has a list of its own, and stays until the next one is there.
  await page.getByRole('heading', { name: 'Flights', level: 1 }).waitFor();
}

/** From the home page to the fares of the cheapest flight between two cities, by mouse. */
export async function findFlight(page: Page): Promise<void> {
  await findFlights(page);
  await page.getByRole('main').getByRole('listitem').getByRole('link').first().click();
  await page.getByRole('heading', { name: 'Fares' }).waitFor();
}

/** From a flight's page to the form for the travelers. */
export async function beginBooking(page: Page, flightId: string): Promise<void> {
  await page.goto(`/flights/${flightId}`);
  await page
    .getByRole('button', { name: /^Book / })
    .first()
    .click();
  await page.getByLabel('Given name').fill('Ada');
  await page.getByLabel('Family name').fill('Lovelace');
}

/** Sends the travelers; what comes of it is the test's to see. */
export const sendTravelers = (page: Page): Promise<void> =>
  page.getByRole('button', { name: 'Hold and go on' }).click();

/** Holds a seat: the payment is next. */
export async function holdSeat(page: Page, flightId: string): Promise<void> {
  await beginBooking(page, flightId);
  await sendTravelers(page);
  await page.getByRole('timer').waitFor();
}

/** Pays for what is held with one of the sandbox's cards; what comes of it is the test's to see. */
export async function payWith(page: Page, card: RegExp): Promise<void> {
  await page.getByLabel('Card').click();
  await page.getByRole('option', { name: card }).click();
  await page.getByRole('button', { name: /^Pay / }).click();
}

/** How many bookings the page of trips shows, once there is one. */
export async function countTrips(page: Page): Promise<number> {
  await page.goto('/trips');
  const trips = page.getByRole('main').getByRole('listitem');
  await trips.first().waitFor();
  return trips.count();
}

/** Watches a flight, on its page, for anything at or below 300 dollars, and waits until the bell listens. */
export async function watchFlight(page: Page, flightId: string): Promise<void> {
  await page.goto(`/flights/${flightId}`);
  await page.getByRole('button', { name: 'Watch this price' }).click();
  await page.getByLabel('Tell me at or below (USD)').fill('300');
  await page.getByRole('button', { name: 'Watch', exact: true }).click();
  await page.getByText('You hear of it the moment it falls.').waitFor();
  await page.getByRole('button', { name: 'Alerts, none unread' }).waitFor();
}
