import { describe, expect, test } from '@jest/globals';
import { createCursors } from '@meridian/platform/identity/cursor';
import fc from 'fast-check';
import { createSearchCursors } from './search-cursors.ts';

const cursors = createCursors({ key: new Uint8Array(32).fill(7) });
const criteria = { place: 'plc_1', currency: 'USD', guests: 2, types: ['HOTEL', 'VILLA'], box: { south: 1, west: 2 } };
const search = { kind: 'STAY', sort: 'PRICE', criteria } as const;
const { cursorOf, placeOf } = createSearchCursors(cursors, search);

describe('cursors of a search', () => {
  test('any place comes back: what is sorted downwards, by fractions, and what has no known price', () => {
    const key = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constant(Infinity));
    fc.assert(
      fc.property(fc.record({ key, id: fc.string({ maxLength: 40 }) }), (place) => {
        // JSON has one zero.
        expect(placeOf(cursorOf(place))).toEqual({ ...place, key: place.key + 0 });
      }),
    );
  });

  test('the order in which criteria and their values are told means nothing', () => {
    const { box, types: _, ...rest } = criteria;
    const told = {
      types: ['VILLA', 'HOTEL'],
      box: { west: box.west, south: box.south },
      minRating: undefined,
      ...rest,
    };
    const same = createSearchCursors(cursors, { ...search, criteria: told });
    expect(same.placeOf(cursorOf({ key: 1, id: 'sty_1' }))).toEqual({ key: 1, id: 'sty_1' });
  });

  test.each([
    ['another kind', { ...search, kind: 'CAR' }],
    ['another order', { ...search, sort: 'RATING' }],
    ['another currency', { ...search, criteria: { ...criteria, currency: 'JPY' } }],
    ['another party', { ...search, criteria: { ...criteria, guests: 3 } }],
    ['one filter more', { ...search, criteria: { ...criteria, minRating: 4 } }],
    ['one value less', { ...search, criteria: { ...criteria, types: ['HOTEL'] } }],
    ['two values in one', { ...search, criteria: { ...criteria, types: ['HOTEL,VILLA'] } }],
  ] as const)('the cursor of a search for %s is none of this one', (_, other) => {
    const foreign = createSearchCursors(cursors, other).cursorOf({ key: 1, id: 'sty_1' });
    expect(placeOf(foreign)).toBeUndefined();
  });

  test('one that was changed, one of another installation, and nonsense are none', () => {
    const cursor = cursorOf({ key: 1, id: 'sty_1' });
    for (let index = 0; index < cursor.length; index += 1) {
      const changed = `${cursor.slice(0, index)}${cursor[index] === 'A' ? 'B' : 'A'}${cursor.slice(index + 1)}`;
      expect(placeOf(changed)).toBeUndefined();
    }
    const elsewhere = createSearchCursors(createCursors({ key: new Uint8Array(32).fill(8) }), search);
    for (const wrong of [
      elsewhere.cursorOf({ key: 1, id: 'sty_1' }),
      '',
      'x',
      `${cursor}A`,
      'WyJQUklDRSIsMSwic3R5XzEiXQ',
    ])
      expect(placeOf(wrong)).toBeUndefined();
  });
});
