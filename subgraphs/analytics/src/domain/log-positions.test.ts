import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parsePartitionName, partitionName, readPositions, writePositions } from './log-positions.ts';

const topic = fc.constantFrom('users', 'deals.scored', 'admin.commands', 'tracking');
const positions = fc
  .array(fc.tuple(topic, fc.nat(7), fc.nat(2 ** 31 - 1)))
  .map((entries) => new Map(entries.map(([name, partition, offset]) => [partitionName(name, partition), offset])));

test('positions read as they were written; a partition that is missing reads as 0', () => {
  fc.assert(
    fc.property(positions, (written) => {
      const read = readPositions(writePositions(written));
      for (const [name, offset] of written) expect(read?.get(name)).toBe(offset);
      for (const [name, offset] of read ?? []) expect(written.get(name) ?? 0).toBe(offset);
    }),
  );
});

test('what was not written by us is not read', () => {
  for (const text of ['users', 'users:A', 'users:1;;', ':1', 'users:1,2', 'Users:1']) {
    expect(readPositions(text)).toBeUndefined();
  }
  expect(readPositions('')).toEqual(new Map());
  expect(parsePartitionName('deals.scored/3')).toEqual({ topic: 'deals.scored', partition: 3 });
});
