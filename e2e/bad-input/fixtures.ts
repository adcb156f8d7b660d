import { randomUUID } from 'node:crypto';
import { eventually } from '@meridian/demo/eventually';
import { type Api, at, type Node, textAt } from '../support/api.ts';
import { carInput, flightInput, oneAdult, stayInput } from '../support/inputs.ts';
import { awaitStock, flightOffer, stayOffer } from '../support/offers.ts';
import { type Person, signInAs, signUp } from '../support/people.ts';

type Input = Readonly<Record<string, unknown>>;

/** A listing as its owner sees it. */
export type Listed = Readonly<{ id: string; version: number }>;

/** What bad requests are aimed at: an owner's listings, a traveler's bookings and watches, and people to whom they are foreign. */
export type Fixtures = Readonly<{
  anonymous: Api;
  traveler: Person;
  stranger: Person;
  owner: Person;
  otherOwner: Person;
  admin: Person;
  flight: Listed;
  stay: Listed;
  car: Listed;
  heldId: string;
  confirmedId: string;
  usedKey: string;
  requestId: string;
  watchId: string;
  offers: Readonly<{ mine: string; foreign: string; ofGoneListing: string }>;
}>;

/** A key that nobody has used. */
export const key = () => ({ idempotencyKey: randomUUID() });

/** Runs a mutation that must succeed and answers the member. */
async function must(person: Person, field: string, input: Input): Promise<Node> {
  const type = `${field.replace(/^./, (first) => first.toUpperCase())}Input`;
  const document = `mutation ($input: ${type}!) { ${field}(input: $input) { __typename ${members[field] ?? ''} ... on UserError { message } } }`;
  const answer = at(await person.api.read(document, { input }), field) as Node;
  if (typeof answer.id !== 'string') throw new Error(`${field}: ${JSON.stringify(answer)}`);
  return answer;
}

const members: Readonly<Record<string, string>> = {
  createFlight: '... on Flight { id version }',
  createStay: '... on Stay { id version }',
  createCar: '... on Car { id version }',
  deleteListing: '... on ListingDeleted { id }',
  holdBooking: '... on Booking { id }',
  createBooking: '... on Booking { id reference }',
  createPriceWatch: '... on PriceWatch { id }',
};

const listed = (node: Node): Listed => ({ id: textAt(node, 'id'), version: Number(at(node, 'version')) });

/** @param address the server's root */
export async function openFixtures(address: string, anonymous: Api): Promise<Fixtures> {
  const [traveler, stranger] = [await signUp(address), await signUp(address)];
  const [owner, otherOwner] = [await signUp(address, 'OWNER'), await signUp(address, 'OWNER')];
  const admin = await signInAs(address, 'admin');
  const flight = listed(await must(owner, 'createFlight', flightInput({ seats: 9 })));
  const gone = listed(await must(owner, 'createFlight', flightInput({ seats: 9 })));
  const stay = listed(await must(owner, 'createStay', stayInput({ units: 5 })));
  const car = listed(await must(owner, 'createCar', carInput()));
  await Promise.all([flight, gone, stay].map(({ id }) => awaitStock(owner.api, id)));
  const ofGoneListing = await flightOffer(traveler.api, gone.id);
  await must(owner, 'deleteListing', { id: gone.id, expectedVersion: gone.version });
  const people = { anonymous, traveler, stranger, owner, otherOwner, admin };
  const booked = await bookingsOf({ traveler, owner }, { flight, stay });
  const mine = await flightOffer(traveler.api, flight.id);
  const offers = { mine, foreign: await flightOffer(stranger.api, flight.id), ofGoneListing };
  return { ...people, flight, stay, car, ...booked, offers };
}

type Bookings = Pick<Fixtures, 'heldId' | 'confirmedId' | 'usedKey' | 'requestId' | 'watchId'>;

async function bookingsOf(
  { traveler, owner }: Pick<Fixtures, 'traveler' | 'owner'>,
  { flight, stay }: Pick<Fixtures, 'flight' | 'stay'>,
): Promise<Bookings> {
  const travelers = oneAdult;
  const held = { offers: [await flightOffer(traveler.api, flight.id)], travelers, ...key() };
  const paid = { offers: [await flightOffer(traveler.api, flight.id)], travelers, paymentToken: 'tok_visa', ...key() };
  const asked = { offers: [await stayOffer(traveler.api, stay.id)], travelers, paymentToken: 'tok_visa', ...key() };
  const heldId = textAt(await must(traveler, 'holdBooking', held), 'id');
  const confirmedId = textAt(await must(traveler, 'createBooking', paid), 'id');
  await must(traveler, 'createBooking', asked);
  const requests = '{ approvalRequests(openOnly: true) { edges { node { id } } } }';
  const requestId = await eventually(async () =>
    textAt(await owner.api.read(requests), 'approvalRequests', 'edges', 0, 'node', 'id'),
  );
  const watch = { listingId: flight.id, threshold: { amount: '9.00', currency: 'USD' } };
  const watchId = textAt(await eventually(() => must(traveler, 'createPriceWatch', watch)), 'id');
  return { heldId, confirmedId, usedKey: paid.idempotencyKey, requestId, watchId };
}
