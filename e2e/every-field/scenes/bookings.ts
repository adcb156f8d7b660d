import { randomUUID } from 'node:crypto';
import { type Node, textAt } from '../../support/api.ts';
import { flightInput, oneAdult } from '../../support/inputs.ts';
import { awaitStock, flightOffer } from '../../support/offers.ts';
import { type Person, signUp } from '../../support/people.ts';
import { idOf, type Stage } from '../stage.ts';

type Input = Readonly<Record<string, unknown>>;
type Act = (person: Person, field: string, wish: Readonly<{ input: Input; member: string }>) => Promise<Node>;

/** Enough for what fails by chance, few enough for what does not work. */
const mostAttempts = 100;

/** However often each of three scenes has to try, and the others a little, the seats suffice. */
const enoughSeats = 4 * mostAttempts;

/** How many bookings an account may hold at once. */
const mostHolds = 10;

/** A key that nobody has used. */
export const key = () => ({ idempotencyKey: randomUUID() });

/** What the scenes of bookings are played with. */
type Props = Readonly<{ stage: Stage; act: Act; flightId: string; lastSeatId: string }>;

/** Everything that can become of holding, paying, releasing and cancelling. */
export async function playBookings(stage: Stage): Promise<void> {
  const act: Act = (person, field, wish) => stage.expect(person.api, field, wish);
  const publish = async (seats: number) => {
    const input = flightInput({ seats });
    const flight = await act(stage.people.owner, 'createFlight', { input, member: 'Flight' });
    await awaitStock(stage.people.owner.api, idOf(flight));
    return idOf(flight);
  };
  const props: Props = { stage, act, flightId: await publish(enoughSeats), lastSeatId: await publish(1) };
  await playHolding(props);
  await playSoldOut(props);
  await playDeclined(props);
  await playUnknown(props);
  await playTwiceAtOnce(props);
  await playReleasing(props);
  await playCancelling(props);
  await playTooManyHolds({ ...props, flightId: await publish(mostHolds) });
}

const hold = async ({ act, stage, flightId }: Props, person = stage.people.traveler): Promise<string> => {
  const input = { offers: [await flightOffer(person.api, flightId)], travelers: oneAdult, ...key() };
  return idOf(await act(person, 'holdBooking', { input, member: 'Booking' }));
};

async function playHolding({ act, stage, flightId }: Props): Promise<void> {
  const { traveler, rival } = stage.people;
  const offers = [await flightOffer(traveler.api, flightId)];
  const input = { offers, travelers: oneAdult, contactEmail: 'trips@meridian.example', ...key() };
  await act(traveler, 'holdBooking', { input, member: 'Booking' });
  const other = { ...input, travelers: [...oneAdult].map((adult) => ({ ...adult, givenName: 'Ada' })) };
  await act(traveler, 'holdBooking', { input: other, member: 'IdempotencyKeyReused' });
  await act(traveler, 'holdBooking', { input: { ...input, ...key(), travelers: [] }, member: 'ValidationFailed' });
  await act(rival, 'holdBooking', { input: { ...input, ...key() }, member: 'OfferInvalid' });
  const booked = { ...input, paymentToken: 'tok_visa', ...key() };
  const fresh = { ...booked, offers: [await flightOffer(traveler.api, flightId)] };
  await act(traveler, 'createBooking', { input: fresh, member: 'Booking' });
  const reused = { ...fresh, paymentToken: 'tok_amex' };
  await act(traveler, 'createBooking', { input: reused, member: 'IdempotencyKeyReused' });
  await act(traveler, 'createBooking', { input: { ...booked, offers: [] }, member: 'ValidationFailed' });
  await act(rival, 'createBooking', { input: booked, member: 'OfferInvalid' });
}

async function playSoldOut({ act, stage, flightId, lastSeatId }: Props): Promise<void> {
  const { traveler, rival } = stage.people;
  const [mine, theirs] = [await flightOffer(traveler.api, lastSeatId), await flightOffer(rival.api, lastSeatId)];
  await act(rival, 'holdBooking', { input: { offers: [theirs], travelers: oneAdult, ...key() }, member: 'Booking' });
  const input = { offers: [mine], travelers: oneAdult };
  await act(traveler, 'holdBooking', { input: { ...input, ...key() }, member: 'SoldOut' });
  await act(traveler, 'createBooking', { input: { ...input, paymentToken: 'tok_visa', ...key() }, member: 'SoldOut' });
  for (const offers of [[mine], [await flightOffer(traveler.api, flightId)], ['forged'], []]) {
    await stage.quote(traveler.api, offers);
  }
}

async function playDeclined(props: Props): Promise<void> {
  const { act, stage, flightId } = props;
  const { traveler } = stage.people;
  const bookingId = await hold(props);
  const pay = (paymentToken: string, member: string) =>
    act(traveler, 'payBooking', { input: { bookingId, paymentToken, ...key() }, member });
  await pay('tok_insufficient_funds', 'PaymentDeclined');
  await pay('no token!', 'ValidationFailed');
  await pay('tok_mastercard', 'Booking');
  await pay('tok_mastercard', 'BookingStateConflict');
  const unknown = { bookingId: 'bkg_unknown', paymentToken: 'tok_visa', ...key() };
  await act(traveler, 'payBooking', { input: unknown, member: 'NotFound' });
  const offers = [await flightOffer(traveler.api, flightId)];
  const declined = { offers, travelers: oneAdult, paymentToken: 'tok_declined', ...key() };
  await act(traveler, 'createBooking', { input: declined, member: 'PaymentDeclined' });
}

/**
 * Repeats what is a matter of moments until it has answered one member. A silent provider is asked again within a second, so a
 * request may come too late for what it should meet.
 */
async function provoke(member: string, attempt: () => Promise<readonly Node[]>): Promise<void> {
  for (let count = 0; count < mostAttempts; count += 1) {
    const answers = await attempt();
    if (answers.some(({ __typename }) => __typename === member)) return;
  }
  throw new Error(`${mostAttempts} attempts did not answer ${member} once.`);
}

/** While it is unknown what became of a payment, nothing else may touch the booking. */
async function playUnknown(props: Props): Promise<void> {
  const { stage, flightId } = props;
  const { api } = stage.people.traveler;
  const whileUnknown = (field: string, input: Input) =>
    provoke('PaymentUnknown', async () => {
      const bookingId = await hold(props);
      const payment = { bookingId, paymentToken: 'tok_timeout', ...key() };
      await stage.expect(api, 'payBooking', { input: payment, member: 'PaymentUnknown' });
      return [await stage.perform(api, field, { bookingId, ...input, ...key() })];
    });
  await whileUnknown('releaseHold', {});
  await whileUnknown('cancelBooking', { cancellationQuoteId: 'cqt_none' });
  const offers = [await flightOffer(api, flightId)];
  const input = { offers, travelers: oneAdult, paymentToken: 'tok_timeout_lost', ...key() };
  await stage.expect(api, 'createBooking', { input, member: 'PaymentUnknown' });
}

/** The same request twice at once: the second one finds the first under way. */
async function playTwiceAtOnce(props: Props): Promise<void> {
  const { act, stage, flightId } = props;
  const { traveler } = stage.people;
  const twice = (field: string, input: Input) =>
    Promise.all([stage.perform(traveler.api, field, input), stage.perform(traveler.api, field, input)]);
  await provoke('IdempotencyInProgress', async () =>
    twice('payBooking', { bookingId: await hold(props), paymentToken: 'tok_visa', ...key() }),
  );
  await provoke('IdempotencyInProgress', async () => {
    const offers = [await flightOffer(traveler.api, flightId)];
    return twice('createBooking', { offers, travelers: oneAdult, paymentToken: 'tok_visa', ...key() });
  });
  const payment = { bookingId: await hold(props), paymentToken: 'tok_visa', ...key() };
  await act(traveler, 'payBooking', { input: payment, member: 'Booking' });
  await act(traveler, 'payBooking', {
    input: { ...payment, paymentToken: 'tok_amex' },
    member: 'IdempotencyKeyReused',
  });
}

async function playReleasing(props: Props): Promise<void> {
  const { act, stage } = props;
  const { traveler, rival } = stage.people;
  const input = { bookingId: await hold(props), ...key() };
  const other = { bookingId: await hold(props) };
  const release = (person: Person, changes: Input, member: string) =>
    act(person, 'releaseHold', { input: { ...input, ...changes }, member });
  await release(rival, key(), 'NotFound');
  await release(traveler, { idempotencyKey: 'short' }, 'ValidationFailed');
  await release(traveler, {}, 'Booking');
  await release(traveler, other, 'IdempotencyKeyReused');
  await release(traveler, key(), 'BookingStateConflict');
  await release(traveler, { ...other, ...key() }, 'Booking');
}

async function playCancelling({ act, stage, flightId }: Props): Promise<void> {
  const { traveler, rival } = stage.people;
  const offers = [await flightOffer(traveler.api, flightId)];
  const booked = { offers, travelers: oneAdult, paymentToken: 'tok_visa', ...key() };
  const bookingId = idOf(await act(traveler, 'createBooking', { input: booked, member: 'Booking' }));
  await act(rival, 'quoteCancellation', { input: { bookingId }, member: 'NotFound' });
  const quote = await act(traveler, 'quoteCancellation', { input: { bookingId }, member: 'CancellationQuote' });
  const input = { bookingId, cancellationQuoteId: textAt(quote, 'id'), ...key() };
  const cancel = (person: Person, changes: Input, member: string) =>
    act(person, 'cancelBooking', { input: { ...input, ...changes }, member });
  await cancel(rival, key(), 'NotFound');
  await cancel(traveler, { idempotencyKey: 'short' }, 'ValidationFailed');
  await cancel(traveler, { cancellationQuoteId: 'cqt_none', ...key() }, 'CancellationQuoteExpired');
  await cancel(traveler, {}, 'Booking');
  await cancel(traveler, { cancellationQuoteId: 'cqt_none' }, 'IdempotencyKeyReused');
  await cancel(traveler, key(), 'BookingStateConflict');
  await act(traveler, 'quoteCancellation', { input: { bookingId }, member: 'BookingStateConflict' });
}

async function playTooManyHolds({ act, stage, flightId }: Props): Promise<void> {
  const hoarder = await signUp(stage.address);
  const offers = [await flightOffer(hoarder.api, flightId)];
  const wish = () => ({ offers, travelers: oneAdult, ...key() });
  for (let count = 0; count < mostHolds; count += 1) {
    await act(hoarder, 'holdBooking', { input: wish(), member: 'Booking' });
  }
  await act(hoarder, 'holdBooking', { input: wish(), member: 'TooManyHolds' });
  await act(hoarder, 'createBooking', { input: { ...wish(), paymentToken: 'tok_visa' }, member: 'TooManyHolds' });
  const leaving = { input: { password: hoarder.password }, member: 'OpenBookings' };
  await stage.expectSoon(hoarder.api, 'deleteMyAccount', leaving);
}
