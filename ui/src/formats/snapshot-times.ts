import { formatClock, formatDate, zoneCity } from './local-time.ts';

/** What a booking remembers of a listing's times. */
export type SnapshotTimes = Readonly<{
  kind: 'FLIGHT' | 'STAY' | 'CAR';
  startsAt: string | null;
  endsAt: string | null;
  timeZone: string;
}>;

/** When it begins and ends. A stay has days; a flight's times are on the clocks of its two airports, and say so. */
export function formatSnapshotTimes({ startsAt, endsAt, timeZone, kind }: SnapshotTimes): string {
  const moment = (local: string) =>
    kind === 'STAY' ? formatDate(local) : `${formatDate(local)}, ${formatClock(local)}`;
  const span = [startsAt, endsAt]
    .filter((local) => local !== null)
    .map(moment)
    .join(' – ');
  if (kind === 'STAY') return span;
  return `${span} (${kind === 'FLIGHT' ? 'local times' : `${zoneCity(timeZone)} time`})`;
}
