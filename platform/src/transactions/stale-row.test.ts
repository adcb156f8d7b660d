import { expect, test } from '@jest/globals';
import { decideAnew, requireMoved, StaleRowError } from './stale-row.ts';

/** Work that meets a row which has moved so many times, and counts its runs. */
function createWork(stale: number, error: Error = new StaleRowError('The row has moved.')) {
  const work = { runs: 0, run: async () => 'done' };
  work.run = async () => {
    work.runs += 1;
    if (work.runs <= stale) throw error;
    return 'done';
  };
  return work;
}

test('one row that moved is right; none, several and no answer are not', () => {
  requireMoved(1, 'It is no longer HELD.');
  for (const affected of [0, 2, undefined])
    expect(() => requireMoved(affected, 'It is no longer HELD.')).toThrow(new StaleRowError('It is no longer HELD.'));
});

test('a decision on a row that moved meanwhile is made anew, three times more at most', async () => {
  const [once, thrice, always] = [createWork(1), createWork(3), createWork(4)];
  expect([await decideAnew(once.run), await decideAnew(thrice.run)]).toEqual(['done', 'done']);
  await expect(decideAnew(always.run)).rejects.toThrow(StaleRowError);
  expect([once.runs, thrice.runs, always.runs]).toEqual([2, 4, 4]);
});

test('any other failure is not tried again', async () => {
  const broken = createWork(1, new RangeError('broken'));
  await expect(decideAnew(broken.run)).rejects.toThrow(RangeError);
  expect(broken.runs).toBe(1);
});
