import { expect, test } from '@jest/globals';
import { hashKey, partOf } from './key-hash.ts';

test('known keys keep their hash: partitions of records on disk depend on it', () => {
  expect(['', 'a', 'flt_1', 'Zürich', '\u{1F600}'].map(hashKey)).toMatchInlineSnapshot(`
    [
      2872998923,
      444641715,
      3705013386,
      2908468631,
      855877642,
    ]
  `);
});

test('keys that differ only in a counter spread evenly', () => {
  const counts = Array<number>(8).fill(0);
  for (let n = 0; n < 8_000; n += 1) {
    const part = partOf(`bkg_${n}`, 8);
    counts[part] = (counts[part] ?? 0) + 1;
  }
  for (const count of counts) expect(Math.abs(count - 1_000)).toBeLessThan(120);
});
