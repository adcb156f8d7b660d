/** How many attempts a bucket allows in a window of time. */
export type AttemptRule = Readonly<{ bucket: string; limit: number; windowInMs: number }>;

/** The limits of one deployment. */
export type AttemptLimits = Readonly<{
  /** Sign-ins of one account from one address in 15 minutes. */
  signInsPerAccountAndAddress: number;
  /** Sign-ins of one account from anywhere in 15 minutes: higher, so that a stranger does not lock its owner out at once. */
  signInsPerAccount: number;
  /** Failed sign-ins from one address in 15 minutes. */
  signInsPerAddress: number;
  /** Sign-ups from one address in an hour. */
  signUpsPerAddress: number;
}>;

export const defaultAttemptLimits: AttemptLimits = {
  signInsPerAccountAndAddress: 10,
  signInsPerAccount: 50,
  signInsPerAddress: 100,
  signUpsPerAddress: 1000,
};

const quarterHourInMs = 15 * 60_000;
const hourInMs = 60 * 60_000;

/** The buckets that a sign-in takes from. Without a known address only the account counts. */
export function signInRules(
  limits: AttemptLimits,
  attempt: Readonly<{ email: string; clientAddress?: string | undefined }>,
): AttemptRule[] {
  const { email, clientAddress } = attempt;
  return [
    pairRule(limits, email, clientAddress),
    { bucket: `sign-in/account/${email}`, limit: limits.signInsPerAccount, windowInMs: quarterHourInMs },
    ...(clientAddress === undefined
      ? []
      : [{ bucket: `sign-in/address/${clientAddress}`, limit: limits.signInsPerAddress, windowInMs: quarterHourInMs }]),
  ];
}

const pairRule = (limits: AttemptLimits, email: string, clientAddress = 'unknown'): AttemptRule => ({
  bucket: `sign-in/pair/${email}/${clientAddress}`,
  limit: limits.signInsPerAccountAndAddress,
  windowInMs: quarterHourInMs,
});

/** The buckets that a sign-up takes from. */
export const signUpRules = (limits: AttemptLimits, clientAddress: string | undefined): AttemptRule[] =>
  clientAddress === undefined
    ? []
    : [{ bucket: `sign-up/address/${clientAddress}`, limit: limits.signUpsPerAddress, windowInMs: hourInMs }];
