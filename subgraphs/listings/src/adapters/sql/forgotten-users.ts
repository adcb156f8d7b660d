import { selectIn } from '@meridian/platform/sql/select-in';
import type { SqlExecutor } from '@meridian/platform/sql/sql-database';
import { insertUnlessThere } from '@meridian/platform/sql/statements';

const remember = insertUnlessThere('forgotten_users', ['user_id']);

/** Remembers for good that accounts are gone, by id alone. */
export async function rememberForgotten(executor: SqlExecutor, userIds: readonly string[]): Promise<void> {
  await executor.executeMany(
    remember,
    userIds.map((userId) => [userId]),
  );
}

/** Which of some accounts are gone. */
export async function findForgotten(executor: SqlExecutor, userIds: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await selectIn<{ user_id: string }>(
    executor,
    'SELECT user_id FROM forgotten_users WHERE user_id IN (…)',
    { values: userIds },
  );
  return new Set(Array.from(rows, (row) => row.user_id));
}
