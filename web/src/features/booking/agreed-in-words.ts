import { counted } from '@meridian/ui/formats/counted';
import { daysBetween, formatClock, formatDate, zoneCity } from '@meridian/ui/formats/local-time';

/** What is, or was, agreed about one item: when, for whom, and which. Times are on the clock of the place. */
export type Agreed = Readonly<{
  kind: 'FLIGHT' | 'STAY' | 'CAR';
  startsAt: string | null;
  endsAt: string | null;
  timeZone: string;
  adults: number;
  children: number;
  rooms: number | null;
  /** What kind of room, where that is known. */
  room?: string | undefined;
  /** Where a car is handed over. */
  pickUpPlace?: string | undefined;
}>;

const moment = (local: string): string => `${formatDate(local)}, ${formatClock(local)}`;

function stayInWords({ adults, children, rooms, room, ...span }: Agreed): string[] {
  const count = rooms ?? 1;
  const people = `${counted(adults + children, 'guest')}, ${counted(count, 'room')}`;
  const which = room === undefined ? [] : [count === 1 ? room : `${count} × ${room}`];
  if (span.startsAt === null || span.endsAt === null) return [...which, people];
  return [
    ...which,
    `Check-in ${formatDate(span.startsAt)}, from ${formatClock(span.startsAt)}`,
    `Check-out ${formatDate(span.endsAt)}, until ${formatClock(span.endsAt)}`,
    `${counted(daysBetween(span.startsAt, span.endsAt), 'night')}, ${people}`,
  ];
}

function carInWords({ startsAt, endsAt, timeZone, pickUpPlace }: Agreed): string[] {
  const where = pickUpPlace === undefined ? '' : ` at ${pickUpPlace}`;
  const span = [
    ...(startsAt === null ? [] : [`Pick-up ${moment(startsAt)}${where}`]),
    ...(endsAt === null ? [] : [`Drop-off ${moment(endsAt)}`]),
  ];
  return [...span, `Times are ${zoneCity(timeZone)} time`];
}

function flightInWords({ startsAt, endsAt, adults, children }: Agreed): string[] {
  const span = [startsAt, endsAt].filter((local) => local !== null).map(moment);
  return [`${span.join(' – ')} (local times)`, counted(adults + children, 'traveler')];
}

/** When, for whom and which, line by line. */
export function agreedInWords(agreed: Agreed): string[] {
  if (agreed.kind === 'STAY') return stayInWords(agreed);
  return agreed.kind === 'CAR' ? carInWords(agreed) : flightInWords(agreed);
}
