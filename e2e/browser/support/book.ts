import { randomUUID } from 'node:crypto';
import { textAt } from '../../support/api.ts';
import { oneAdult } from '../../support/inputs.ts';
import { signInAs } from '../../support/people.ts';

const bookDocument = `mutation ($input: CreateBookingInput!) {
  createBooking(input: $input) { __typename ... on Booking { id reference payment { id } } ... on UserError { message } } }`;

const holdDocument = `mutation ($input: HoldBookingInput!) {
  holdBooking(input: $input) { __typename ... on Booking { id } ... on UserError { message } } }`;

/** What somebody has booked. */
export type Booked = Readonly<{ id: string; reference: string; paymentId: string; travelerId: string }>;

type OfferOf = (api: Awaited<ReturnType<typeof signInAs>>['api']) => Promise<string>;

/** Books what `offerOf` asks an offer for, as the demo traveler and without a page. */
export async function bookAsTraveler(address: string, offerOf: OfferOf): Promise<Booked> {
  const { api, userId } = await signInAs(address, 'traveler');
  const offers = [await offerOf(api)];
  const input = { offers, travelers: oneAdult, paymentToken: 'tok_visa', idempotencyKey: randomUUID() };
  const { createBooking } = await api.read(bookDocument, { input });
  return {
    id: textAt(createBooking, 'id'),
    reference: textAt(createBooking, 'reference'),
    paymentId: textAt(createBooking, 'payment', 'id'),
    travelerId: userId,
  };
}

/** Holds what `offerOf` asks an offer for, as the demo traveler and without a page. @returns the booking's id */
export async function holdAsTraveler(address: string, offerOf: OfferOf): Promise<string> {
  const { api } = await signInAs(address, 'traveler');
  const input = { offers: [await offerOf(api)], travelers: oneAdult, idempotencyKey: randomUUID() };
  return textAt(await api.read(holdDocument, { input }), 'holdBooking', 'id');
}
