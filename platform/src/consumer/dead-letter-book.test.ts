import { expect, test } from '@jest/globals';
import type { EventLog } from '../event-log/event-log.ts';
import { foreignRecords, letterOf, openLogOfLetters } from '../testkit/dead-letters.ts';
import { createDeadLetterBook, type DeadLetterBook, type LetterPage } from './dead-letter-book.ts';
import { replayDeadLetter } from './dead-letters.ts';

const placeIn = (topic: string, offset: number) => ({ topic: `${topic}.dlq`, partition: 0, offset });

const page = async (book: DeadLetterBook, wanted: Partial<LetterPage> = {}) => {
  const { letters, hasNextPage, totalCount } = await book.page({ limit: 100, ...wanted });
  return { ids: letters.map(({ eventId }) => eventId), hasNextPage, totalCount };
};

/** A log that counts the records which it has handed out. */
function counting(log: EventLog) {
  const counted = { records: 0 };
  const read: EventLog['read'] = async (from, limit) => {
    const records = await log.read(from, limit);
    counted.records += records.length;
    return records;
  };
  return { counted, log: { ...log, read } };
}

test('all topics are one list, the newest first, page by page; one topic is a list of its own', async () => {
  await using opened = await openLogOfLetters();
  const book = createDeadLetterBook(opened.log);
  expect(await page(book)).toEqual({ ids: [], hasNextPage: false, totalCount: 0 });
  await opened.log.append([
    letterOf(1, { now: 10 }),
    letterOf(2, { topic: 'bills', now: 30 }),
    letterOf(3, { now: 20 }),
    letterOf(4, { now: 20 }),
  ]);
  const first = await book.page({ limit: 2 });
  expect(first).toMatchObject({
    hasNextPage: true,
    totalCount: 4,
    letters: [{ eventId: 'evt_2' }, { eventId: 'evt_4' }],
  });
  const after = first.letters.at(-1);
  expect(await page(book, { after, limit: 2 })).toEqual({ ids: ['evt_3', 'evt_1'], hasNextPage: false, totalCount: 4 });
  expect(await page(book, { topic: 'orders' })).toMatchObject({ ids: ['evt_4', 'evt_3', 'evt_1'], totalCount: 3 });
  expect(await page(book, { topic: 'nothing' })).toMatchObject({ ids: [], totalCount: 0 });
});

test('a page that goes on from where a letter was stays right when that letter is put back meanwhile', async () => {
  await using opened = await openLogOfLetters();
  const book = createDeadLetterBook(opened.log);
  await opened.log.append([1, 2, 3].map((offset) => letterOf(offset, { now: offset })));
  const [after] = (await book.page({ limit: 1 })).letters;
  await book.replay(placeIn('orders', 2));
  expect(await page(book, { after })).toEqual({ ids: ['evt_2', 'evt_1'], hasNextPage: false, totalCount: 2 });
});

test('a letter is put back once, also by two at the same time; what goes with it goes once', async () => {
  await using opened = await openLogOfLetters();
  const { log } = opened;
  const book = createDeadLetterBook(log);
  await log.append([letterOf(1)]);
  const place = placeIn('orders', 0);
  expect(await book.find(place)).toMatchObject({ isOpen: true, attempts: 5 });
  const note = { topic: 'bills', key: 'who', eventId: 'note', value: 'who did it' };
  const replays = await Promise.all([book.replay(place, [note]), book.replay(place, [note])]);
  expect(replays).toMatchObject([
    { ok: true, letter: { isOpen: false }, position: { topic: 'orders', partition: 0, offset: 0 } },
    { ok: false, reason: 'PUT_BACK_BEFORE' },
  ]);
  expect(await log.read({ topic: 'orders', partition: 0, offset: 0 }, 9)).toHaveLength(1);
  expect(await log.read({ topic: 'bills', partition: 0, offset: 0 }, 9)).toMatchObject([note]);
  expect(await book.find(place)).toMatchObject({ isOpen: false, eventId: 'evt_1' });
  expect(await page(book)).toMatchObject({ ids: [], totalCount: 0 });
});

test('where no letter lies there is nothing to show or put back', async () => {
  await using opened = await openLogOfLetters();
  const { log } = opened;
  const book = createDeadLetterBook(log);
  await log.append([{ topic: 'orders', key: 'key', eventId: 'evt', value: '{}' }, letterOf(1)]);
  await book.replay(placeIn('orders', 0));
  const nowhere = [
    { topic: 'orders', partition: 0, offset: 0 },
    { topic: 'nothing.dlq', partition: 0, offset: 0 },
    { topic: 'orders.dlq', partition: 7, offset: 0 },
    placeIn('orders', 9),
    // The note that a letter was put back.
    placeIn('orders', 1),
  ];
  for (const place of nowhere) {
    expect(await book.find(place)).toBeUndefined();
    expect(await book.replay(place)).toEqual({ ok: false, reason: 'NO_LETTER' });
  }
});

test('what others write is seen at once, and nothing is read twice for a list', async () => {
  await using opened = await openLogOfLetters();
  await using other = await opened.again();
  const { log, counted } = counting(opened.log);
  const book = createDeadLetterBook(log);
  await opened.log.append(Array.from({ length: 1_100 }, (_, offset) => letterOf(offset, { now: offset })));
  expect(await page(book, { limit: 1 })).toEqual({ ids: ['evt_1099'], hasNextPage: true, totalCount: 1_100 });
  expect(counted.records).toBeGreaterThan(1_099);
  counted.records = 0;
  await other.append([letterOf(2_000, { now: 2_000 })]);
  await replayDeadLetter(other, placeIn('orders', 1_099));
  expect(await page(book, { limit: 2 })).toMatchObject({ ids: ['evt_2000', 'evt_1098'], totalCount: 1_100 });
  // Two that are new, the two that are shown, and a look at the oldest.
  expect(counted.records).toBe(5);
});

test('what the log has forgotten is no longer listed', async () => {
  await using opened = await openLogOfLetters();
  const book = createDeadLetterBook(opened.log);
  await opened.log.append([1, 2, 3].map((offset) => letterOf(offset, { now: offset })));
  expect(await page(book)).toMatchObject({ totalCount: 3 });
  await opened.log.forget(placeIn('orders', 2));
  expect(await page(book)).toEqual({ ids: ['evt_3'], hasNextPage: false, totalCount: 1 });
  await opened.log.forget(placeIn('orders', 3));
  expect(await page(book)).toEqual({ ids: [], hasNextPage: false, totalCount: 0 });
});

test.each(foreignRecords)(
  'what another tool has written is listed as what it is, and is not put back: %s',
  async (value) => {
    await using opened = await openLogOfLetters();
    const { log } = opened;
    const book = createDeadLetterBook(log);
    const foreign = { topic: 'orders.dlq', key: 'key', eventId: 'foreign', value };
    await log.append([letterOf(1, { now: 2 }), foreign, letterOf(2, { now: 1 })]);
    expect(await page(book)).toEqual({ ids: ['evt_1', 'evt_2', 'foreign'], hasNextPage: false, totalCount: 3 });
    const place = placeIn('orders', 1);
    const shown = { isOpen: false, position: place, origin: place, failedAt: 0, key: 'key', eventId: 'foreign', value };
    expect(await book.find(place)).toEqual({
      ...shown,
      cause: expect.stringMatching(/^It is no dead letter: .+\. It /),
    });
    expect((await book.page({ limit: 9 })).letters[2]).toMatchObject(shown);
    expect(await book.replay(place)).toEqual({ ok: false, reason: 'NO_LETTER' });
    expect(await book.replay(placeIn('orders', 2))).toMatchObject({ ok: true });
    await log.forget(placeIn('orders', 2));
    expect(await page(book)).toMatchObject({ ids: [], totalCount: 0 });
  },
);

/** Two logs whose first appends wait for each other, as those of two processes do that have read the same. */
function meeting(logs: readonly EventLog[]): EventLog[] {
  const arrived: (() => void)[] = [];
  const together = new Promise<void>((resolve) => arrived.push(resolve));
  let waiting = logs.length;
  return logs.map((log) => ({
    ...log,
    append: async (records) => {
      waiting -= 1;
      if (waiting === 0) for (const go of arrived) go();
      await together;
      return log.append(records);
    },
  }));
}

test('of two processes that put one back at the same time, one is told that it was put back before', async () => {
  await using opened = await openLogOfLetters();
  await using other = await opened.again();
  await opened.log.append([letterOf(1), letterOf(2)]);
  const [here, there] = meeting([opened.log, other]).map(createDeadLetterBook);
  const replays = await Promise.all([here, there].map((book) => book?.replay(placeIn('orders', 0))));
  expect(replays.map((replay) => replay?.ok).sort()).toEqual([false, true]);
  expect(replays).toContainEqual({ ok: false, reason: 'PUT_BACK_BEFORE' });
  // The one that is told so is the one whose event lies behind the other's.
  const done = replays.find((replay) => replay?.ok);
  expect(done).toMatchObject({ position: { topic: 'orders', offset: 0 } });
  expect(await here?.replay(placeIn('orders', 1))).toMatchObject({ ok: true });
});
