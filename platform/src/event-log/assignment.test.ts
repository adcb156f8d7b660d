import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { assignStreams, type Member, type OwnedStream } from './assignment.ts';

const memberIds = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { minLength: 1 });
const owners = fc.array(fc.option(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'gone'), { nil: undefined }), {
  maxLength: 40,
});

const membersOf = (ids: readonly string[]): Member[] => ids.map((id) => ({ id, topics: ['t'] }));
const streamsOf = (owned: readonly (string | undefined)[]): OwnedStream[] =>
  owned.map((owner, stream) => ({ stream, topic: 't', owner }));

test('every stream has exactly one living reader and shares differ by at most one', () => {
  fc.assert(
    fc.property(memberIds, owners, (ids, owned) => {
      const assigned = assignStreams(membersOf(ids), streamsOf(owned));
      expect(assigned.size).toBe(owned.length);
      const counts = ids.map((id) => [...assigned.values()].filter((member) => member === id).length);
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(owned.length);
      expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
    }),
  );
});

test('all members compute the same, in whatever order they see each other', () => {
  fc.assert(
    fc.property(memberIds, owners, (ids, owned) => {
      const one = assignStreams(membersOf(ids), streamsOf(owned));
      expect(assignStreams(membersOf([...ids].reverse()), streamsOf(owned))).toEqual(one);
    }),
  );
});

test('what is fairly shared stays where it is', () => {
  fc.assert(
    fc.property(memberIds, owners, (ids, owned) => {
      const settled = assignStreams(membersOf(ids), streamsOf(owned));
      const again = assignStreams(membersOf(ids), streamsOf(owned.map((_, stream) => settled.get(stream))));
      expect(again).toEqual(settled);
    }),
  );
});

test('a stream goes only to members that want its topic, and to nobody when none does', () => {
  const members = [
    { id: 'a', topics: ['t'] },
    { id: 'b', topics: ['t', 'u'] },
  ];
  const streams = [
    { stream: 1, topic: 'u', owner: undefined },
    { stream: 2, topic: 'u', owner: 'a' },
    { stream: 3, topic: 'v', owner: 'a' },
  ];
  expect(assignStreams(members, streams)).toEqual(
    new Map([
      [1, 'b'],
      [2, 'b'],
    ]),
  );
});
