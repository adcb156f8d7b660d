import { eventually } from '@meridian/demo/eventually';
import { at, type Node } from '../../support/api.ts';
import { fareInput, flightInput, oneAdult } from '../../support/inputs.ts';
import { awaitStock, flightOffer } from '../../support/offers.ts';
import { type Person, signInAgain } from '../../support/people.ts';
import type { Afterwards } from '../afterwards.ts';
import { idOf, type Stage } from '../stage.ts';
import { key } from './bookings.ts';

/** Offers are good for fifteen minutes, holds and access tokens for ten. */
const longEnoughInMs = 16 * 60_000;

/** What becomes of offers and holds when their time is over. */
export async function playLater(stage: Stage, afterwards: Afterwards): Promise<void> {
  const { expect, people, quote } = stage;
  const flight = await expect(people.owner.api, 'createFlight', { input: flightInput({ seats: 9 }), member: 'Flight' });
  await awaitStock(people.owner.api, idOf(flight));
  const { api } = people.traveler;
  const offers = [await flightOffer(api, idOf(flight))];
  const wish = { offers, travelers: oneAdult };
  const bookingId = idOf(await expect(api, 'holdBooking', { input: { ...wish, ...key() }, member: 'Booking' }));
  afterwards.advance(longEnoughInMs);
  const traveler = await signInAgain(stage.address, people.traveler);
  const owner = await signInAgain(stage.address, people.owner);
  const asTraveler = (field: string, input: Readonly<Record<string, unknown>>, member: string) =>
    expect(traveler.api, field, { input: { ...input, ...key() }, member });
  await asTraveler('payBooking', { bookingId, paymentToken: 'tok_visa' }, 'HoldExpired');
  await asTraveler('holdBooking', wish, 'OfferExpired');
  await asTraveler('createBooking', { ...wish, paymentToken: 'tok_visa' }, 'OfferExpired');
  await expectQuote('OfferExpired', () => quote(traveler.api, offers));
  await makeDearer(stage, owner, flight);
  await eventually(() => expectQuote('PriceChanged', () => quote(traveler.api, offers)));
}

async function expectQuote(member: string, ask: () => Promise<Node>): Promise<void> {
  const { __typename } = await ask();
  if (__typename !== member) throw new Error(`quote should have answered ${member}, not ${__typename}`);
}

async function makeDearer({ expect }: Stage, { api }: Person, flight: Node): Promise<void> {
  const fares = [fareInput({ seats: 9, price: '345.00' })];
  const input = { id: idOf(flight), expectedVersion: at(flight, 'version'), fares };
  await expect(api, 'updateFlight', { input, member: 'Flight' });
}
