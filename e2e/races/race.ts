import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDataFolder } from '@meridian/platform/config/data-folder';
import { openSecrets } from '@meridian/platform/config/secrets';
import { openSqliteDatabase } from '@meridian/platform/sql/sqlite-database';
import { startBookings } from './bookings-process.ts';
import { createClients, createRandom } from './clients.ts';
import { announce, type Itinerary } from './market.ts';

/** Two bookings processes on one data folder, and clients that speak to both. */
export async function openRaceCourse() {
  const root = await mkdtemp(join(tmpdir(), 'meridian-race-'));
  const folder = await openDataFolder(root);
  const secrets = await openSecrets(folder.secrets, ['internalKey', 'offerKeys']);
  const processes = await Promise.all([startBookings(root), startBookings(root)]);
  const clients = createClients(secrets);
  return {
    urls: processes.map((each) => each.url),
    clients,
    databaseFile: folder.database('bookings'),
    /** The books of the sandbox provider. */
    paymentsFile: folder.database('payments'),
    async list(itineraries: readonly Itinerary[]) {
      await announce(folder.eventLog, itineraries);
      const last = itineraries.at(-1)?.id ?? '';
      for (const { url } of processes) await clients.known(url, last);
    },
    async [Symbol.asyncDispose]() {
      await Promise.all(processes.map((each) => each.stop()));
      await rm(root, { recursive: true, force: true });
    },
  };
}

export type RaceCourse = Awaited<ReturnType<typeof openRaceCourse>>;

/** How a race ended, from the clients' answers and from the database. */
export type RaceResult = Readonly<{
  seed: number;
  answers: Readonly<Record<string, number>>;
  booked: number;
  /** Confirmed bookings, sold and held units, and the ledger's balance, as they stand in the file. */
  inFile: Readonly<{ confirmed: number; sold: number; held: number; balance: number; charges: number }>;
  millis: number;
}>;

async function readFile(databaseFile: string, itineraries: readonly Itinerary[]): Promise<RaceResult['inFile']> {
  await using database = await openSqliteDatabase({ file: databaseFile });
  const ids = itineraries.map(({ id }) => id);
  const places = ids.map(() => '?').join(', ');
  const bookings = `SELECT booking_id FROM booking_item WHERE listing_id IN (${places})`;
  const [confirmed] = await database.query<{ n: number }>(
    `SELECT COUNT(*) AS n FROM booking WHERE state = 'CONFIRMED' AND id IN (${bookings})`,
    ids,
  );
  const [ledger] = await database.query<{ balance: number; charges: number }>(
    `SELECT COALESCE(SUM(amount_minor), 0) AS balance, COUNT(DISTINCT booking_id) AS charges FROM ledger_entry
     WHERE booking_id IN (${bookings})`,
    ids,
  );
  const resources = [
    ...new Set(itineraries.flatMap(({ segments }) => segments.map(({ resource }) => `${resource}/ECONOMY`))),
  ];
  const [stock] = await database.query<{ sold: number; held: number }>(
    `SELECT COALESCE(MAX(sold), 0) AS sold, COALESCE(SUM(held), 0) AS held FROM stock
     WHERE resource IN (${resources.map(() => '?').join(', ')})`,
    resources,
  );
  return {
    confirmed: confirmed?.n ?? 0,
    sold: stock?.sold ?? 0,
    held: stock?.held ?? 0,
    balance: ledger?.balance ?? 0,
    charges: ledger?.charges ?? 0,
  };
}

/** Lets clients book all at once, each for itself, each on a process and an itinerary that the seed chooses. */
export async function race(
  course: RaceCourse,
  start: Readonly<{ seed: number; clients: number; itineraries: readonly Itinerary[] }>,
): Promise<RaceResult> {
  const { seed, itineraries } = start;
  const random = createRandom(seed);
  const pick = <Value>(values: readonly Value[]): Value => values[Math.floor(random() * values.length)] as Value;
  await course.list(itineraries);
  const offers = await Promise.all(itineraries.map((itinerary) => course.clients.offerFor(itinerary)));
  const begin = performance.now();
  const answers = await Promise.all(
    Array.from({ length: start.clients }, (_, index) =>
      course.clients.book(pick(course.urls), `usr_${itineraries[0]?.id}x${index}`, pick(offers)),
    ),
  );
  const millis = Math.round(performance.now() - begin);
  const counts: Record<string, number> = {};
  for (const { type } of answers) counts[type] = (counts[type] ?? 0) + 1;
  const booked = counts['Booking CONFIRMED'] ?? 0;
  return { seed, answers: counts, booked, inFile: await readFile(course.databaseFile, itineraries), millis };
}

/** Many clients for few seats of one nonstop. */
export const seatRace = (seed: number, seats: number): Itinerary[] => [
  { id: `flt_nonstop${seed}`, segments: [{ resource: `ME${seed}.SIN.2030-06-01`, seats }] },
];

/** A nonstop and a connection that share a segment with one last seat. */
export const sharedSegmentRace = (seed: number): Itinerary[] => {
  const shared = { resource: `MS${seed}.SIN.2030-06-01`, seats: 1 };
  const feeder = { resource: `MF${seed}.KUL.2030-06-01`, seats: 50 };
  return [
    { id: `flt_alone${seed}`, segments: [shared] },
    { id: `flt_joined${seed}`, segments: [feeder, shared] },
  ];
};
