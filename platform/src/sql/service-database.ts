import type { SqlDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import { findInCheckout } from '../config/checkout.ts';
import { platformMigrationsFolder } from './platform-migrations.ts';
import { createPrismaSqliteAdapter } from './prisma-adapter.ts';
import { openSqliteDatabase, type SqliteDatabase } from './sqlite-database.ts';

/** A set of migrations that a service keeps in `subgraphs/<service>/prisma/migrations`. */
export const migrationsOf = (service: string, set = 'sqlite'): string =>
  findInCheckout(`subgraphs/${service}/prisma/migrations/${set}`);

/** Which service's file to open, and where it is. */
export type ServiceFile = Readonly<{ service: string; file: string }>;

/** Opens a service's file and applies what is missing of both sets of migrations: the platform's and its own. */
export const openServiceFile = ({ service, file }: ServiceFile): Promise<SqliteDatabase> =>
  openSqliteDatabase({ file, migrationsFolder: [platformMigrationsFolder, migrationsOf(service)] });

/** What a service's generated `PrismaClient` is made with. */
export type ClientOptions = Readonly<{
  adapter: SqlDriverAdapterFactory;
  transactionOptions: { maxWait: number; timeout: number };
}>;

/**
 * In milliseconds. Prisma's own 2 s to begin are too short: its transactions queue with all other writers of the file, and a
 * bulk import holds the lock for longer. `platform/sql` waits for 10 s, so does Prisma.
 */
const transactionOptions = { maxWait: 10_000, timeout: 10_000 };

/** A service's database and a Prisma client over the same file and the same write lock. */
export type ServiceDatabase<Client> = Readonly<{ database: SqliteDatabase; prisma: Client; close(): Promise<void> }>;

/** Opens a service's file with the client that was generated for it. `connect` makes the client. */
export async function openServiceDatabase<Client extends Readonly<{ $disconnect(): Promise<void> }>>(
  options: ServiceFile & Readonly<{ connect: (options: ClientOptions) => Client }>,
): Promise<ServiceDatabase<Client>> {
  const database = await openServiceFile(options);
  const prisma = options.connect({ adapter: createPrismaSqliteAdapter(database), transactionOptions });
  return {
    database,
    prisma,
    async close() {
      await prisma.$disconnect();
      await database.close();
    },
  };
}
