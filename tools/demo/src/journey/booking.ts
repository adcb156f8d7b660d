import { randomUUID } from 'node:crypto';
import * as documents from '../documents.ts';
import { eventually } from '../eventually.ts';
import { expectType, type Person } from '../people.ts';
import type { Steps } from '../steps.ts';
import type { PublishedFlight } from './flight.ts';

type Money = Readonly<{ amount: string; currency: string }>;
type BookingAnswer = Readonly<{ __typename: string; message?: string; id: string; reference: string; state: string }>;
type Trip = Readonly<{
  id: string;
  reference: string;
  state: string;
  refunded: Money;
  items: readonly Readonly<{ snapshot: Readonly<{ title: string; startsAt: string }> }>[];
}>;

/** Both people book the last seat at the same moment; exactly one may win. */
export async function bookLastSeatTwice(
  people: readonly [Person, Person],
  steps: Steps,
  flight: PublishedFlight,
): Promise<Readonly<{ winner: Person; id: string }>> {
  const race = async () => {
    const answers = await Promise.all(people.map((person) => book(person, flight)));
    const winners = people.flatMap((winner, index) => {
      const answer = answers[index];
      return answer?.__typename === 'Booking' ? [{ winner, id: answer.id, reference: answer.reference }] : [];
    });
    const [only] = winners;
    if (winners.length !== 1 || only === undefined) throw new Error(`${winners.length} of 2 got the one seat.`);
    return { ...only, other: answers.find((answer) => answer.__typename !== 'Booking')?.__typename ?? 'nothing' };
  };
  return steps.run(
    'book the last seat twice at once',
    race,
    (won) => `${won.winner.name} has ${won.reference}; the other: ${won.other}`,
  );
}

async function book(person: Person, flight: PublishedFlight): Promise<BookingAnswer> {
  const { flight: found } = await person.client.run<{ flight: Readonly<{ offer: Readonly<{ token: string }> }> }>(
    documents.offerToken,
    { id: flight.id },
  );
  const { createBooking } = await person.client.run<{ createBooking: BookingAnswer }>(documents.createBooking, {
    input: {
      offers: [found.offer.token],
      travelers: [{ givenName: person.name.split(' ')[0], familyName: person.name.split(' ')[1] }],
      paymentToken: 'tok_visa',
      idempotencyKey: randomUUID(),
    },
  });
  return createBooking;
}

/** Shows the winner's trip, with fields of the flight from the service that owns it. */
export async function showTrip(person: Person, steps: Steps, bookingId: string): Promise<void> {
  await steps.run('show the trip', () => tripOf(person, bookingId), describeTrip);
}

async function tripOf(person: Person, bookingId: string): Promise<Trip> {
  const { me } = await person.client.run<{ me: Readonly<{ bookings: { edges: readonly { node: Trip }[] } }> }>(
    documents.myTrips,
  );
  const trip = me.bookings.edges.map(({ node }) => node).find(({ id }) => id === bookingId);
  if (trip === undefined) throw new Error('The booking is not among the trips.');
  return trip;
}

const describeTrip = (trip: Trip) =>
  `${trip.reference} ${trip.state}: ${trip.items[0]?.snapshot.title}, departs ${trip.items[0]?.snapshot.startsAt}`;

/** Cancels: first the quote, then the confirmation; then waits until the refund shows. */
export async function cancelTrip(person: Person, steps: Steps, bookingId: string): Promise<void> {
  const ask = async () => {
    const { quoteCancellation } = await person.client.run<{
      quoteCancellation: Readonly<{ __typename: string; message?: string; id: string; refund: Money; penalty: Money }>;
    }>(documents.quoteCancellation, { bookingId });
    return expectType(quoteCancellation, 'CancellationQuote');
  };
  const quote = await steps.run(
    'ask what cancelling costs',
    ask,
    ({ refund, penalty }) =>
      `refund ${refund.amount} ${refund.currency}, penalty ${penalty.amount} ${penalty.currency}`,
  );
  const cancel = async () => {
    const { cancelBooking } = await person.client.run<{ cancelBooking: BookingAnswer }>(documents.cancelBooking, {
      input: { bookingId, cancellationQuoteId: quote.id, idempotencyKey: randomUUID() },
    });
    return expectType(cancelBooking, 'Booking');
  };
  await steps.run('cancel', cancel, (booking) => booking.state);
  const refunded = () =>
    eventually(async () => {
      const trip = await tripOf(person, bookingId);
      if (trip.refunded.amount !== quote.refund.amount) throw new Error(`Refunded so far: ${trip.refunded.amount}.`);
      return trip.refunded;
    });
  await steps.run('see the refund', refunded, (money) => `${money.amount} ${money.currency}`);
}
