import { allocate } from '@meridian/platform/values/money';
import type { Booking, BookingItem } from './booking.ts';
import type { ItemRefund } from './cancellation.ts';

/** One side of a posting. Debits are positive, credits negative, in minor units. */
export type LedgerEntry = Readonly<{ account: string; amountMinor: number; memo: string }>;

/** Entries that belong together and sum to zero. */
export type Posting = Readonly<{ bookingId: string; currency: string; entries: readonly LedgerEntry[] }>;

/** What the payment provider holds for us. */
export const PROVIDER_CLEARING = 'provider-clearing';
/** What we owe travelers until the provider has paid it back. */
export const REFUNDS_PAYABLE = 'refunds-payable';

const accountOf = (item: BookingItem, kind: 'PRICE' | 'TAX' | 'FEE'): string => {
  if (kind === 'PRICE') return `owner-payable:${item.ownerId}`;
  return kind === 'TAX' ? 'taxes-payable' : 'service-fees';
};

const kinds = ['PRICE', 'TAX', 'FEE'] as const;

/** What an account gets of an item's price. Negative where a discount leaves the owner with less than nothing. */
type Share = Readonly<{ account: string; amountMinor: number }>;

/** How an item's price falls to the accounts. A discount that exceeds its kind counts against the owner. */
function sharesOf(item: BookingItem): Share[] {
  const sums = kinds.map((kind) =>
    item.lines.filter((line) => line.kind === kind).reduce((total, line) => total + line.amountMinor, 0),
  );
  const [price = 0, tax = 0, fee = 0] = sums;
  const [ownTax, ownFee] = [Math.max(0, tax), Math.max(0, fee)];
  const amounts = [price + (tax - ownTax) + (fee - ownFee), ownTax, ownFee];
  return kinds
    .map((kind, index) => ({ account: accountOf(item, kind), amountMinor: amounts[index] ?? 0 }))
    .filter((share) => share.amountMinor !== 0);
}

const posting = (booking: Booking, entries: readonly LedgerEntry[]): Posting => {
  const balance = entries.reduce((total, entry) => total + entry.amountMinor, 0);
  if (balance !== 0) throw new Error(`A posting of ${booking.id} is off by ${balance}.`);
  return { bookingId: booking.id, currency: booking.currency, entries };
};

/** The charge: the provider owes us the total, we owe it to owners and tax offices, and the fees are ours. */
export const chargePosting = (booking: Booking): Posting =>
  posting(booking, [
    { account: PROVIDER_CLEARING, amountMinor: booking.totalMinor, memo: 'charge' },
    ...booking.items.flatMap((item) =>
      sharesOf(item).map((share) => ({ account: share.account, amountMinor: -share.amountMinor, memo: 'charge' })),
    ),
  ]);

/**
 * What an item's refund takes back, by account. All of it takes the charge back as it was; a part comes from the accounts that got
 * something, in proportion.
 */
function takenBack(item: BookingItem, refundMinor: number, currency: string): Share[] {
  const shares = sharesOf(item);
  if (refundMinor === item.totalMinor) return shares;
  const positive = shares.filter((share) => share.amountMinor > 0);
  if (refundMinor === 0 || positive.length === 0) return [];
  const weights = positive.map((share) => share.amountMinor);
  const parts = allocate({ minor: refundMinor, currency }, weights);
  return positive.map(({ account }, index) => ({ account, amountMinor: parts[index]?.minor ?? 0 }));
}

/** A cancellation: what is refunded is taken back from every account, and owed to the traveler. */
export function cancellationPosting(booking: Booking, refunds: readonly ItemRefund[]): Posting {
  const entries = refunds.flatMap(({ itemId, refundMinor }) => {
    const item = booking.items.find((each) => each.id === itemId);
    const shares = item ? takenBack(item, refundMinor, booking.currency) : [];
    return shares.map((share) => ({ ...share, memo: 'cancellation' }));
  });
  const owed = entries.reduce((total, entry) => total + entry.amountMinor, 0);
  const credit = { account: REFUNDS_PAYABLE, amountMinor: -owed, memo: 'cancellation' };
  return posting(
    booking,
    [...entries, credit].filter((entry) => entry.amountMinor !== 0),
  );
}

/** The provider has paid the traveler back. */
export const refundPosting = (booking: Booking, amountMinor: number): Posting =>
  posting(booking, [
    { account: REFUNDS_PAYABLE, amountMinor, memo: 'refund' },
    { account: PROVIDER_CLEARING, amountMinor: -amountMinor, memo: 'refund' },
  ]);
