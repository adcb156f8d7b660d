import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SqliteConnection } from './sqlite-connection.ts';
import type { SqliteDatabase } from './sqlite-database.ts';

type Migration = Readonly<{ name: string; script: string; checksum: string }>;

/** Prisma's own table, so that `prisma migrate status` reads what this runner did. */
const createTable = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "checksum" TEXT NOT NULL,
  "finished_at" DATETIME,
  "migration_name" TEXT NOT NULL,
  "logs" TEXT,
  "rolled_back_at" DATETIME,
  "started_at" DATETIME NOT NULL DEFAULT current_timestamp,
  "applied_steps_count" INTEGER UNSIGNED NOT NULL DEFAULT 0
)`;

/**
 * Applies the migrations of a folder in Prisma's layout (`<NNNN_name>/migration.sql`) that the database does not have yet, in
 * the order of their names, and records them in `_prisma_migrations`. All of them in one transaction under the write lock: two
 * processes that start at once apply them once, and a failed migration leaves nothing behind.
 *
 * Several folders may be applied to one database; names must differ between them.
 *
 * @throws Error when an applied migration was edited afterwards, or when one fails (with its name)
 */
export async function migrate(database: SqliteDatabase, folder: string): Promise<void> {
  const migrations = await readMigrations(folder);
  const write = await database.begin();
  try {
    applyPending(write.connection, migrations);
  } catch (error) {
    write.rollback();
    throw error;
  }
  write.commit();
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => {
      const script = await readFile(join(folder, name, 'migration.sql'), 'utf8');
      return { name, script, checksum: createHash('sha256').update(script).digest('hex') };
    }),
  );
}

function applyPending(connection: SqliteConnection, migrations: readonly Migration[]): void {
  connection.script(createTable);
  const applied = new Map(
    connection
      .query('SELECT migration_name AS name, checksum FROM "_prisma_migrations" WHERE rolled_back_at IS NULL', [])
      .map((row) => [row.name, row.checksum]),
  );
  for (const migration of migrations) {
    const checksum = applied.get(migration.name);
    if (checksum === undefined) apply(connection, migration);
    else if (checksum !== migration.checksum) {
      throw new Error(
        `Migration ${migration.name} was changed after it had been applied. Add a new migration instead.`,
      );
    }
  }
}

function apply(connection: SqliteConnection, { name, script, checksum }: Migration): void {
  try {
    connection.script(script);
  } catch (error) {
    throw new Error(`Migration ${name} failed: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
  connection.run(
    `INSERT INTO "_prisma_migrations" (id, checksum, finished_at, migration_name, applied_steps_count)
     VALUES (?, ?, current_timestamp, ?, 1)`,
    [randomUUID(), checksum, name],
  );
}
