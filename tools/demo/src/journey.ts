import { randomUUID } from 'node:crypto';
import { alertAfterPriceDrop, searchAndWatch } from './journey/alert.ts';
import { bookLastSeatTwice, cancelTrip, showTrip } from './journey/booking.ts';
import { showFigures } from './journey/figures.ts';
import { publishFlight } from './journey/flight.ts';
import { type Credentials, signIn, signUp } from './people.ts';
import type { Steps } from './steps.ts';

export type JourneyOptions = Readonly<{
  /** The server's root, for example `http://127.0.0.1:4000`. */
  address: string;
  owner: Credentials;
  admin: Credentials;
  steps: Steps;
  /** The local date of the flight that the owner publishes, `2027-01-31`. */
  flightDate: string;
}>;

/**
 * The main job of Meridian from outside: only public addresses, a real websocket, and nothing of ours imported. It publishes a
 * flight with one seat of its own, so that it can be run again and again.
 *
 * @throws Error at the first step that does not answer as it should
 */
export async function runJourney({ address, owner, admin, steps, flightDate }: JourneyOptions): Promise<void> {
  const account = { email: `demo-${randomUUID()}@meridian.example`, password: randomUUID(), displayName: 'Dana Demo' };
  const traveler = await steps.run(
    'sign up',
    () => signUp(address, account),
    (person) => `${person.name}, ${person.userId}`,
  );
  const rivalAccount = { ...account, email: `demo-${randomUUID()}@meridian.example`, displayName: 'Robin Rival' };
  const rival = await steps.run(
    'sign up a rival',
    () => signUp(address, rivalAccount),
    (person) => person.name,
  );
  const seller = await steps.run(
    'sign in as the owner',
    () => signIn(address, owner),
    (person) => person.name,
  );
  const flight = await publishFlight(seller, steps, flightDate);
  await searchAndWatch(traveler, steps, flight);
  await alertAfterPriceDrop({ traveler, seller, flight, steps });
  const booking = await bookLastSeatTwice([traveler, rival], steps, flight);
  await showTrip(booking.winner, steps, booking.id);
  await cancelTrip(booking.winner, steps, booking.id);
  const operator = await steps.run(
    'sign in as the admin',
    () => signIn(address, admin),
    (person) => person.name,
  );
  await showFigures(operator, steps);
}
