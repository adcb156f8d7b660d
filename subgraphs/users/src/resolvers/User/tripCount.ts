import type { Account } from '../../domain/account.ts';
import type { UsersContext } from '../context.ts';

export const tripCount = ({ id }: Account, _args: unknown, { loaders }: UsersContext) => loaders.tripCount.load(id);
