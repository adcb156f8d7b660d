import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { beforeAll, expect, test } from '@jest/globals';
import { createPrismaSqliteAdapter } from '../src/sql/prisma-adapter.ts';
import { openSqliteDatabase, type SqliteDatabase } from '../src/sql/sqlite-database.ts';
import { temporaryFolder } from '../src/testkit/temporary-folder.ts';

const fixture = join(dirname(fileURLToPath(import.meta.url)), 'prisma-fixture');
const seconds = 1_000;

type Author = { id: string; email: string };
type Book = {
  id: number;
  title: string;
  sold: bigint;
  rating: number | null;
  price: { toString(): string } | null;
  inPrint: boolean;
  cover: Uint8Array | null;
  extra: unknown;
  published: Date;
};
type Model<Row> = {
  create(arguments_: { data: Record<string, unknown> }): Promise<Row>;
  findUnique(arguments_: { where: Record<string, unknown> }): Promise<Row | null>;
  findMany(arguments_?: Record<string, unknown>): Promise<Row[]>;
  update(arguments_: { where: Record<string, unknown>; data: Record<string, unknown> }): Promise<Row>;
  count(): Promise<number>;
};
type Tables = { author: Model<Author>; book: Model<Book> };
/** What this test uses of the client, which exists only after it was generated. */
type Client = Tables & {
  $transaction<T>(work: (inside: Tables) => Promise<T>, options?: { maxWait?: number; timeout?: number }): Promise<T>;
  $disconnect(): Promise<void>;
};
type ClientClass = new (options: { adapter: ReturnType<typeof createPrismaSqliteAdapter> }) => Client;

let PrismaClient: ClientClass;

beforeAll(async () => {
  const prisma = createRequire(import.meta.url).resolve('prisma/build/index.js');
  // The schema engine is not needed to generate; without this, Prisma tries to download it.
  const env = {
    PATH: '',
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
  };
  await promisify(execFile)(process.execPath, [prisma, 'generate', '--schema', join(fixture, 'schema.prisma')], {
    cwd: fixture,
    env,
  });
  const generated: { PrismaClient: ClientClass } = await import(join(fixture, 'src/generated/client.ts'));
  PrismaClient = generated.PrismaClient;
}, 90 * seconds);

async function openFixture(busyTimeoutInMs = 10 * seconds) {
  const folder = await temporaryFolder();
  const file = join(folder.path, 'books.db');
  const database = await openSqliteDatabase({ file, migrationsFolder: join(fixture, 'migrations'), busyTimeoutInMs });
  const client = new PrismaClient({ adapter: createPrismaSqliteAdapter(database) });
  return {
    client,
    database,
    async [Symbol.asyncDispose]() {
      await client.$disconnect();
      await database.close();
      await folder[Symbol.asyncDispose]();
    },
  };
}

const codeOf = async (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'no error',
    (error: { code?: unknown }) => error.code,
  );
const author = { id: 'a1', email: 'ann@example.org' };

test('every scalar type survives the way into the file and back', async () => {
  await using fixtures = await openFixture();
  const { client, database } = fixtures;
  await client.author.create({ data: author });
  const data = {
    title: 'Où? "¿" \u{1F600}',
    sold: 9007199254740993n,
    rating: 4.25,
    price: '12345678.91',
    inPrint: false,
    cover: new Uint8Array([0, 255, 7]),
    extra: { pages: [1, 2] },
    published: new Date('2026-11-20T22:30:15.123Z'),
    authorId: 'a1',
  };
  const { id } = await client.book.create({ data });
  const book = await client.book.findUnique({ where: { id } });
  expect(book?.title).toBe(data.title);
  expect(book?.sold).toBe(9007199254740993n);
  expect(book?.rating).toBe(4.25);
  expect(book?.price?.toString()).toBe('12345678.91');
  expect(book?.inPrint).toBe(false);
  expect([...(book?.cover ?? [])]).toEqual([0, 255, 7]);
  expect(book?.extra).toEqual({ pages: [1, 2] });
  expect(book?.published.toISOString()).toBe('2026-11-20T22:30:15.123Z');
  expect(await database.query('SELECT published FROM Book')).toEqual([{ published: '2026-11-20T22:30:15.123Z' }]);
});

test('an instant that SQL wrote without a zone is read as UTC', async () => {
  await using fixtures = await openFixture();
  const { client, database } = fixtures;
  await client.author.create({ data: author });
  await database.execute("INSERT INTO Book (title, published, authorId) VALUES ('t', '2026-11-20 22:30:15', 'a1')");
  const [book] = await client.book.findMany();
  expect(book?.published.toISOString()).toBe('2026-11-20T22:30:15.000Z');
});

test('a decimal that SQLite would round is refused', async () => {
  await using fixtures = await openFixture();
  await fixtures.client.author.create({ data: author });
  const data = { title: 't', price: '1234567890.1234567', published: new Date(0), authorId: 'a1' };
  await expect(fixtures.client.book.create({ data })).rejects.toThrow();
  expect(await fixtures.client.book.count()).toBe(0);
});

test('constraint violations carry the codes of Prisma and name their fields', async () => {
  await using fixtures = await openFixture();
  const { client } = fixtures;
  await client.author.create({ data: author });
  const again = client.author.create({ data: { ...author, id: 'a2' } });
  expect(await codeOf(again)).toBe('P2002');
  await expect(again).rejects.toThrow('email');
  const orphan = { title: 't', published: new Date(0), authorId: 'nobody' };
  expect(await codeOf(client.book.create({ data: orphan }))).toBe('P2003');
  expect(await codeOf(client.author.update({ where: { id: 'nobody' }, data: { email: 'x' } }))).toBe('P2025');
  expect(await client.author.count()).toBe(1);
});

test('reads outside of an interactive transaction see nothing of it before it commits', async () => {
  await using fixtures = await openFixture();
  const { client, database } = fixtures;
  const seen = await client.$transaction(async (inside) => {
    await inside.author.create({ data: author });
    return {
      inside: await inside.author.count(),
      outside: await client.author.count(),
      sql: await database.query('SELECT id FROM Author'),
    };
  });
  expect(seen).toEqual({ inside: 1, outside: 0, sql: [] });
  expect(await client.author.count()).toBe(1);
});

test('a throw in an interactive transaction rolls back and frees the lock', async () => {
  await using fixtures = await openFixture();
  const { client } = fixtures;
  const failing = client.$transaction(async (inside) => {
    await inside.author.create({ data: author });
    throw new Error('changed my mind');
  });
  await expect(failing).rejects.toThrow('changed my mind');
  expect(await client.author.count()).toBe(0);
  await client.author.create({ data: author });
});

test('an interactive transaction is IMMEDIATE: another writer waits from its first moment, and a busy one says P1008', async () => {
  await using fixtures = await openFixture(30);
  const { client, database } = fixtures;
  await client.$transaction(async (inside) => {
    await inside.author.count();
    await expect(database.execute("INSERT INTO Author VALUES ('b', 'b')")).rejects.toThrow('write lock');
    expect(await codeOf(client.author.create({ data: author }))).toBe('P1008');
  });
  expect(await client.author.count()).toBe(0);
});

test('a hundred transactions that read and then write lose no update', async () => {
  await using fixtures = await openFixture();
  const { client } = fixtures;
  await client.author.create({ data: author });
  const { id } = await client.book.create({ data: { title: 't', published: new Date(0), authorId: 'a1' } });
  const increment = () =>
    client.$transaction(
      async (inside) => {
        const book = await inside.book.findUnique({ where: { id } });
        await inside.book.update({ where: { id }, data: { sold: (book?.sold ?? 0n) + 1n } });
      },
      { maxWait: 10 * seconds, timeout: 10 * seconds },
    );
  await Promise.all(Array.from({ length: 100 }, increment));
  expect((await client.book.findUnique({ where: { id } }))?.sold).toBe(100n);
});

test('a commit through Prisma tells the listeners of the database', async () => {
  await using fixtures = await openFixture();
  const told = commitOf(fixtures.database);
  await fixtures.client.author.create({ data: author });
  await told;
});

const commitOf = (database: SqliteDatabase) => new Promise<void>((resolve) => void database.onCommit(resolve));
