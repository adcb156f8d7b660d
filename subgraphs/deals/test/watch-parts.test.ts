import { expect, test } from '@jest/globals';
import { brokenCases, describeContract } from '@meridian/platform/testkit/contract-suite';
import type { DealsTransaction } from '../src/ports/deals-store.ts';
import { openHandlers } from './open-handlers.ts';
import { partSize, watchPartsContract } from './watch-parts.contract.ts';

describeContract('watches in parts', watchPartsContract, () => openHandlers({ partSize }));

const brokenBy = (books: (sound: DealsTransaction) => DealsTransaction) =>
  brokenCases(watchPartsContract, () => openHandlers({ partSize, books }));

test('a book that takes an evaluation off before its last part is caught', async () => {
  const broken = await brokenBy((sound) => ({
    ...sound,
    evaluations: { ...sound.evaluations, advance: (number) => sound.evaluations.end(number) },
  }));
  expect(broken).toContain('each is told once, whatever is killed between any two writes and whatever comes twice');
});

test('handlers that let an event overtake what waits for the same watches are caught', async () => {
  const broken = await brokenBy((sound) => ({
    ...sound,
    evaluations: { ...sound.evaluations, waiting: async () => new Set() },
  }));
  expect(broken).toContain(
    'each is held against every event as things stood then, in order, however much has happened since',
  );
});

test('a book that gives an evaluation watches that were made after it is caught', async () => {
  const broken = await brokenBy((sound) => ({
    ...sound,
    watches: {
      ...sound.watches,
      lookingAt: (watched, part) => sound.watches.lookingAt(watched, { ...part, number: Number.MAX_SAFE_INTEGER }),
    },
  }));
  expect(broken).toEqual(['a watch is not held against what had happened before it was made']);
});

test('a book that always goes on with the same queue is caught', async () => {
  const broken = await brokenBy((sound) => ({
    ...sound,
    evaluations: { ...sound.evaluations, next: () => sound.evaluations.next('') },
  }));
  expect(broken).toEqual(['what many watch does not hold up what others watch']);
});
