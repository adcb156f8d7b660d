import { platformMigrationsFolder } from '@meridian/platform/sql/platform-migrations';
import { createPrismaSqliteAdapter } from '@meridian/platform/sql/prisma-adapter';
import { openSqliteDatabase, type SqliteDatabase } from '@meridian/platform/sql/sqlite-database';
import { PrismaClient } from '../generated/sqlite/client.ts';
import { findMigrationsFolder } from './migrations-folder.ts';

/** Opens the file and applies what is missing of both sets of migrations. */
export const openListingsFile = (file: string): Promise<SqliteDatabase> =>
  openSqliteDatabase({ file, migrationsFolder: [platformMigrationsFolder, findMigrationsFolder()] });

/** The service's database and a Prisma client over the same file and the same write lock. */
export type ListingsDatabase = Readonly<{ database: SqliteDatabase; prisma: PrismaClient; close(): Promise<void> }>;

/** Opens the database with its Prisma client. */
export async function openListingsDatabase(file: string): Promise<ListingsDatabase> {
  const database = await openListingsFile(file);
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
