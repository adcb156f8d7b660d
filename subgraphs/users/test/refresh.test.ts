import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { openSqliteDatabase } from '@meridian/platform/sql/sqlite-database';
import { openUsersService } from './harness.ts';
import { ana, refresh, signIn, signUp } from './session-client.ts';

describe('refreshing', () => {
  test('trades the token for another one, and the new one goes on', async () => {
    await using service = await openUsersService();
    const first = await signUp(service);
    const second = await refresh(service, first.refreshToken);
    service.clock.advance(60_000);
    const third = await refresh(service, second.refreshToken);
    expect(new Set([first, second, third].map(({ refreshToken }) => refreshToken)).size).toBe(3);
  });

  test('a token that was traded a moment ago gets the same successor: two tabs, a lost answer', async () => {
    await using service = await openUsersService();
    const { refreshToken } = await signUp(service);
    const [left, right] = await Promise.all([refresh(service, refreshToken), refresh(service, refreshToken)]);
    service.clock.advance(9_999);
    const late = await refresh(service, refreshToken);
    expect(new Set([left, right, late].map((session) => session.refreshToken)).size).toBe(1);
    expect(await refresh(service, late.refreshToken)).toMatchObject({ __typename: 'AuthenticatedSession' });
  });

  test('a token that is used again later ends the whole session, the newest token included', async () => {
    await using service = await openUsersService();
    const { refreshToken } = await signUp(service);
    const newest = await refresh(service, refreshToken);
    service.clock.advance(10_000);
    expect(await refresh(service, refreshToken)).toMatchObject({ __typename: 'SessionEnded', code: 'SESSION_ENDED' });
    expect(await refresh(service, newest.refreshToken)).toMatchObject({ __typename: 'SessionEnded' });
  });

  test('reuse in one session leaves the others alone', async () => {
    await using service = await openUsersService();
    const stolen = await signUp(service);
    const other = await signIn(service, ana);
    await refresh(service, stolen.refreshToken);
    service.clock.advance(10_000);
    await refresh(service, stolen.refreshToken);
    expect(await refresh(service, other.refreshToken)).toMatchObject({ __typename: 'AuthenticatedSession' });
  });

  test('ends after 30 days without use, and for a token that never was', async () => {
    await using service = await openUsersService();
    const { refreshToken } = await signUp(service);
    service.clock.advance(30 * 86_400_000);
    expect(await refresh(service, refreshToken)).toMatchObject({ code: 'SESSION_ENDED' });
    expect(await refresh(service, 'never was')).toMatchObject({ code: 'SESSION_ENDED' });
  });

  test('gets the same successor from another process, which keeps no more than hashes', async () => {
    await using service = await openUsersService();
    await using other = await service.again();
    const { refreshToken } = await signUp(service);
    const [here, there] = [await refresh(service, refreshToken), await refresh(other, refreshToken)];
    expect(there.refreshToken).toBe(here.refreshToken);
    service.clock.advance(10_000);
    expect(await refresh(other, refreshToken)).toMatchObject({ code: 'SESSION_ENDED' });
    expect(await refresh(service, here.refreshToken)).toMatchObject({ code: 'SESSION_ENDED' });
  });

  test('goes on for 180 days in all, however often it is traded', async () => {
    await using service = await openUsersService();
    let { refreshToken } = await signUp(service);
    for (let days = 0; days < 174; days += 29) {
      service.clock.advance(29 * 86_400_000);
      ({ refreshToken } = await refresh(service, refreshToken));
    }
    service.clock.advance(6 * 86_400_000 - 1);
    ({ refreshToken } = await refresh(service, refreshToken));
    service.clock.advance(1);
    expect(await refresh(service, refreshToken)).toMatchObject({ code: 'SESSION_ENDED' });
  });

  test('no token is stored as it is', async () => {
    await using service = await openUsersService();
    const first = await signUp(service);
    const next = await refresh(service, first.refreshToken);
    await using database = await openSqliteDatabase({ file: service.databaseFile });
    const rows = JSON.stringify(await database.query('SELECT * FROM refresh_tokens'));
    for (const { refreshToken } of [first, next]) {
      expect(refreshToken).toMatch(/^[\w-]{43}$/);
      expect(rows).not.toContain(refreshToken);
      expect(rows).toContain(createHash('sha256').update(refreshToken).digest('base64url'));
    }
  });
});
