import { expect } from '@jest/globals';
import type { ContractCase } from '@meridian/platform/testkit/contract-suite';
import type { KnownBooking } from '../src/ports/guest-book.ts';
import type { ListingsTransaction } from '../src/ports/listings-store.ts';
import type { WrittenReview } from '../src/ports/review-book.ts';
import type { StoreFixture } from './listings-store.contract.ts';

const booking = (bookingId: string, version: number, stands: boolean): KnownBooking => ({
  ...{ bookingId, version, stands, userId: 'usr_1' },
  listingIds: ['sty_1', 'car_1'],
});

const review: WrittenReview = {
  review: {
    ...{ id: 'rev_1', listingId: 'sty_1', authorId: 'usr_1', sourceKey: null, version: 1, rating: 4 },
    ...{ isVerified: true, postedAt: '2027-01-01T00:00:00.000Z', stayedAt: null },
  },
  text: { authorName: null, title: null, body: 'The words.' },
};

type Step = (transaction: ListingsTransaction) => Promise<void>;

const told =
  (...bookings: readonly KnownBooking[]): Step =>
  ({ guests }) =>
    guests.put(bookings);
const profileTold: Step = ({ authors }) => authors.put([{ userId: 'usr_1', publicProfileId: 'prf_1' }]);
const deletionTold: Step = async ({ guests, authors }) => {
  await authors.forget(['usr_1']);
  await guests.forget(['usr_1']);
};

/** Each in a transaction of its own, in this order. */
async function perform({ here }: StoreFixture, steps: readonly Step[]): Promise<void> {
  for (const step of steps) await here.transaction(step);
}

/** What is told beside a deletion, and how it ends: the same whether it is told before or after. */
type Told = Readonly<{
  name: string;
  /** Told before both. */
  before?: readonly Step[];
  told: Step;
  expected: Readonly<{ stay: boolean; car: boolean }>;
}>;

const cases: readonly Told[] = [
  {
    name: 'of who is forgotten no booking is known',
    told: told(booking('bkg_1', 3, true)),
    expected: { stay: false, car: false },
  },
  {
    name: 'of who is forgotten no profile is known',
    told: profileTold,
    expected: { stay: false, car: false },
  },
  {
    name: 'a booking of what was reviewed stays known, and no other, though its guest is forgotten',
    before: [({ reviews }) => reviews.add([review])],
    told: told(booking('bkg_1', 3, true)),
    expected: { stay: true, car: false },
  },
  {
    name: 'a cancelled booking of what was reviewed stands no more, though its guest is forgotten',
    before: [({ reviews }) => reviews.add([review]), told(booking('bkg_1', 3, true))],
    told: told(booking('bkg_1', 4, false)),
    expected: { stay: false, car: false },
  },
  {
    name: 'of two bookings of what was reviewed the other one stands, though their guest is forgotten',
    before: [({ reviews }) => reviews.add([review]), told(booking('bkg_1', 3, true), booking('bkg_2', 3, true))],
    told: told(booking('bkg_1', 4, false)),
    expected: { stay: true, car: false },
  },
];

async function knownOf(fixture: StoreFixture) {
  const known = await fixture.here.transaction(async ({ guests }) => ({
    stay: await guests.isGuest('usr_1', 'sty_1'),
    car: await guests.isGuest('usr_1', 'car_1'),
  }));
  const profile = (await fixture.authors.profileIds(['usr_1'])).get('usr_1');
  return profile === undefined ? known : { ...known, profile };
}

const inOrder = ({ name, before = [], told: step, expected }: Told, order: 'before' | 'after') => ({
  name: `${name}; it is told ${order} the deletion`,
  async run(fixture: StoreFixture) {
    await perform(fixture, [...before, ...(order === 'before' ? [step, deletionTold] : [deletionTold, step])]);
    expect(await knownOf(fixture)).toEqual(expected);
  },
});

/** What every adapter of the store promises to who has deleted the account. */
export const forgottenUsersContract: readonly ContractCase<StoreFixture>[] = [
  ...cases.flatMap((each) => [inOrder(each, 'before'), inOrder(each, 'after')]),
  {
    name: 'nobody else is forgotten',
    async run(fixture) {
      await perform(fixture, [
        told(booking('bkg_1', 3, true)),
        profileTold,
        ({ guests }) => guests.forget(['usr_2']),
        ({ authors }) => authors.forget(['usr_2']),
        told(booking('bkg_2', 3, true)),
      ]);
      expect(await knownOf(fixture)).toEqual({ stay: true, car: true, profile: 'prf_1' });
    },
  },
];
