import { openRaceCourse, type RaceResult, race, seatRace, sharedSegmentRace } from './race.ts';

/**
 * The races at full size, with a table: `node --conditions=source --import tsx e2e/races/main.ts [clients] [seats] [seeds]`.
 * Exit code 1 when a seat was sold twice or not at all.
 */
const [clients = 200, seats = 20, seeds = 10] = process.argv.slice(2).map(Number);

const line = (cells: readonly (string | number)[]) =>
  console.log(cells.map((cell) => String(cell).padStart(10)).join(''));

const isRight = (result: RaceResult, expected: number, asked: number): boolean =>
  result.booked === expected &&
  (result.answers.SoldOut ?? 0) === asked - expected &&
  result.inFile.confirmed === expected &&
  result.inFile.sold === expected &&
  result.inFile.held === 0 &&
  result.inFile.balance === 0 &&
  result.inFile.charges === expected;

const show = (name: string, result: RaceResult, right: boolean) =>
  line([
    name,
    result.seed,
    result.booked,
    result.answers.SoldOut ?? 0,
    result.inFile.confirmed,
    result.inFile.sold,
    result.inFile.balance,
    result.millis,
    right ? 'right' : 'WRONG',
  ]);

await using course = await openRaceCourse();
line(['race', 'seed', 'booked', 'sold out', 'confirmed', 'sold', 'balance', 'ms', '']);
for (let seed = 1; seed <= seeds; seed += 1) {
  const crowd = await race(course, { seed, clients, itineraries: seatRace(seed, seats) });
  const crowdIsRight = isRight(crowd, seats, clients);
  show(`${clients} on ${seats}`, crowd, crowdIsRight);
  const last = await race(course, { seed, clients: 20, itineraries: sharedSegmentRace(seed) });
  const lastIsRight = isRight(last, 1, 20);
  show('shared', last, lastIsRight);
  if (!crowdIsRight || !lastIsRight) process.exitCode = 1;
}
