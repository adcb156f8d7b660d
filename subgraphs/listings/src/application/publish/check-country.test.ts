import { describe, expect, test } from '@jest/globals';
import { collectProblems } from '../../domain/problems.ts';
import { checkCountry } from './check-country.ts';

type Spot = readonly [where: string, latitude: number, longitude: number, countryCode: string];

const problemsAt = ([, latitude, longitude, countryCode]: Spot) => {
  const problems = collectProblems();
  checkCountry(problems, { latitude, longitude, countryCode });
  return problems.list();
};

describe('the country of a place', () => {
  test.each<Spot>([
    ['Lisbon', 38.7, -9.1, 'PT'],
    ['Basel’s airport, which lies in France', 47.59, 7.53, 'CH'],
    ['Singapore, as seen from Johor', 1.35, 103.8, 'MY'],
    ['Vatican City, which the map has in Rome', 41.902, 12.453, 'VA'],
    ['San Juan, under its own code', 18.4, -66, 'PR'],
    ['San Juan, as part of the United States', 18.4, -66, 'US'],
    ['Saint-Denis of Réunion, as part of France', -20.9, 55.5, 'FR'],
    ['Pristina', 42.66, 21.17, 'XK'],
    ['Hanoi', 21.03, 105.85, 'VN'],
    ['Point Salines of Grenada', 12.004, -61.786, 'GD'],
    ['Katima Mulilo, in a strip of Namibia', -17.634, 24.177, 'NA'],
    ['a boat in the middle of the Atlantic', 40, -40, 'FJ'],
    ['Taveuni, on the 180th meridian', -16.8, -179.99, 'FJ'],
  ])('%s is taken', (...spot) => {
    expect(problemsAt(spot)).toEqual([]);
  });

  test.each<Spot>([
    ['Lisbon', 38.7, -9.1, 'BR'],
    ['Paris', 48.86, 2.35, 'GB'],
    ['New York', 40.7, -74, 'CA'],
    ['San Juan', 18.4, -66, 'MX'],
    ['Bangkok', 13.75, 100.5, 'TW'],
  ])('%s is told from elsewhere', (...spot) => {
    expect(problemsAt(spot).map(({ path }) => path)).toEqual([['countryCode']]);
  });

  test.each<Spot>([
    ['no country', 38.7, -9.1, 'XX'],
    ['no point', 138.7, -9.1, 'PT'],
  ])('%s is told by others', (...spot) => {
    expect(problemsAt(spot)).toEqual([]);
  });
});
