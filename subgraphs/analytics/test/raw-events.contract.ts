import { expect } from '@jest/globals';
import type { ContractCase } from '@meridian/platform/testkit/contract-suite';
import type { RawEvent, RawEvents } from '../src/ports/raw-events.ts';

export type RawEventsFixture = Readonly<{ raw: RawEvents }>;

const raw = (eventId: string, offset: number, changes: Partial<RawEvent> = {}): RawEvent => ({
  eventId,
  topic: 'bookings',
  partition: 0,
  offset,
  type: 'booking.held',
  subject: 'bkg_1',
  appendedAt: 1000 + offset,
  value: `{"id":"${eventId}"}`,
  ...changes,
});

const whole = { topic: 'bookings', partition: 0, from: 0, to: 1000, limit: 1000 };

/** What every adapter of {@link RawEvents} promises. */
export const rawEventsCases: readonly ContractCase<RawEventsFixture>[] = [
  {
    name: 'the first delivery of an id stands, and is known again at its position',
    run: async ({ raw: store }) => {
      expect(await store.keepFirst([raw('a', 0), raw('b', 1)])).toEqual([true, true]);
      expect(await store.keepFirst([raw('a', 0), raw('b', 5), raw('c', 6)])).toEqual([true, false, true]);
      expect(await store.keepFirst([raw('a', 0, { partition: 1 })])).toEqual([false]);
      expect((await store.slice(whole)).map(({ eventId, offset }) => [eventId, offset])).toEqual([
        ['a', 0],
        ['b', 1],
        ['c', 6],
      ]);
    },
  },
  {
    name: 'an id that comes twice in one batch counts once',
    run: async ({ raw: store }) => {
      expect(await store.keepFirst([raw('a', 0), raw('a', 1), raw('a', 2)])).toEqual([true, false, false]);
    },
  },
  {
    name: 'a slice has its bounds, its order and its whole events',
    run: async ({ raw: store }) => {
      await store.keepFirst([3, 1, 2, 0].map((offset) => raw(`event ${offset}`, offset)));
      await store.keepFirst([raw('other', 1, { partition: 2 })]);
      expect(await store.slice({ ...whole, from: 1, to: 3 })).toEqual([raw('event 1', 1), raw('event 2', 2)]);
      expect(await store.slice({ ...whole, limit: 1 })).toEqual([raw('event 0', 0)]);
      expect(await store.slice({ ...whole, topic: 'users' })).toEqual([]);
    },
  },
  {
    name: 'what is old is forgotten in steps, and the horizon tells from where on there is something',
    run: async ({ raw: store }) => {
      expect(await store.horizons()).toEqual(new Map());
      await store.keepFirst([0, 1, 2, 3].map((offset) => raw(`event ${offset}`, offset)));
      expect(await store.forgetContent(1002, 1)).toBe(1);
      expect(await store.horizons()).toEqual(new Map([['bookings/0', 1]]));
      expect(await store.forgetContent(1002, 9)).toBe(1);
      expect(await store.horizons()).toEqual(new Map([['bookings/0', 2]]));
      expect((await store.slice(whole)).map(({ offset }) => offset)).toEqual([2, 3]);
      expect(await store.forgetContent(1002, 9)).toBe(0);
    },
  },
  {
    name: 'an event whose content was forgotten is still known by its id, until that is forgotten as well',
    run: async ({ raw: store }) => {
      await store.keepFirst([raw('a', 0), raw('b', 1)]);
      await store.forgetContent(1002, 9);
      expect(await store.keepFirst([raw('a', 7), raw('b', 1)])).toEqual([false, true]);
      expect(await store.slice(whole)).toEqual([]);
      expect(await store.forgetIds(1001, 9)).toBe(1);
      expect(await store.keepFirst([raw('a', 8), raw('b', 9)])).toEqual([true, false]);
      // What has its content is never forgotten by its id.
      expect(await store.forgetIds(9_999, 9)).toBe(1);
      expect((await store.slice(whole)).map(({ eventId }) => eventId)).toEqual(['a']);
    },
  },
  {
    name: 'its life has one name',
    run: async ({ raw: store }) => {
      const names = await Promise.all([store.epoch(), store.epoch(), store.epoch()]);
      expect(new Set(names).size).toBe(1);
      expect(names[0]).toMatch(/.+/);
    },
  },
  {
    name: 'parked records wait once, and leave when they are told to',
    run: async ({ raw: store }) => {
      const parked = { eventId: 'a', topic: 'bookings', key: 'bkg_1', dataschema: 'booking.held/9', value: '{}' };
      await store.park([parked]);
      await store.park([parked, { ...parked, eventId: 'b' }]);
      const all = { after: undefined, limit: 9 };
      expect(await store.parked(all)).toEqual([parked, { ...parked, eventId: 'b' }]);
      await store.unpark(['a']);
      expect((await store.parked(all)).map(({ eventId }) => eventId)).toEqual(['b']);
    },
  },
  {
    name: 'parked records are read in pages',
    run: async ({ raw: store }) => {
      const parked = { topic: 'bookings', key: 'bkg_1', dataschema: 'booking.held/9', value: '{}' };
      await store.park(['c', 'a', 'b'].map((eventId) => ({ ...parked, eventId })));
      const page = async (after: string | undefined, limit: number) =>
        (await store.parked({ after, limit })).map(({ eventId }) => eventId);
      expect([await page(undefined, 2), await page('b', 2), await page('c', 2)]).toEqual([['a', 'b'], ['c'], []]);
    },
  },
];
