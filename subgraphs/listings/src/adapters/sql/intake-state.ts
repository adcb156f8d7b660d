import type { SqlDatabase } from '@meridian/platform/sql/sql-database';
import type { IntakeState } from '@meridian/schema/contracts/intake';

const maxKeyLength = 200;
const maxValueLength = 4_000;

function checked(key: string, value = ''): void {
  if (key.length > maxKeyLength || value.length > maxValueLength) {
    throw new RangeError(`Intake state holds keys of ${maxKeyLength} and values of ${maxValueLength} characters.`);
  }
}

/** Small durable facts of importers and the demo market. */
export const createSqlIntakeState = (database: SqlDatabase): IntakeState => ({
  async get(key) {
    const [row] = await database.query<{ value: string }>('SELECT value FROM intake_state WHERE state_key = ?', [key]);
    return row?.value;
  },
  putIfAbsent(key, value) {
    checked(key, value);
    return database.transaction(async (sql) => {
      const [row] = await sql.query<{ value: string }>('SELECT value FROM intake_state WHERE state_key = ?', [key]);
      if (row) return row.value;
      await sql.execute('INSERT INTO intake_state (state_key, value) VALUES (?, ?)', [key, value]);
      return value;
    });
  },
  async put(key, value) {
    checked(key, value);
    await database.execute('REPLACE INTO intake_state (state_key, value) VALUES (?, ?)', [key, value]);
  },
});
