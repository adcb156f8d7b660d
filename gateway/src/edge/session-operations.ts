/**
 * How sessions work in this supergraph. The gateway names no type or field; the composition root tells it this much, and the
 * gateway keeps the refresh token in a cookie that scripts cannot read (ADR 0010).
 */
export type SessionOperations = Readonly<{
  /**
   * The type that begins or continues a session, with the `@inaccessible` fields that the edge reads for itself. Wherever a
   * client's mutation can answer this type, the edge asks for them as well, takes them out of the answer and sets the cookie.
   */
  carrier: Readonly<{ type: string; tokenField: string /** An instant, ISO 8601. */; expiresAtField: string }>;
  /**
   * `POST /auth/refresh` runs this mutation with the cookie's token as its one variable, whatever that is called, on the whole
   * schema, and answers its data. An answer without the carrier means that the session has ended.
   */
  refreshDocument: string;
  /** `POST /auth/sign-out` runs this mutation in the same way, and removes the cookie whatever it answers. */
  signOutDocument: string;
}>;

/** A session's token on its way from a subgraph into the cookie. */
export type IssuedSession = Readonly<{ sessionToken: string /** Epoch milliseconds. */; expiresAt: number }>;
