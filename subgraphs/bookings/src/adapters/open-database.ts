import { migrationsOf, openServiceDatabase, type ServiceDatabase } from '@meridian/platform/sql/service-database';
import { openSqliteDatabase, type SqliteDatabase } from '@meridian/platform/sql/sqlite-database';
import { PrismaClient } from '../generated/sqlite/client.ts';

/** The service's database and a Prisma client over the same file and the same write lock. */
export type BookingsDatabase = ServiceDatabase<PrismaClient>;

/** Opens the file, applies what is missing of both sets of migrations, and connects. */
export const openBookingsDatabase = (file: string): Promise<BookingsDatabase> =>
  openServiceDatabase({ service: 'bookings', file, connect: (options) => new PrismaClient(options) });

/** Opens the sandbox provider's own file. */
export const openSandboxDatabase = (file: string): Promise<SqliteDatabase> =>
  openSqliteDatabase({ file, migrationsFolder: migrationsOf('bookings', 'sandbox-sqlite') });
