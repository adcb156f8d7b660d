import { expect } from '@jest/globals';
import type { ContractCase } from '@meridian/platform/testkit/contract-suite';
import { stayFromRecord } from '../src/application/intake/stay-from-record.ts';
import type { Listing, Stay } from '../src/domain/listing.ts';
import type { KnownBooking } from '../src/ports/guest-book.ts';
import { rowKey } from '../src/ports/intake-rows.ts';
import type { ListingPlace } from '../src/ports/listing-book.ts';
import type { ListingsStore } from '../src/ports/listings-store.ts';
import type { Authors } from '../src/ports/projections.ts';
import type { ReviewPlace, WrittenReview } from '../src/ports/review-book.ts';
import type { ReviewDocuments } from '../src/ports/review-documents.ts';
import type { SearchCandidates } from '../src/ports/search-candidates.ts';
import { sharedFlight } from './fixtures/shared-flight.ts';
import { stay as stayRecord } from './records.ts';

/** Two stores over one fresh database, as two replicas have them, and what else looks into it. */
export type StoreFixture = Readonly<{
  here: ListingsStore;
  there: ListingsStore;
  candidates: SearchCandidates;
  texts: Pick<ReviewDocuments, 'get'>;
  authors: Authors;
  /** Types and subjects of the events that wait to leave. */
  announced(): Promise<readonly string[]>;
}>;

const now = Date.parse('2027-03-01T09:00:00Z');
const stay: Stay = stayFromRecord(stayRecord(), { id: 'sty_1', now });
const city = { cityKey: 'SG|singapore' };

const put = (store: ListingsStore, listing: Listing) =>
  store.transaction(({ listings }) => listings.write([{ listing, isNew: listing.version === 1 }]));

const review = (id: string, authorId: string, postedAt: string): WrittenReview => ({
  review: {
    id,
    listingId: stay.id,
    authorId,
    sourceKey: null,
    version: 1,
    rating: 4,
    isVerified: true,
    postedAt,
    stayedAt: null,
  },
  text: { authorName: null, title: null, body: `The words of ${id}.` },
});

/** Nothing of a stay is found anywhere. */
async function expectNothing({ here, candidates, announced }: StoreFixture): Promise<void> {
  expect((await here.listings.findMany([stay.id])).size).toBe(0);
  expect(await candidates.stays(city)).toEqual([]);
  expect(await announced()).toEqual([]);
}

/** What every adapter of the store promises. */
export const listingsStoreContract: readonly ContractCase<StoreFixture>[] = [
  {
    name: 'a failure that is returned leaves nothing behind: no listing, nothing in search, no event',
    async run(fixture) {
      const refused = { ok: false, failure: { code: 'NOT_PERMITTED' } } as const;
      const answer = await fixture.here.transaction(async ({ listings, intakeRows }) => {
        await listings.write([{ listing: stay, isNew: true }]);
        await intakeRows.put([{ sourceKey: 'a', richness: 1, contentHash: 'x' }]);
        return refused;
      });
      expect(answer).toEqual(refused);
      await expectNothing(fixture);
      expect((await fixture.here.transaction(({ intakeRows }) => intakeRows.hashes(['a']))).size).toBe(0);
    },
  },
  {
    name: 'a throw leaves nothing behind, and comes out as it was thrown',
    async run(fixture) {
      const work = fixture.here.transaction(async ({ listings }) => {
        await listings.write([{ listing: stay, isNew: true }]);
        throw new RangeError('in the middle');
      });
      await expect(work).rejects.toThrow(new RangeError('in the middle'));
      await expectNothing(fixture);
    },
  },
  {
    name: 'a listing is found, searched and announced once it is committed, from whatever side it was written',
    async run({ here, there, candidates, announced }) {
      await put(there, stay);
      expect((await here.listings.findMany([stay.id, 'sty_none'])).get(stay.id)).toMatchObject({ title: stay.title });
      expect((await candidates.stays(city)).map(({ id }) => id)).toEqual([stay.id]);
      const around = { south: 1, west: 103, north: 2, east: 104 };
      expect(await candidates.countStays(around, 9)).toBe(1);
      expect(await candidates.countStays(around, 0)).toBe(0);
      expect(await candidates.countStays({ ...around, west: 104, east: 103 }, 9)).toBe(0);
      expect(await announced()).toEqual(['listing.created sty_1']);
    },
  },
  {
    name: 'a listing moves only from the version before: of two changes at once one is refused, and changes nothing',
    async run({ here, there, announced }) {
      await put(here, stay);
      const changes = await Promise.allSettled([
        put(here, { ...stay, version: 2, title: 'Here' }),
        put(there, { ...stay, version: 2, title: 'There' }),
      ]);
      expect(changes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      await expect(put(here, { ...stay, version: 9 })).rejects.toThrow('was not at version 8');
      expect((await here.listings.findMany([stay.id])).get(stay.id)?.version).toBe(2);
      expect(await announced()).toEqual(['listing.created sty_1', 'listing.updated sty_1']);
    },
  },
  {
    name: 'an owner’s listings are listed the newest first, whatever their kind, page by page, without what was removed',
    async run({ here, there }) {
      const all = [
        { ...stay, id: 'sty_1', createdAt: now },
        { ...sharedFlight('flt_2', 5), createdAt: now + 1 },
        { ...stay, id: 'sty_3', sourceKey: 'c', createdAt: now + 2 },
        { ...stay, id: 'sty_4', sourceKey: 'd', createdAt: now + 2 },
        { ...stay, id: 'sty_5', sourceKey: 'e', createdAt: now + 3 },
      ].map((listing): Listing => ({ ...listing, ownerId: 'usr_own' }));
      for (const listing of all) await put(here, listing);
      for (const gone of all.slice(-1)) await here.transaction(({ listings }) => listings.remove(gone));
      const page = async (more: Readonly<{ after?: ListingPlace; kind?: 'STAY' }> = {}) => {
        const { items, ...rest } = await there.listings.list({ ownerId: 'usr_own', first: 2, ...more });
        return { ids: items.map(({ id }) => id), ...rest };
      };
      expect(await page()).toEqual({ ids: ['sty_4', 'sty_3'], totalCount: 4, hasNextPage: true });
      const after = { createdAt: now + 2, id: 'sty_3' };
      expect(await page({ after })).toEqual({ ids: ['flt_2', 'sty_1'], totalCount: 4, hasNextPage: false });
      expect(await page({ after, kind: 'STAY' })).toEqual({ ids: ['sty_1'], totalCount: 3, hasNextPage: false });
    },
  },
  {
    name: 'everybody’s listings are found by a part of title or city in any case, or by a whole id',
    async run({ here, there }) {
      await put(here, { ...stay, id: 'sty_1', title: 'The 100% Lamp Room' });
      await put(here, { ...stay, id: 'sty_2', sourceKey: 'b', ownerId: 'usr_other', title: '1000 Nights' });
      const find = async (text?: string) =>
        (await there.listings.list({ first: 10, text })).items.map(({ id }) => id).sort();
      expect(await find()).toEqual(['sty_1', 'sty_2']);
      expect(await find('lamp')).toEqual(['sty_1']);
      expect(await find(stay.city.toUpperCase())).toEqual(['sty_1', 'sty_2']);
      expect(await find('sty_2')).toEqual(['sty_2']);
      expect([await find('100%'), await find('sty_')]).toEqual([['sty_1'], []]);
    },
  },
  {
    name: 'two ratings at once both count, and no version rises',
    async run({ here, there }) {
      await put(here, stay);
      await Promise.all(
        [here, there].map((store, index) => store.transaction(({ listings }) => listings.rate(stay, 4 + index))),
      );
      const rated = (await here.listings.findMany([stay.id])).get(stay.id);
      expect(rated).toMatchObject({ version: 1, ratings: { ownSum: 9, ownCount: 2 } });
    },
  },
  {
    name: 'a rating that is taken away leaves what was before it, for search too',
    async run({ here, candidates }) {
      await put(here, stay);
      const find = () => here.transaction(({ listings }) => listings.find(stay.id));
      const before = await find();
      await here.transaction(({ listings }) => listings.rate(stay, 2));
      const rated = await find();
      expect((await candidates.stays(city))[0]?.rating).toBe(2);
      await here.transaction(async ({ listings }) => rated && listings.unrate(rated, 2));
      expect([await find(), (await candidates.stays(city))[0]?.rating]).toEqual([before, null]);
    },
  },
  {
    name: 'what is removed leaves search and stays readable',
    async run({ here, candidates, announced }) {
      await put(here, stay);
      await here.transaction(({ listings }) => listings.remove(stay));
      expect(await candidates.stays(city)).toEqual([]);
      expect((await here.listings.findMany([stay.id])).get(stay.id)).toMatchObject({ status: 'REMOVED', version: 2 });
      expect((await announced()).at(-1)).toBe('listing.deleted sty_1');
    },
  },
  {
    name: 'flights that share a departure keep what each tells of its seats, and who published it first counts them',
    async run({ here }) {
      const seats = async (id: string) => {
        const found = (await here.listings.findMany([id])).get(id);
        return found?.kind === 'FLIGHT' ? found.segments[0]?.seats[0]?.capacity : undefined;
      };
      await put(here, sharedFlight('flt_1', 7));
      await put(here, sharedFlight('flt_2', 4, 'usr_2'));
      await put(here, sharedFlight('flt_3', 5));
      expect([await seats('flt_1'), await seats('flt_2'), await seats('flt_3')]).toEqual([7, 4, 5]);
      const owners = await here.transaction(({ listings }) =>
        listings.departureOwners(['SQ1/SIN/2027-03-10', 'nobody’s']),
      );
      expect([...owners]).toEqual([['SQ1/SIN/2027-03-10', 'usr_1']]);
    },
  },
  {
    name: 'reviews are listed the newest first, page by page, and an account reviews a listing once',
    async run({ here, there, announced }) {
      const days = ['2027-01-01', '2027-01-03', '2027-01-02', '2027-01-03'];
      const all = days.map((day, index) => review(`rev_${index}`, `usr_${index}`, `${day}T00:00:00.000Z`));
      await here.transaction(({ reviews }) => reviews.add(all));
      const page = async (after?: ReviewPlace) => {
        const { items, ...rest } = await there.reviews.ofListing({ listingId: stay.id, first: 2, after });
        return { ids: items.map(({ id }) => id), ...rest };
      };
      expect(await page()).toEqual({ ids: ['rev_3', 'rev_1'], totalCount: 4, hasNextPage: true });
      const behind = { postedAt: '2027-01-03T00:00:00.000Z', id: 'rev_1' };
      expect(await page(behind)).toEqual({ ids: ['rev_2', 'rev_0'], totalCount: 4, hasNextPage: false });
      const asked = (authorId: string) => here.transaction(({ reviews }) => reviews.hasReviewed(authorId, stay.id));
      expect([await asked('usr_1'), await asked('usr_9')]).toEqual([true, false]);
      const again = here.transaction(({ reviews }) => reviews.add([review('rev_9', 'usr_1', '2027-01-09')]));
      await expect(again).rejects.toThrow();
      expect((await announced()).length).toBe(4);
    },
  },
  {
    name: 'a text waits in its record until it is a document, whichever write comes last',
    async run({ here, texts }) {
      const posted = review('rev_1', 'usr_1', '2027-01-01T00:00:00.000Z');
      await here.transaction(({ reviews }) => reviews.add([posted]));
      const waiting = () => here.transaction(({ reviews }) => reviews.pendingTexts(['rev_1', 'rev_none']));
      expect(await waiting()).toEqual(new Map([['rev_1', posted.text]]));
      for (let time = 0; time < 2; time += 1)
        await here.transaction(({ reviewDocuments }) => reviewDocuments.put(new Map([['rev_1', posted.text]])));
      await here.transaction(({ reviews }) => reviews.clearPending(['rev_1']));
      expect([(await waiting()).size, await texts.get(['rev_1'])]).toEqual([0, new Map([['rev_1', posted.text]])]);
      expect((await here.reviews.ofListing({ listingId: stay.id, first: 1 })).items[0]?.pendingText).toBeNull();
    },
  },
  {
    name: 'the mark of a review goes once, and tells the rating that goes with it',
    async run({ here }) {
      await here.transaction(({ reviews }) => reviews.add([review('rev_1', 'usr_1', '2027-01-01T00:00:00.000Z')]));
      const unverify = (authorId: string) =>
        here.transaction(({ reviews }) => reviews.unverify({ authorId, listingId: stay.id }));
      expect([await unverify('usr_2'), await unverify('usr_1'), await unverify('usr_1')]).toEqual([
        ...[undefined, 4, undefined],
      ]);
      const { items } = await here.reviews.ofListing({ listingId: stay.id, first: 1 });
      expect(items).toMatchObject([{ id: 'rev_1', rating: 4, isVerified: false }]);
    },
  },
  {
    name: 'a guest is who has a booking that stands; the highest version holds, in whatever order they come',
    async run({ here }) {
      const booking = (bookingId: string, version: number, stands: boolean): KnownBooking => ({
        ...{ bookingId, version, stands, userId: 'usr_1' },
        listingIds: ['sty_1', 'car_1'],
      });
      const tell = (...bookings: readonly KnownBooking[]) => here.transaction(({ guests }) => guests.put(bookings));
      const isGuest = async (userId = 'usr_1', listingId = 'sty_1') =>
        here.transaction(({ guests }) => guests.isGuest(userId, listingId));
      expect(await isGuest()).toBe(false);
      await tell(booking('bkg_1', 4, true));
      expect([await isGuest(), await isGuest('usr_1', 'car_1')]).toEqual([true, true]);
      expect([await isGuest('usr_2'), await isGuest('usr_1', 'sty_2')]).toEqual([false, false]);
      await tell(booking('bkg_1', 6, false), booking('bkg_1', 5, true));
      await tell(booking('bkg_1', 4, true));
      expect(await isGuest()).toBe(false);
      await tell(booking('bkg_2', 1, true));
      expect(await isGuest()).toBe(true);
      await here.transaction(({ guests }) => guests.forget(['usr_1']));
      expect(await isGuest()).toBe(false);
    },
  },
  {
    name: 'what was taken in is known by source key and richness, the last hash of each',
    async run({ here }) {
      const row = (richness: number, contentHash: string) => ({ sourceKey: 'a', richness, contentHash });
      await here.transaction(({ intakeRows }) => intakeRows.put([row(1, 'x'), row(2, 'y')]));
      await here.transaction(({ intakeRows }) => intakeRows.put([row(1, 'z')]));
      const hashes = await here.transaction(({ intakeRows }) => intakeRows.hashes(['a', 'b']));
      expect(hashes).toEqual(
        new Map([
          [rowKey('a', 1), 'z'],
          [rowKey('a', 2), 'y'],
        ]),
      );
    },
  },
];
