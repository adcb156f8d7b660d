import { openServiceDatabase, openServiceFile, type ServiceDatabase } from '@meridian/platform/sql/service-database';
import type { SqliteDatabase } from '@meridian/platform/sql/sqlite-database';
import { PrismaClient } from '../generated/sqlite/client.ts';

/** The service's database and a Prisma client over the same file and the same write lock. */
export type DealsDatabase = ServiceDatabase<PrismaClient>;

/** Opens the file, applies what is missing of both sets of migrations, and connects. */
export const openDealsDatabase = (file: string): Promise<DealsDatabase> =>
  openServiceDatabase({ service: 'deals', file, connect: (options) => new PrismaClient(options) });

/** Opens the file alone, for a process that needs no client. */
export const openDealsFile = (file: string): Promise<SqliteDatabase> => openServiceFile({ service: 'deals', file });
