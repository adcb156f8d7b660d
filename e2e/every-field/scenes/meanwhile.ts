import { createApi, textAt } from '../../support/api.ts';
import { flightInput, oneAdult, stayInput } from '../../support/inputs.ts';
import { awaitStock, flightOffer } from '../../support/offers.ts';
import type { Person } from '../../support/people.ts';
import type { Afterwards } from '../afterwards.ts';
import { idOf, type Stage } from '../stage.ts';
import { key } from './bookings.ts';
import { request, requestIds } from './requests.ts';

type Input = Readonly<Record<string, unknown>>;
/** Does something once, and finds it under way when it asks again. */
type AskTwice = (person: Person, field: string, wish: Readonly<{ input: Input; member: string }>) => Promise<string>;

/**
 * What another process would be in the middle of. On SQLite these operations are one transaction, so a row of one that has not
 * ended is written here by taking away its answer.
 */
export async function playMeanwhile(stage: Stage, afterwards: Afterwards): Promise<void> {
  const askTwice: AskTwice = async (person, field, { input, member }) => {
    const idempotent = { ...input, ...key() };
    const answer = await stage.expect(person.api, field, { input: idempotent, member });
    const lease = new Date(afterwards.now() + 60_000).toISOString();
    const unfinish = 'UPDATE operation SET answer = NULL, lease_until = ? WHERE idempotency_key = ?';
    const rows = await afterwards.change('bookings', unfinish, [lease, idempotent.idempotencyKey]);
    if (rows !== 1) throw new Error(`${field} has left ${rows} records of its key.`);
    await stage.expect(person.api, field, { input: idempotent, member: 'IdempotencyInProgress' });
    return idOf(answer);
  };
  await playTrip(stage, askTwice);
  await playAnswer(stage, askTwice);
}

async function playTrip({ expect, people }: Stage, askTwice: AskTwice): Promise<void> {
  const { traveler, owner } = people;
  const flight = await expect(owner.api, 'createFlight', { input: flightInput({ seats: 9 }), member: 'Flight' });
  await awaitStock(owner.api, idOf(flight));
  const wish = async () => ({ offers: [await flightOffer(traveler.api, idOf(flight))], travelers: oneAdult });
  const bookingId = await askTwice(traveler, 'holdBooking', { input: await wish(), member: 'Booking' });
  await askTwice(traveler, 'releaseHold', { input: { bookingId }, member: 'Booking' });
  const booked = { ...(await wish()), paymentToken: 'tok_visa', ...key() };
  const trip = idOf(await expect(traveler.api, 'createBooking', { input: booked, member: 'Booking' }));
  const quoted = { input: { bookingId: trip }, member: 'CancellationQuote' };
  const cancellationQuoteId = textAt(await expect(traveler.api, 'quoteCancellation', quoted), 'id');
  await askTwice(traveler, 'cancelBooking', { input: { bookingId: trip, cancellationQuoteId }, member: 'Booking' });
}

async function playAnswer(stage: Stage, askTwice: AskTwice): Promise<void> {
  const { owner } = stage.people;
  const stay = await stage.expect(owner.api, 'createStay', { input: stayInput({ units: 5 }), member: 'Stay' });
  await awaitStock(owner.api, idOf(stay));
  const [requestId] = await requestIds(stage, [await request(stage, stay)]);
  await askTwice(owner, 'approveRequest', { input: { requestId }, member: 'ApprovalRequest' });
}

/** So many have signed up from this address within the hour that nobody else may. */
export async function playCrowd({ expect, address }: Stage, afterwards: Afterwards): Promise<void> {
  await afterwards.change('users', 'UPDATE attempts SET taken = 1000000');
  const input = { email: 'late@meridian.example', password: 'a-harbour-at-night', displayName: 'Too Late' };
  await expect(createApi(`${address}/graphql`), 'signUp', { input, member: 'TooManyAttempts' });
}
