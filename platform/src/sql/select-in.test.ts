import { expect, test } from '@jest/globals';
import { selectIn } from './select-in.ts';
import type { SqlExecutor, SqlValue } from './sql-database.ts';

type Asked = Readonly<{ sql: string; params: readonly SqlValue[] }>;

/** Notes what it is asked, and answers each value of the list as a row, once. */
function createRecorder(others = 0) {
  const asked: Asked[] = [];
  const query = (async (sql: string, params: readonly SqlValue[] = []) => {
    asked.push({ sql, params });
    return [...new Set(params.slice(others))].map((id) => ({ id }));
  }) as SqlExecutor['query'];
  return { asked, query };
}

const sql = 'SELECT id FROM things WHERE id IN (…)';
const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);

test.each([1, 2, 3, 511, 512, 513, 1_500])('every one of %i values is asked for once', async (count) => {
  const recorder = createRecorder();
  const rows = await selectIn<{ id: number }>(recorder, sql, { values: numbers(count) });
  expect(rows.map(({ id }) => id)).toEqual(numbers(count));
  expect(Math.max(...recorder.asked.map(({ params }) => params.length))).toBeLessThanOrEqual(512);
});

test('an empty list asks for nothing, and a value that stands twice in it once', async () => {
  const recorder = createRecorder();
  expect(await selectIn(recorder, sql, { values: [] })).toEqual([]);
  expect(recorder.asked).toEqual([]);
  await selectIn(recorder, sql, { values: ['a', 'b', 'a'] });
  expect(recorder.asked).toEqual([{ sql: 'SELECT id FROM things WHERE id IN (?, ?)', params: ['a', 'b'] }]);
});

test('lists of any length share few statements', async () => {
  const recorder = createRecorder();
  for (const count of numbers(600)) await selectIn(recorder, sql, { values: numbers(count) });
  expect(new Set(recorder.asked.map((each) => each.sql)).size).toBe(10);
});

test('values before and behind the list stay where they stand, in every part', async () => {
  const recorder = createRecorder();
  const between = 'SELECT id FROM things WHERE kind = ? AND id IN (…) AND day >= ?';
  await selectIn(recorder, between, { values: numbers(513), before: ['car'], after: ['2027-01-01'] });
  expect(recorder.asked.map(({ params }) => [params[0], params.length, params.at(-1)])).toEqual([
    ['car', 514, '2027-01-01'],
    ['car', 3, '2027-01-01'],
  ]);
});

test.each(['SELECT id FROM things', 'SELECT id FROM things WHERE id IN (…) OR parent IN (…)'])(
  'a statement without one place for the list is refused: %s',
  async (wrong) => {
    await expect(selectIn(createRecorder(), wrong, { values: [1] })).rejects.toThrow('needs one (…)');
  },
);
