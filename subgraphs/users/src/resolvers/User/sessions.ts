import type { Account } from '../../domain/account.ts';
import type { UsersContext } from '../context.ts';

export const sessions = (account: Account, _args: unknown, { users, principal }: UsersContext) =>
  users.listSessions(account, principal);
