import type { SqlDatabase } from '@meridian/platform/sql/sql-database';
import type { VendorProfiles } from '../ports/vendor-profiles.ts';
import { placeholdersFor } from './sql-raw-events.ts';

/** Vendors' public profiles in a SQL table. */
export const createSqlVendorProfiles = ({ database }: Readonly<{ database: SqlDatabase }>): VendorProfiles => ({
  async remember(profiles) {
    await database.executeMany(
      'INSERT INTO vendor_profiles (user_id, public_profile_id) VALUES (?, ?) ON CONFLICT DO NOTHING',
      profiles.map(({ userId, publicProfileId }) => [userId, publicProfileId]),
    );
  },
  async forget(userIds) {
    await database.executeMany(
      'DELETE FROM vendor_profiles WHERE user_id = ?',
      userIds.map((id) => [id]),
    );
  },
  async find(userIds) {
    if (userIds.length === 0) return [];
    const rows = await database.query<{ user_id: string; public_profile_id: string }>(
      `SELECT user_id, public_profile_id FROM vendor_profiles WHERE user_id IN (${placeholdersFor(userIds)})`,
      userIds,
    );
    return rows.map((row) => ({ userId: row.user_id, publicProfileId: row.public_profile_id }));
  },
});
