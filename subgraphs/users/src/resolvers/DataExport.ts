import type { DataExportResolvers } from '../generated/resolvers-types.ts';

/** What is kept of a person. */
export const DataExport: DataExportResolvers = { exportedAt: ({ exportedAtInMs }) => exportedAtInMs };
