import type { Account } from '../../domain/account.ts';
import type { UsersContext } from '../context.ts';

export const sessions = async (account: Account, _args: unknown, { users, principal }: UsersContext) =>
  (await users.listSessions(account, principal)) ?? null;
