import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { CloudEvent } from '@meridian/platform/event-log/cloud-event';
import { platformMigrationsFolder } from '@meridian/platform/sql/platform-migrations';
import { migrationsOf } from '@meridian/platform/sql/service-database';
import type { SqlDatabase, SqlValue } from '@meridian/platform/sql/sql-database';
import { openSqliteDatabase } from '@meridian/platform/sql/sqlite-database';
import { temporaryFolder } from '@meridian/platform/testkit/temporary-folder';
import { identified } from '@meridian/schema/contracts/content-hash';
import type { AirportRecord } from '@meridian/schema/contracts/place-records';
import { type AirportState, airportDeleted, airportUpdated } from '@meridian/schema/events/listings';
import { openListingsIntake } from '../src/listings-intake.ts';
import { type ListingsService, openListingsService } from './harness.ts';
import { airports } from './records.ts';

const [changi, heathrow] = airports as readonly [AirportRecord, AirportRecord];

/** A record with other content, and with the hash that goes with it. */
const changed = ({ contentHash: _, ...record }: AirportRecord, more: Partial<AirportRecord>): AirportRecord =>
  identified({ ...record, ...more });

const airportEvents = async (service: ListingsService): Promise<CloudEvent[]> =>
  (await service.events('listings')).filter(({ type }) => type.startsWith('airport.'));
const told = async (service: ListingsService): Promise<string[]> =>
  (await airportEvents(service)).map(({ type, subject, sequence }) => `${type} ${subject} ${sequence}`);

describe('airports are told', () => {
  test('whole, when they are new or have changed, and not when they are as they were', async () => {
    await using service = await openListingsService();
    const batch = [changed(changi, { elevationInFeet: 22, keywords: ['Changi'] }), heathrow];
    await service.intake.upsertAirports(batch);
    await service.intake.upsertAirports(batch);
    await service.intake.upsertAirports([batch[0] as AirportRecord, changed(heathrow, { name: 'Heathrow' })]);
    expect(await told(service)).toEqual(['airport.updated SIN 1', 'airport.updated LHR 1', 'airport.updated LHR 2']);
    const states = (await airportEvents(service)).map(({ data }) => airportUpdated.schema.parse(data));
    expect(states[0]).toEqual({
      code: 'SIN',
      version: 1,
      icao: null,
      airportName: 'Singapore International Airport',
      city: 'Singapore',
      countryCode: 'SG',
      subdivision: null,
      latitude: 1.36,
      longitude: 103.99,
      elevationInFeet: 22,
      timeZone: 'Asia/Singapore',
      size: 'large',
      scheduledService: true,
      keywords: ['Changi'],
    });
    expect(states[2]).toEqual({ ...(states[1] as AirportState), version: 2, airportName: 'Heathrow' });
  });

  test('only when they were taken in: what is skipped, or another holds, tells nothing', async () => {
    await using service = await openListingsService();
    await service.intake.upsertAirports([
      changed(changi, { latitude: 91 }),
      heathrow,
      changed(heathrow, { sourceKey: 'other:1' }),
    ]);
    await service.intake.upsertAirports([changed(heathrow, { sourceKey: 'demo:LHR' })]);
    expect(await told(service)).toEqual(['airport.updated LHR 1']);
  });

  test('once per batch, as the last record says', async () => {
    await using service = await openListingsService();
    await service.intake.upsertAirports([changi, changed(changi, { name: 'Changi' })]);
    expect(await told(service)).toEqual(['airport.updated SIN 1']);
    expect((await airportEvents(service))[0]?.data).toMatchObject({ airportName: 'Changi' });
  });

  test('to be gone, when they get another code; a code that is given again goes on counting', async () => {
    await using service = await openListingsService();
    await service.intake.upsertAirports([changi]);
    await service.intake.upsertAirports([changed(changi, { iata: 'XSP' })]);
    expect((await service.ask('{ airport(code: "SIN") { name } }')).data.airport).toBeNull();
    await service.intake.upsertAirports([changed(changi, { sourceKey: 'other:1' })]);
    expect(await told(service)).toEqual([
      'airport.updated SIN 1',
      'airport.updated XSP 1',
      'airport.deleted SIN 2',
      'airport.updated SIN 3',
    ]);
    expect(airportDeleted.schema.parse((await airportEvents(service))[2]?.data)).toEqual({ code: 'SIN', version: 2 });
  });

  test('in the transaction that stores them: a batch that fails tells nothing', async () => {
    await using service = await openListingsService();
    const broken = { ...changi, contentHash: null as never };
    await expect(service.intake.upsertAirports([broken])).rejects.toThrow('NOT NULL');
    expect((await service.ask('{ airport(code: "SIN") { name } }')).data.airport).toBeNull();
    expect(await told(service)).toEqual([]);
  });
});

/** A database as it was before airports were told, with some rows. */
async function makeOldFile(folder: string, rows: readonly Record<string, SqlValue>[]): Promise<void> {
  const migrations = join(folder, 'migrations');
  await cp(join(migrationsOf('listings'), '0001_listings'), join(migrations, '0001_listings'), { recursive: true });
  const file = join(folder, 'listings.db');
  await using database = await openSqliteDatabase({ file, migrationsFolder: [platformMigrationsFolder, migrations] });
  for (const row of rows) {
    const columns = Object.keys(row);
    const places = columns.map(() => '?').join(', ');
    await database.execute(`INSERT INTO airports (${columns.join(', ')}) VALUES (${places})`, Object.values(row));
  }
}

const waiting = async (database: SqlDatabase): Promise<CloudEvent[]> => {
  const rows = await database.query<{ value: string }>("SELECT value FROM outbox WHERE topic = 'listings' ORDER BY id");
  return rows.map(({ value }) => JSON.parse(value) as CloudEvent);
};

const openFile = (folder: string) => openSqliteDatabase({ file: join(folder, 'listings.db') });
const openIntake = (folder: string) =>
  openListingsIntake({ dataFolder: { database: (name) => join(folder, `${name}.db`) } });

describe('a data folder from before airports were told', () => {
  test('tells those that it has once, as if they had been stored today, and counts on', async () => {
    await using now = await temporaryFolder('listings-now');
    await using old = await temporaryFolder('listings-old');
    const batch = [
      changed(changi, { elevationInFeet: 22, keywords: ['Ch"angi'] }),
      heathrow,
      changed(changi, { iata: 'XSP', sourceKey: 'x:1', scheduledService: false }),
    ];
    {
      await using intake = await openIntake(now.path);
      await intake.upsertAirports(batch);
    }
    await using today = await openFile(now.path);
    await makeOldFile(old.path, await today.query<Record<string, SqlValue>>('SELECT * FROM airports ORDER BY code'));
    await using intake = await openIntake(old.path);
    await using migrated = await openFile(old.path);
    const events = await waiting(migrated);
    const expected = (await waiting(today)).sort((left, right) => (left.subject < right.subject ? -1 : 1));
    expect(events.map(({ id: _, time: __, ...rest }) => rest)).toEqual(
      expected.map(({ id: _, time: __, ...rest }) => rest),
    );
    expect(events.map(({ id }) => id)).toEqual(
      ['LHR', 'SIN', 'XSP'].map((code) => expect.stringMatching(new RegExp(`^evt_\\w{19}${code}$`))),
    );
    expect(events.filter(({ time }) => new Date(time).toISOString() !== time)).toEqual([]);
    await intake.upsertAirports([changed(heathrow, { name: 'Heathrow' })]);
    expect((await waiting(migrated)).at(-1)).toMatchObject({ subject: 'LHR', sequence: 2 });
  });
});
