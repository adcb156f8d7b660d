import type { LogEntry, LogLevel } from '../domain/log-entry.ts';

/** An entry that is kept, under an id of its own. */
export type LogRecord = LogEntry & Readonly<{ id: string }>;

/** A place in the order of log records, newest first; the id decides among equals. */
export type LogPlace = Readonly<{ time: string; id: string }>;

/** Which entries, how many, and behind which place. Absent conditions do not narrow. */
export type LogSearch = Readonly<{
  /** This level and graver ones. */
  level: LogLevel;
  service?: string | undefined;
  requestId?: string | undefined;
  first: number;
  after?: LogPlace | undefined;
}>;

/** What services told of their own work, kept for some days. */
export interface LogRecords {
  /** Adds entries; one that is there already stays. */
  append(records: readonly LogRecord[]): Promise<void>;
  /** The newest first. */
  search(search: LogSearch): Promise<Readonly<{ records: readonly LogRecord[]; hasNextPage: boolean }>>;
  /** Forgets at most `limit` entries from before an instant (ISO 8601 in UTC), the oldest first. Answers how many. */
  forgetBefore(time: string, limit: number): Promise<number>;
  /** Forgets at most `limit` entries beyond the newest `kept`, the oldest first. Answers how many. */
  forgetBeyond(kept: number, limit: number): Promise<number>;
}
