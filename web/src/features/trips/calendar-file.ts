import type { Trip } from './trip.ts';

/** A text in a calendar file: commas, semicolons and line ends have a meaning there (RFC 5545, section 3.3.11). */
const escaped = (text: string): string => text.replaceAll(/[\\;,]/g, '\\$&').replaceAll('\n', '\\n');

/** `2027-03-10T08:30` → `20270310T083000`: the clock of the place, whose zone stands beside it. */
const clock = (local: string): string => `${local.slice(0, 16).replaceAll(/[-:]/g, '')}00`;

/** Lines longer than 75 octets go on in the next one behind a space (section 3.1). */
function folded(line: string): string {
  const bytes = new TextEncoder();
  const parts: string[] = [''];
  for (const letter of line) {
    const last = parts.at(-1) ?? '';
    if (bytes.encode(last + letter).length > 74) parts.push(` ${letter}`);
    else parts[parts.length - 1] = last + letter;
  }
  return parts.join('\r\n');
}

function eventOf(item: Trip['items'][number], { reference, createdAt }: Trip): string[] {
  const { title, place, startsAt, endsAt, timeZone } = item.snapshot;
  if (startsAt === null || endsAt === null) return [];
  return [
    'BEGIN:VEVENT',
    `UID:${item.id}@meridian`,
    `DTSTAMP:${new Date(createdAt).toISOString().replaceAll(/[-:]|\.\d+/g, '')}`,
    `DTSTART;TZID=${timeZone}:${clock(startsAt)}`,
    `DTEND;TZID=${item.endTimeZone}:${clock(endsAt)}`,
    `SUMMARY:${escaped(title)}`,
    `LOCATION:${escaped(place)}`,
    `DESCRIPTION:${escaped(`Booking ${reference}`)}`,
    'END:VEVENT',
  ];
}

/** A trip as a calendar file (RFC 5545): an event for each item, on the clocks of the places. */
export const calendarFileOf = (trip: Trip): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Meridian//Trips//EN',
    ...trip.items.flatMap((item) => eventOf(item, trip)),
    'END:VCALENDAR',
    '',
  ]
    .map(folded)
    .join('\r\n');
