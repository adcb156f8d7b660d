import { migrationsOf } from '@meridian/platform/sql/service-database';
import { openSqliteDatabase, type SqliteDatabase } from '@meridian/platform/sql/sqlite-database';

/** Opens the file and applies what is missing of its migrations. It has neither outbox nor inbox: an effect is its own inbox here. */
export const openAnalyticsDatabase = (file: string): Promise<SqliteDatabase> =>
  openSqliteDatabase({ file, migrationsFolder: migrationsOf('analytics') });
