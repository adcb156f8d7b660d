import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type BookingsUnderTest, openBookings } from './support/bookings-under-test.ts';
import { fareOf, flight, segmentAt } from './support/listings.ts';
import { ask, holdInput } from './support/operations.ts';

const departure = 'ME100.SIN.2027-03-01';

/** A flight on the one departure that tells so many seats of it. */
const telling = (id: string, seats: number, version = 1) =>
  flight({ id, version, segments: [segmentAt(departure, seats)], fares: [fareOf(`far_${id}`, 20)] });

const stockOf = async (opened: BookingsUnderTest) => {
  const [row] = await opened.database.query<{ units: number }>('SELECT units FROM capacity WHERE resource = ?', [
    `${departure}/ECONOMY`,
  ]);
  return row?.units;
};

const hold = async (opened: BookingsUnderTest, listingId: string, units = 1) => {
  const slots = [{ resource: `${departure}/ECONOMY`, slot: '2027-03-01', units, bucket: `far_${listingId}` }];
  return ask(opened, 'hold', { input: holdInput([await opened.offer({ listingId, slots })]) });
};

describe('the seats of a departure on which several flights fly', () => {
  test('are the most that any of them tells, whichever was told last', async () => {
    for (const seats of [
      [5, 20],
      [20, 5],
    ]) {
      await using opened = await openBookings();
      for (const [index, told] of seats.entries()) await opened.list(telling(`flt_${index}`, told));
      expect([seats, await stockOf(opened)]).toEqual([seats, 20]);
    }
  });

  test('follow a flight that lowers its own word, as far as nobody else tells more', async () => {
    await using opened = await openBookings();
    await opened.list(telling('flt_1', 20), telling('flt_2', 5));
    await opened.list(telling('flt_1', 8, 2));
    expect(await stockOf(opened)).toBe(8);
    await opened.list(telling('flt_1', 3, 3));
    expect(await stockOf(opened)).toBe(5);
    // An older word of it that comes late counts for nothing.
    await opened.list(telling('flt_1', 20, 2));
    expect(await stockOf(opened)).toBe(5);
  });

  test('lose the word of a flight that is gone or hidden; what is held stays, and nothing more is sold', async () => {
    await using opened = await openBookings();
    await opened.list(telling('flt_1', 3), telling('flt_2', 1));
    expect(await hold(opened, 'flt_1')).toMatchObject({ state: 'HELD' });
    expect(await hold(opened, 'flt_2')).toMatchObject({ state: 'HELD' });
    await opened.list({ deleted: 'flt_1', version: 2 });
    expect(await stockOf(opened)).toBe(1);
    expect(await hold(opened, 'flt_2')).toMatchObject({ __typename: 'SoldOut', remaining: 0 });
    const [slot] = await opened.database.query<{ held: number; sold: number }>('SELECT held, sold FROM stock');
    expect(slot).toMatchObject({ held: 2, sold: 0 });
    await opened.list({ ...telling('flt_2', 1, 2), status: 'REMOVED' });
    expect(await stockOf(opened)).toBe(0);
    await opened.list(telling('flt_2', 4, 3));
    expect(await hold(opened, 'flt_2')).toMatchObject({ state: 'HELD' });
  });

  test('are the same in whichever order and batches the events of the flights come', async () => {
    const told = fc.record({ id: fc.constantFrom('flt_1', 'flt_2', 'flt_3'), seats: fc.nat(30), gone: fc.boolean() });
    const histories = fc.array(told, { minLength: 1, maxLength: 8 }).chain((words) => {
      const versions = new Map<string, number>();
      const events = words.map(({ id, seats, gone }) => {
        const version = (versions.get(id) ?? 0) + 1;
        versions.set(id, version);
        return gone ? { deleted: id, version } : telling(id, seats, version);
      });
      return fc.tuple(
        fc.constant(words),
        fc.shuffledSubarray(events, { minLength: events.length }),
        fc.integer({ min: 1, max: 8 }),
      );
    });
    await fc.assert(
      fc.asyncProperty(histories, async ([words, events, batch]) => {
        await using opened = await openBookings();
        for (let from = 0; from < events.length; from += batch) await opened.list(...events.slice(from, from + batch));
        const last = [...new Map(words.map((word) => [word.id, word])).values()];
        const expected = Math.max(0, ...last.map(({ gone, seats }) => (gone ? 0 : seats)));
        expect((await stockOf(opened)) ?? 0).toBe(expected);
      }),
      { numRuns: 25 },
    );
  });
});
