import { formatMoney } from '@meridian/ui/formats/money';
import { formatSnapshotTimes } from '@meridian/ui/formats/snapshot-times';
import type { WatchSummaryFragment } from '../../generated/features/watches/watches.ts';

/** `SIN to HND`, `Stays in Lisbon`: what is watched, in a few words. */
export function titleOf({ snapshot, search }: Pick<WatchSummaryFragment, 'snapshot' | 'search'>): string {
  if (snapshot) return snapshot.title;
  if (search?.kind === 'FLIGHT') return `Flights ${search.origin ?? 'anywhere'} to ${search.destination ?? 'anywhere'}`;
  return `${search?.kind === 'CAR' ? 'Cars' : 'Stays'} in ${search?.city ?? 'any city'}`;
}

/** When a watch tells. */
export function conditionOf({ threshold, stockBelow }: Pick<WatchSummaryFragment, 'threshold' | 'stockBelow'>): string {
  const parts = [
    threshold && `at ${formatMoney(threshold)} or below`,
    stockBelow !== null && `when fewer than ${stockBelow} are left`,
  ];
  return `Tells you ${parts.filter(Boolean).join(', or ')}.`;
}

type Snapshot = Pick<
  NonNullable<WatchSummaryFragment['snapshot']>,
  'kind' | 'startsAt' | 'endsAt' | 'timeZone' | 'place'
> &
  Readonly<{ flightNumbers: readonly string[] }>;

/** What tells a listing from others of the same title: the flight's number and its times; without days, the place. */
export function whichOf(snapshot: Snapshot): string {
  const times = snapshot.startsAt === null ? snapshot.place : formatSnapshotTimes(snapshot);
  return [...snapshot.flightNumbers, times].join(' · ');
}
