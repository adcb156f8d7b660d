import { addDays } from '@meridian/ui/time/today';

/** What a snapshot says of when it is for. A stay or car has no dates of its own: `day` is the one that its price is for. */
export type DatedListing = Readonly<{
  kind: 'FLIGHT' | 'STAY' | 'CAR';
  startsAt?: string | null;
  endsAt?: string | null;
  day?: string | undefined;
}>;

const dayOf = (local: string | null | undefined): string | undefined => local?.slice(0, 10);

/**
 * The dates that the address of a listing's page carries, so that it shows the price that was promised: those of the snapshot, or one
 * night or day from the day on that its price is for. A flight has its own.
 */
export function datesInAddress({ kind, startsAt, endsAt, day }: DatedListing): Readonly<Record<string, string>> {
  const first = dayOf(startsAt) ?? day;
  if (kind === 'FLIGHT' || first === undefined) return {};
  const last = dayOf(endsAt) ?? addDays(first, 1);
  return kind === 'STAY' ? { checkIn: first, checkOut: last } : { pickUp: first, dropOff: last };
}
