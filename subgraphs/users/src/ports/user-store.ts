import type { Account } from '../domain/account.ts';
import type { RefreshToken } from '../domain/refresh.ts';

/** A session that begins, with the hash of its first refresh token. Instants are epoch milliseconds. */
export type NewSession = Readonly<{
  id: string;
  userId: string;
  startedAt: number;
  expiresAt: number;
  refreshToken: Readonly<{ hash: string; expiresAt: number }>;
}>;

/** A trade of a refresh token. */
export type Rotation = Readonly<{
  from: RefreshToken;
  to: Readonly<{ hash: string; expiresAt: number }>;
  at: number;
}>;

/** Which sessions to end. */
export type SessionsToEnd = Readonly<{ userId: string; sessionId?: string }>;
/** `REUSED`: a refresh token came back that had been traded, so two parties hold the session. */
export type EndReason = 'SIGNED_OUT' | 'REUSED';

/** What others are told. Nothing of a person but ids leaves with it. */
export type Announcement = Readonly<{ traceparent?: string | undefined }> &
  (
    | Readonly<{ type: 'user.created' | 'user.updated' | 'user.deleted'; account: Account }>
    | Readonly<{
        type: 'admin.command';
        actorId: string;
        command: string;
        subject: string;
        sequence: number;
        outcome: 'DONE' | 'REFUSED';
      }>
  );

/** An open unit of work on accounts and sessions. What it reads stays true until it ends. */
export interface UserTransaction {
  find(id: string): Promise<Account | undefined>;
  findByEmail(email: string): Promise<Account | undefined>;
  /** Adds an account; `passwordHash` null means that nobody can sign in to it. */
  insert(account: Account, passwordHash: string | null): Promise<void>;
  /** Adds those accounts whose id is new, without credentials, and answers them in the given order. */
  insertMissing(accounts: readonly Account[]): Promise<Account[]>;
  /** Stores `next` if the row still has the version of `previous`. Otherwise throws: someone was faster. */
  update(previous: Account, next: Account): Promise<void>;
  /** The first bookings of a user that are not over, in the order of their ids. */
  openBookings(userId: string, limit: number): Promise<string[]>;
  /**
   * Deletes an account with its sessions, refresh tokens and trips, if it still has this version. Otherwise throws: someone was faster.
   */
  remove(account: Account): Promise<void>;
  openSession(session: NewSession): Promise<void>;
  findRefreshToken(hash: string): Promise<RefreshToken | undefined>;
  /** Trades a token that is still the newest. Throws when it has been traded. Forgets tokens traded long ago. */
  rotate(rotation: Rotation): Promise<void>;
  /** Ends what has not ended yet, and answers how many that were. */
  endSessions(which: SessionsToEnd, reason: EndReason, at: number): Promise<number>;
  /** Tells others, after the commit and in order. */
  announce(announcements: readonly Announcement[]): Promise<void>;
}

/** The accounts and sessions, for changes. */
export interface UserStore {
  /**
   * Runs `work` in one transaction. A throw rolls back, and so does an answer with `ok: false`. Where a row has moved since it was read
   * (`StaleRowError`), `work` runs again, a few times.
   */
  transaction<Answer extends { readonly ok: boolean }>(
    work: (transaction: UserTransaction) => Promise<Answer>,
  ): Promise<Answer>;
}
