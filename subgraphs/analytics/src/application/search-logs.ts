import type { Principal } from '@meridian/platform/identity/principal';
import type { LogRecords, LogSearch } from '../ports/log-records.ts';
import { mayReadEvents } from './caller.ts';

/** Which log records, and which page of them. */
export type SearchLogsRequest = LogSearch & Readonly<{ principal: Principal }>;

/** What services told of their work, the newest first, for operators; undefined for others. */
export const createSearchLogs =
  (deps: Readonly<{ logRecords: Pick<LogRecords, 'search'> }>) =>
  async ({ principal, ...search }: SearchLogsRequest) =>
    mayReadEvents(principal) ? deps.logRecords.search(search) : undefined;
