import { expect, test } from '@jest/globals';
import type { EventLog } from '../event-log/event-log.ts';
import { foreignRecords, letterOf, openLogOfLetters as openLog } from '../testkit/dead-letters.ts';
import { type DeadLetter, listDeadLetters, readDeadLetters, replayDeadLetter } from './dead-letters.ts';

const write = (log: EventLog, offsets: readonly number[]) => log.append(offsets.map((offset) => letterOf(offset)));
const placeOf = (offset: number) => ({ topic: 'orders.dlq', partition: 0, offset });
const idsOf = (letters: readonly DeadLetter[]) => letters.map(({ eventId }) => eventId);

async function readAll(log: EventLog): Promise<string[]> {
  const letters: DeadLetter[] = [];
  for await (const letter of readDeadLetters(log)) letters.push(letter);
  return idsOf(letters);
}

test('all that were not put back are read, over many pages, whatever stands between them', async () => {
  await using opened = await openLog();
  const { log } = opened;
  // Two pages and some, then what was put back: the first and the last of them, and one in between.
  await write(
    log,
    Array.from({ length: 1_100 }, (_, index) => index),
  );
  for (const offset of [0, 700, 1_099]) await replayDeadLetter(log, placeOf(offset));
  const expected = Array.from({ length: 1_100 }, (_, index) => `evt_${index}`).filter(
    (id) => !['evt_0', 'evt_700', 'evt_1099'].includes(id),
  );
  expect(await readAll(log)).toEqual(expected);
  expect(idsOf(await listDeadLetters(log, { topic: 'orders', limit: 2 }))).toEqual(['evt_1', 'evt_2']);
  expect(await listDeadLetters(log, { topic: 'nothing', limit: 2 })).toEqual([]);
});

test('a letter that a crash wrote twice stands once; given up again after it was put back, it stands again', async () => {
  await using opened = await openLog();
  const { log } = opened;
  await write(log, [5, 5, 6]);
  expect((await listDeadLetters(log, { limit: 9 })).map(({ position }) => position.offset)).toEqual([0, 2]);
  await replayDeadLetter(log, placeOf(0));
  expect(await readAll(log)).toEqual(['evt_6']);
  await write(log, [5]);
  expect(await readAll(log)).toEqual(['evt_6', 'evt_5']);
});

test('each letter is read once, though the oldest of them are gone', async () => {
  await using opened = await openLog();
  const { log } = opened;
  await write(
    log,
    Array.from({ length: 1_100 }, (_, index) => index),
  );
  await log.forget(placeOf(30));
  expect(await readAll(log)).toEqual(Array.from({ length: 1_070 }, (_, index) => `evt_${index + 30}`));
});

test('what another tool has written stands in its place, and does not keep the letters from being read', async () => {
  await using opened = await openLog();
  const { log } = opened;
  await write(log, [1]);
  await log.append(foreignRecords.map((value) => ({ topic: 'orders.dlq', key: 'key', eventId: 'foreign', value })));
  await write(log, [2]);
  const letters = await listDeadLetters(log, { topic: 'orders', limit: 99 });
  expect(idsOf(letters)).toEqual(['evt_1', ...foreignRecords.map(() => 'foreign'), 'evt_2']);
  expect(letters.map(({ group }) => group)).toEqual(['shop', ...foreignRecords.map(() => undefined), 'shop']);
  expect(await replayDeadLetter(log, placeOf(1))).toBeUndefined();
  expect(await log.read({ topic: 'orders', partition: 0, offset: 0 }, 9)).toEqual([]);
});
