import { platformMigrationsFolder } from '@meridian/platform/sql/platform-migrations';
import { createPrismaSqliteAdapter } from '@meridian/platform/sql/prisma-adapter';
import { openSqliteDatabase, type SqliteDatabase } from '@meridian/platform/sql/sqlite-database';
import { PrismaClient } from '../generated/sqlite/client.ts';
import { findMigrationsFolder } from './migrations-folder.ts';

/** The service's database and a Prisma client over the same file and the same write lock. */
export type DealsDatabase = Readonly<{ database: SqliteDatabase; prisma: PrismaClient; close(): Promise<void> }>;

/** Opens the file, applies what is missing of both sets of migrations, and connects. */
export async function openDealsDatabase(file: string): Promise<DealsDatabase> {
  const migrationsFolder = [platformMigrationsFolder, findMigrationsFolder()];
  const database = await openSqliteDatabase({ file, migrationsFolder });
  const prisma = new PrismaClient({ adapter: createPrismaSqliteAdapter(database) });
  return {
    database,
    prisma,
    async close() {
      await prisma.$disconnect();
      await database.close();
    },
  };
}
