import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Place, pageBehind, type Sorted, sortByPlace } from './page.ts';

const entries = fc
  .uniqueArray(fc.record({ key: fc.integer({ min: 0, max: 5 }), id: fc.string({ minLength: 1, maxLength: 4 }) }), {
    selector: ({ id }) => id,
    maxLength: 30,
  })
  .map((all): Sorted<string>[] => sortByPlace(all.map(({ key, id }) => ({ result: id, place: { key, id } }))));

function readAll(
  sorted: readonly Sorted<string>[],
  first: number,
  change: (rest: readonly Sorted<string>[]) => readonly Sorted<string>[],
) {
  const seen: string[] = [];
  let current = sorted;
  let after: Place | undefined;
  for (;;) {
    if (seen.length > sorted.length) throw new Error(`Pages repeat: ${seen.join(', ')}`);
    const page = pageBehind(current, first, after);
    seen.push(...page.entries.map(({ result }) => result));
    const last = page.entries.at(-1);
    if (!last || !page.hasNextPage) return seen;
    after = last.place;
    current = change(current);
  }
}

describe('pages', () => {
  test('following cursors reads everything once, in order', () => {
    fc.assert(
      fc.property(entries, fc.integer({ min: 1, max: 7 }), (sorted, first) => {
        expect(readAll(sorted, first, (all) => all)).toEqual(sorted.map(({ result }) => result));
      }),
    );
  });

  test('entries that vanish between two pages hide no other and repeat none', () => {
    fc.assert(
      fc.property(entries, fc.integer({ min: 1, max: 4 }), fc.nat(), (sorted, first, seed) => {
        let gone = 0;
        const seen = readAll(sorted, first, (all) => {
          gone += 1;
          return all.filter((_, index) => (index + seed + gone) % 5 !== 0);
        });
        expect(new Set(seen).size).toBe(seen.length);
        expect(seen).toEqual(sorted.map(({ result }) => result).filter((id) => seen.includes(id)));
      }),
    );
  });
});
