import type { Cursors } from '@meridian/platform/identity/cursor';
import { buildSubgraph } from '@meridian/platform/subgraph/build-schema';
import type { SubgraphDefinition } from '@meridian/platform/subgraph/subgraph-definition';
import type { UsersApplication } from './application/users-application.ts';
import { typeDefs } from './generated/type-defs.ts';
import type { UserDirectory } from './ports/user-directory.ts';
import type { UsersContext } from './resolvers/context.ts';
import { createLoaders } from './resolvers/loaders.ts';
import { resolvers } from './resolvers/resolvers.ts';

type Dependencies = Readonly<{
  application: UsersApplication;
  directory: UserDirectory;
  cursors: Cursors;
}>;

/** The users subgraph: schema and resolvers, no input or output of its own. */
export function createUsersSubgraph(deps: Dependencies): SubgraphDefinition<UsersContext> {
  return {
    name: 'users',
    schema: buildSubgraph({ typeDefs, resolvers }),
    createContext: (base) => ({
      ...base,
      users: deps.application,
      loaders: createLoaders(deps.directory),
      cursors: deps.cursors,
    }),
  };
}
