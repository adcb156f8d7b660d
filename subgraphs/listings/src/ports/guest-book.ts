/** A booking as far as reviews ask: who booked which listings. */
export type KnownBooking = Readonly<{
  bookingId: string;
  /** The booking's version after the change that was told. */
  version: number;
  userId: string;
  listingIds: readonly string[];
  /** Whether it is confirmed, or completed; a cancelled one is not. */
  stands: boolean;
}>;

/** Who has booked what, as bookings announces it, within a transaction. */
export interface GuestBook {
  /** Notes bookings, in the order in which they were told. One that is older than what is known of its booking changes nothing. */
  put(bookings: readonly KnownBooking[]): Promise<void>;
  /** Whether somebody has a booking of a listing that stands. */
  isGuest(userId: string, listingId: string): Promise<boolean>;
  /**
   * Forgets whatever people have booked, and what is told of them later: the id alone says that they are gone. Kept is, by ids, which
   * bookings of a listing stand that they have reviewed, for the mark of the review rests on them. What was told before or later ends alike.
   */
  forget(userIds: readonly string[]): Promise<void>;
}
