import { selectIn } from '@meridian/platform/sql/select-in';
import type { SqlDatabase } from '@meridian/platform/sql/sql-database';
import { insertUnlessThere } from '@meridian/platform/sql/statements';
import type { VendorProfiles } from '../ports/vendor-profiles.ts';

/** Vendors' public profiles in a SQL table. */
export const createSqlVendorProfiles = ({ database }: Readonly<{ database: SqlDatabase }>): VendorProfiles => ({
  async remember(profiles) {
    await database.executeMany(
      insertUnlessThere('vendor_profiles', ['user_id', 'public_profile_id']),
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
    const rows = await selectIn<{ user_id: string; public_profile_id: string }>(
      database,
      'SELECT user_id, public_profile_id FROM vendor_profiles WHERE user_id IN (…)',
      { values: userIds },
    );
    return rows.map((row) => ({ userId: row.user_id, publicProfileId: row.public_profile_id }));
  },
});
