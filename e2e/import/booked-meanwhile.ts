import { randomUUID } from 'node:crypto';
import { at, listAt, textAt } from '../support/api.ts';
import { flightInput, oneAdult } from '../support/inputs.ts';
import { awaitStock, flightOffer } from '../support/offers.ts';
import type { Person } from '../support/people.ts';

const publish = `mutation ($input: CreateFlightInput!) { createFlight(input: $input) { ... on Flight { id } ... on UserError { message } } }`;
const create = `mutation ($input: CreateBookingInput!) {
  createBooking(input: $input) { __typename ... on Booking { state } ... on UserError { message } } }`;
const left = 'query ($id: ID!) { flight(id: $id) { availability { capacity remaining } } }';

/** Publishes a flight. Answers its id when bookings has stock of it. */
export async function publishFlight(owner: Person, input: ReturnType<typeof flightInput>): Promise<string> {
  const id = textAt(await owner.api.read(publish, { input }), 'createFlight', 'id');
  await awaitStock(owner.api, id);
  return id;
}

/** Publishes a flight of so many seats. */
export const publishSeats = (owner: Person, seats: number): Promise<string> =>
  publishFlight(owner, flightInput({ seats }));

/** Books a seat, paid at once. Answers the booking's state, or the failure's type. */
export async function bookSeat(person: Person, flight: string): Promise<string> {
  const offers = [await flightOffer(person.api, flight)];
  const input = { offers, travelers: oneAdult, paymentToken: 'tok_visa', idempotencyKey: randomUUID() };
  const answer = at(await person.api.read(create, { input }), 'createBooking');
  const type = textAt(answer, '__typename');
  return type === 'Booking' ? textAt(answer, 'state') : type;
}

/** How many seats a flight has and how many are left, as bookings counts them. */
export async function seatsOf(person: Person, flight: string): Promise<unknown> {
  return listAt(await person.api.read(left, { id: flight }), 'flight', 'availability')[0];
}
