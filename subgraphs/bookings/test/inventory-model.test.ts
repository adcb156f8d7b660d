import { describe, expect, test } from '@jest/globals';
import { addDays } from '@meridian/platform/values/local-date';
import fc from 'fast-check';
import type { SlotUnits } from '../src/domain/inventory.ts';
import { FARE, type OpenedStore, ROOM } from './booking-store.contract.ts';
import { openSqlStore } from './support/store-under-test.ts';

const CAPACITY = 2;
const LIMIT = 1;
const firstNight = '2027-03-01';
const nights = [0, 1, 2].map((days) => addDays(firstNight, days));

/** A booking as the model knows it. */
type Taken = { slots: SlotUnits[]; stands: 'held' | 'sold' | 'none' };

/** What every slot should hold, added up from the model's bookings. */
const modelCount = (taken: readonly Taken[], night: string, stands: 'held' | 'sold') =>
  taken
    .filter((each) => each.stands === stands)
    .flatMap((each) => each.slots)
    .filter((slot) => slot.slot === night)
    .reduce((sum, slot) => sum + slot.units, 0);

const modelBucket = (taken: readonly Taken[], night: string) =>
  taken
    .filter((each) => each.stands !== 'none')
    .flatMap((each) => each.slots)
    .filter((slot) => slot.slot === night && slot.bucket !== undefined)
    .reduce((sum, slot) => sum + slot.units, 0);

const fits = (taken: readonly Taken[], slots: readonly SlotUnits[]) =>
  slots.every(({ slot, units, bucket }) => {
    const used = modelCount(taken, slot, 'held') + modelCount(taken, slot, 'sold');
    return used + units <= CAPACITY && (bucket === undefined || modelBucket(taken, slot) + units <= LIMIT);
  });

const orders = fc.oneof(
  fc.record({
    kind: fc.constant('take' as const),
    from: fc.nat(2),
    count: fc.integer({ min: 1, max: 3 }),
    units: fc.integer({ min: 1, max: 2 }),
    atFare: fc.boolean(),
  }),
  fc.record({ kind: fc.constantFrom('sell' as const, 'free' as const), which: fc.nat(20) }),
);
type Order = typeof orders extends fc.Arbitrary<infer Value> ? Value : never;

const slotsOf = ({ from, count, units, atFare }: Extract<Order, { kind: 'take' }>): SlotUnits[] =>
  nights
    .slice(from, from + count)
    .map((slot) => ({ resource: ROOM, slot, units, ...(atFare ? { bucket: FARE } : {}) }));

async function carryOut(opened: OpenedStore, taken: Taken[], order: Order): Promise<void> {
  if (order.kind === 'take') {
    const slots = slotsOf(order);
    const answer = await opened.store.transaction((tx) => tx.stock.take(slots, { [FARE]: LIMIT }));
    expect(answer.ok).toBe(fits(taken, slots));
    if (answer.ok) taken.push({ slots, stands: 'held' });
    return;
  }
  const alive = taken.filter((each) => each.stands !== 'none');
  const chosen = alive[order.which % Math.max(1, alive.length)];
  if (!chosen || chosen.stands === 'none') return;
  if (order.kind === 'sell' && chosen.stands === 'held') {
    await opened.store.transaction((tx) => tx.stock.sell(chosen.slots));
    chosen.stands = 'sold';
  } else if (order.kind === 'free') {
    const from = chosen.stands;
    await opened.store.transaction((tx) => tx.stock.free(chosen.slots, from));
    chosen.stands = 'none';
  }
}

describe('the inventory', () => {
  test('does what a model of it does under any sequence of holds, sales and releases, and never oversells', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(orders, { minLength: 5, maxLength: 40 }), async (all) => {
        await using opened = await openSqlStore();
        const taken: Taken[] = [];
        for (const order of all) await carryOut(opened, taken, order);
        for (const night of nights) {
          const count = await opened.countOf(night);
          expect(count).toEqual({ held: modelCount(taken, night, 'held'), sold: modelCount(taken, night, 'sold') });
          expect(count.held + count.sold).toBeLessThanOrEqual(CAPACITY);
        }
      }),
      { numRuns: 25 },
    );
  });
});
