import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openRaceCourse, type RaceCourse, race, seatRace, sharedSegmentRace } from './race.ts';

// `npm run jest -- e2e/races` runs small races; FULL_RACES=1 the ones that the release is judged by.
const full = process.env.FULL_RACES === '1';
const clients = full ? 200 : 60;
const seeds = full ? [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] : [1, 2];
const seats = 20;

describe('two bookings processes on one database', () => {
  let course: RaceCourse;
  beforeAll(async () => {
    course = await openRaceCourse();
  }, 60_000);
  afterAll(() => course[Symbol.asyncDispose]());

  test.each(seeds)(
    'sell exactly the seats that there are, whoever comes first (seed %i)',
    async (seed) => {
      const result = await race(course, { seed, clients, itineraries: seatRace(seed, seats) });
      expect(result.answers).toEqual({ 'Booking CONFIRMED': seats, SoldOut: clients - seats });
      expect(result.inFile).toEqual({ confirmed: seats, sold: seats, held: 0, balance: 0, charges: seats });
    },
    60_000,
  );

  test.each(seeds)(
    'sell the last seat of a segment once, to the nonstop or to the connection (seed %i)',
    async (seed) => {
      const result = await race(course, { seed, clients: 20, itineraries: sharedSegmentRace(seed) });
      expect(result.answers).toEqual({ 'Booking CONFIRMED': 1, SoldOut: 19 });
      expect(result.inFile).toEqual({ confirmed: 1, sold: 1, held: 0, balance: 0, charges: 1 });
    },
    60_000,
  );
});
