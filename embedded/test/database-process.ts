import { openSqliteDatabase } from '@meridian/platform/sql/sqlite-database';

/** Another process that has databases open: makes a table in each, tells how many tables each has, and keeps them open. */
const files = process.argv.slice(2);
const tables = await Promise.all(
  files.map(async (file) => {
    const database = await openSqliteDatabase({ file });
    const before = await database.query("SELECT name FROM sqlite_schema WHERE type = 'table'");
    await database.execute('CREATE TABLE IF NOT EXISTS kept (name TEXT)');
    return before.length;
  }),
);
process.on('message', () => undefined);
process.send?.(tables);
