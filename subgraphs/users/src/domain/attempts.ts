import { networkOf } from '@meridian/platform/values/network';

/** How many attempts a bucket allows in a window of time. */
export type AttemptRule = Readonly<{ bucket: string; limit: number; windowInMs: number }>;

/** The limits of one deployment. An address is an IPv4 address or an IPv6 network, see `networkOf`. */
export type AttemptLimits = Readonly<{
  /** Sign-ins of one account from one address in 15 minutes. */
  signInsPerAccountAndAddress: number;
  /** Sign-ins of one account from anywhere in 15 minutes: higher, so that a stranger does not lock its owner out at once. */
  signInsPerAccount: number;
  /** Failed sign-ins from one address in 15 minutes. */
  signInsPerAddress: number;
  /** Sign-ups from one address in an hour. A tenth of them may be for mail addresses that have an account already. */
  signUpsPerAddress: number;
}>;

/** What a deployment has that says nothing else. */
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
  const network = clientAddress === undefined ? undefined : networkOf(clientAddress);
  const rule = (bucket: string, limit: number) => ({ bucket: `sign-in/${bucket}`, limit, windowInMs: quarterHourInMs });
  return [
    rule(`pair/${email}/${network ?? 'unknown'}`, limits.signInsPerAccountAndAddress),
    rule(`account/${email}`, limits.signInsPerAccount),
    ...(network === undefined ? [] : [rule(`address/${network}`, limits.signInsPerAddress)]),
  ];
}

/** The buckets that a sign-up takes from. Without a known address nothing counts. */
export type SignUpRules = Readonly<{
  /** What every sign-up costs. */
  spent: readonly AttemptRule[];
  /**
   * What is given back once the mail address turns out to be a new one. An answer must tell that an address has an account, for a
   * sign-up signs in at once; this keeps anybody from trying out lists of addresses.
   */
  returned: readonly AttemptRule[];
}>;

/** The rules for a sign-up from an address. */
export function signUpRules(limits: AttemptLimits, clientAddress: string | undefined): SignUpRules {
  if (clientAddress === undefined) return { spent: [], returned: [] };
  const network = networkOf(clientAddress);
  const [limit, windowInMs] = [limits.signUpsPerAddress, hourInMs];
  return {
    spent: [{ bucket: `sign-up/address/${network}`, limit, windowInMs }],
    returned: [{ bucket: `sign-up/taken/${network}`, limit: Math.max(1, Math.floor(limit / 10)), windowInMs }],
  };
}
