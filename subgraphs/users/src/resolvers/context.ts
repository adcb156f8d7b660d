import type { Cursors } from '@meridian/platform/identity/cursor';
import type { SubgraphContext } from '@meridian/platform/subgraph/subgraph-context';
import type DataLoader from 'dataloader';
import type { UsersApplication } from '../application/users-application.ts';
import type { Account, PublicProfile } from '../domain/account.ts';

/** Each batches what one request asks for, and forgets it afterwards. */
export type UsersLoaders = Readonly<{
  account: DataLoader<string, Account | null>;
  publicProfile: DataLoader<string, PublicProfile | null>;
  tripCount: DataLoader<string, number>;
}>;

/** What this subgraph's resolvers know of a request. */
export type UsersContext = SubgraphContext &
  Readonly<{ users: UsersApplication; loaders: UsersLoaders; cursors: Cursors }>;
