import { describe, expect, test } from '@jest/globals';
import { countInBox, mostStaysInBox } from '../src/application/search/stay-box.ts';
import { collectProblems } from '../src/domain/problems.ts';
import { openListingsService } from './harness.ts';
import { fill } from './records.ts';

const query = `query ($input: StaySearchInput!) { searchStays(input: $input) { totalCount } }`;
const atEquator = { south: 0, west: 100, east: 106 };
/** Six degrees of longitude by this many of latitude at the equator are 500,000 km². */
const border = 6.7555;

describe('a search of a box', () => {
  test('is refused when the box is larger than a map may be, and says how to go on', async () => {
    await using service = await openListingsService();
    await fill(service.intake);
    const found = async (input: object) => {
      const { data, errors } = await service.ask(query, { input });
      return data.searchStays?.totalCount ?? errors.map(({ extensions }) => [extensions.code, extensions.problems]);
    };
    const problem = { path: ['input', 'box'], message: expect.stringContaining('larger than 500000 km². Zoom in') };
    const world = { south: -90, west: -180, north: 90, east: 180 };
    expect(await found({ box: world })).toEqual([['BAD_USER_INPUT', [problem]]]);
    expect(await found({ box: { ...atEquator, north: border + 0.001 } })).toEqual([['BAD_USER_INPUT', [problem]]]);
    expect(await found({ box: { ...atEquator, north: border - 0.001 } })).toBe(1);
    // A place bounds what is read, so that its box may be of any size.
    expect(await found({ place: 'SIN', box: world })).toBe(1);
  });

  test('is refused from one stay too many on, which is as far as they are counted', async () => {
    const problemsWith = async (stays: number) => {
      const problems = collectProblems();
      const countStays = async (_box: object, most: number) => Math.min(stays, most);
      await countInBox({ candidates: { countStays } }, { box: { ...atEquator, north: 1 } }, problems);
      return problems.list();
    };
    expect(await problemsWith(mostStaysInBox)).toEqual([]);
    const problem = { path: ['input', 'box'], message: expect.stringContaining('More than 5000 stays') };
    expect(await problemsWith(mostStaysInBox + 1)).toEqual([problem]);
    expect(await problemsWith(1_000_000)).toEqual([problem]);
  });
});
