/** How `npm run generate` types this subgraph's resolvers. Paths are relative to `src/generated/`. */
export const codegen = {
  contextType: '../resolvers/context.ts#UsersContext',
  mappers: {
    User: '../domain/account.ts#Account',
    DataExport: '../application/export-my-data.ts#DataExport',
  },
};
