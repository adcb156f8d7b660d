import type { Alert, PriceWatch } from '../domain/price-watch.ts';

/** A page of something, the newest first, and how many there are in all. */
export type Page<Item> = Readonly<{ items: readonly Item[]; totalCount: number; hasNext: boolean }>;

/** What an account sees of its own. */
export interface AccountReader {
  watches(
    userId: string,
    of: Readonly<{ first: number; beforeId: string | undefined; listingId: string | undefined }>,
  ): Promise<Page<PriceWatch>>;
  /** Watches by id; whose they are, the caller checks. */
  watchesById(ids: readonly string[]): Promise<PriceWatch[]>;
  alerts(
    userId: string,
    of: Readonly<{ first: number; beforeSequence: number | undefined; unreadOnly: boolean }>,
  ): Promise<Page<Alert>>;
  /** Alerts by id; whose they are, the caller checks. */
  alertsById(ids: readonly string[]): Promise<Alert[]>;
  unreadCount(userId: string): Promise<number>;
}
