import { expect, test } from '@jest/globals';
import type { RawEvent, RawEvents } from '../src/ports/raw-events.ts';

type Open = () => Promise<AsyncDisposable & { readonly raw: RawEvents }>;

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

/** What every adapter of {@link RawEvents} promises. */
export function describeRawEvents(adapter: string, open: Open): void {
  const promise = (name: string, run: (raw: RawEvents) => Promise<void>) =>
    test(`RawEvents on ${adapter}: ${name}`, async () => {
      await using opened = await open();
      await run(opened.raw);
    });
  const whole = { topic: 'bookings', partition: 0, from: 0, to: 1000, limit: 1000 };

  promise('the first delivery of an id stands, and is known again at its position', async (store) => {
    expect(await store.keepFirst([raw('a', 0), raw('b', 1)])).toEqual([true, true]);
    expect(await store.keepFirst([raw('a', 0), raw('b', 5), raw('c', 6)])).toEqual([true, false, true]);
    expect(await store.keepFirst([raw('a', 0, { partition: 1 })])).toEqual([false]);
    expect((await store.slice(whole)).map(({ eventId, offset }) => [eventId, offset])).toEqual([
      ['a', 0],
      ['b', 1],
      ['c', 6],
    ]);
  });

  promise('an id that comes twice in one batch counts once', async (store) => {
    expect(await store.keepFirst([raw('a', 0), raw('a', 1), raw('a', 2)])).toEqual([true, false, false]);
  });

  promise('a slice has its bounds, its order and its whole events', async (store) => {
    await store.keepFirst([3, 1, 2, 0].map((offset) => raw(`event ${offset}`, offset)));
    await store.keepFirst([raw('other', 1, { partition: 2 })]);
    expect(await store.slice({ ...whole, from: 1, to: 3 })).toEqual([raw('event 1', 1), raw('event 2', 2)]);
    expect(await store.slice({ ...whole, limit: 1 })).toEqual([raw('event 0', 0)]);
    expect(await store.slice({ ...whole, topic: 'users' })).toEqual([]);
  });

  promise('what is old is forgotten, and the horizon tells from where on there is something', async (store) => {
    expect(await store.horizons()).toEqual(new Map());
    await store.keepFirst([0, 1, 2, 3].map((offset) => raw(`event ${offset}`, offset)));
    expect(await store.forgetBefore(1002)).toBe(2);
    expect(await store.horizons()).toEqual(new Map([['bookings/0', 2]]));
    expect((await store.slice(whole)).map(({ offset }) => offset)).toEqual([2, 3]);
    expect(await store.forgetBefore(1002)).toBe(0);
  });

  promise('its life has one name', async (store) => {
    const names = await Promise.all([store.epoch(), store.epoch(), store.epoch()]);
    expect(new Set(names).size).toBe(1);
    expect(names[0]).toMatch(/.+/);
  });

  promise('parked records wait once, and leave when they are told to', async (store) => {
    const parked = { eventId: 'a', topic: 'bookings', key: 'bkg_1', dataschema: 'booking.held/9', value: '{}' };
    await store.park([parked]);
    await store.park([parked, { ...parked, eventId: 'b' }]);
    expect(await store.parked()).toEqual([parked, { ...parked, eventId: 'b' }]);
    await store.unpark(['a']);
    expect((await store.parked()).map(({ eventId }) => eventId)).toEqual(['b']);
  });
}
