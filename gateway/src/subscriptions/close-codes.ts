/**
 * Every code with which this gateway itself closes a client's socket. The protocol has codes of its own, up to 4429 and from
 * 4500 on; ours stand in the gap between them, which a test keeps free. Each has one meaning, one reason text (≤ 123 bytes, RFC 6455
 * section 5.5), and one test.
 */
export const closeCodes = {
  /** The access token of `connection_init` is not one of ours, or was changed. Sign in again. */
  ACCESS_TOKEN_INVALID: 4461,
  /** The access token has ended. Refresh it, connect again, and resume from your cursor. */
  ACCESS_TOKEN_EXPIRED: 4462,
  /** The client read too slowly and its buffer is full. Connect again with `after`: nothing is lost. */
  RESUME_FROM_CURSOR: 4463,
  /** Too many subscriptions on one socket. Complete some first. */
  TOO_MANY_SUBSCRIPTIONS: 4464,
  /** Too many open sockets from one address. Close some first, or share one. */
  TOO_MANY_SOCKETS: 4465,
  /** The address has asked too much in the last minute. Wait, then connect again. */
  RATE_LIMITED: 4466,
  /** The server is stopping (RFC 6455: "going away"). Connect again; another one may answer. */
  GOING_AWAY: 1001,
} as const;

/** The name of one of our codes. */
export type CloseName = keyof typeof closeCodes;

const reasons: Readonly<Record<CloseName, string>> = {
  ACCESS_TOKEN_INVALID: 'access token invalid: sign in again',
  ACCESS_TOKEN_EXPIRED: 'access token expired: refresh it, reconnect, resume from your cursor',
  RESUME_FROM_CURSOR: 'client too slow: reconnect and resume from your cursor',
  TOO_MANY_SUBSCRIPTIONS: 'too many subscriptions: complete some first',
  TOO_MANY_SOCKETS: 'too many sockets from one address: close some first',
  RATE_LIMITED: 'too many requests: wait a minute, reconnect, resume from your cursor',
  GOING_AWAY: 'server going away: reconnect and resume from your cursor',
};

/** The code and reason to close with. */
export const closing = (name: CloseName): Readonly<{ code: number; reason: string }> => ({
  code: closeCodes[name],
  reason: reasons[name],
});
