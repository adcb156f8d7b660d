/** What bookings last said of a slot. */
export type SlotStock = Readonly<{ resource: string; slot: string; capacity: number; taken: number }>;

/** What is left of stock, as bookings announces it, within a transaction. */
export interface StockBook {
  put(slots: readonly SlotStock[]): Promise<void>;
}

/** Which account has which public profile, as users announces it, within a transaction. */
export interface AuthorBook {
  put(authors: readonly Readonly<{ userId: string; publicProfileId: string }>[]): Promise<void>;
  /** Forgets the profiles of accounts that are gone, and those that are told later. */
  forget(userIds: readonly string[]): Promise<void>;
}

/** Who has which public profile. */
export interface Authors {
  profileIds(userIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
}
