/** Finds what time has made due. Whoever acts on it decides again in a transaction of its own, so many replicas may ask. */
export interface DueWork {
  /** Bookings whose hold is over and whose payment is not under way. */
  expiredHolds(atInMs: number, limit: number): Promise<string[]>;
  /** Bookings that an owner has not answered in time. */
  lapsedRequests(atInMs: number, limit: number): Promise<string[]>;
  /** Confirmed bookings whose trip is over. */
  finishedTrips(atInMs: number, limit: number): Promise<string[]>;
  /** Payments with a step that the request which asked for it has not carried out. */
  openPayments(atInMs: number, limit: number): Promise<string[]>;
  /** Refunds that the provider has not paid yet. */
  openRefunds(atInMs: number, limit: number): Promise<string[]>;
}
