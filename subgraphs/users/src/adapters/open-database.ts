import { openServiceDatabase, type ServiceDatabase } from '@meridian/platform/sql/service-database';
import { PrismaClient } from '../generated/sqlite/client.ts';

/** The service's database and a Prisma client over the same file and the same write lock. */
export type UsersDatabase = ServiceDatabase<PrismaClient>;

/** Opens the file, applies what is missing of both sets of migrations, and connects. */
export const openUsersDatabase = (file: string): Promise<UsersDatabase> =>
  openServiceDatabase({ service: 'users', file, connect: (options) => new PrismaClient(options) });
