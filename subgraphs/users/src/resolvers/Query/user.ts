import { hasScope } from '@meridian/platform/identity/scopes';
import type { UsersContext } from '../context.ts';

export const user = (_parent: unknown, { id }: { id: string }, { principal, loaders }: UsersContext) =>
  hasScope(principal, 'users:read') ? loaders.account.load(id) : null;
