import { formatClock, formatDay, zoneCity } from '@meridian/ui/formats/local-time';
import Paper from '@mui/material/Paper';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type { BookingOverviewFragment } from '../../generated/features/booking/booking.ts';
import { cancellationInWords } from '../listing/cancellation.ts';
import { PriceLines } from './price-lines.tsx';

type Item = BookingOverviewFragment['items'][number];

/** When it begins and ends. A stay has days; a flight's times are on the clocks of its two airports, and say so. */
export function timesInWords({ snapshot: { startsAt, endsAt, timeZone, kind } }: Item): string {
  const moment = (local: string) => (kind === 'STAY' ? formatDay(local) : `${formatDay(local)}, ${formatClock(local)}`);
  const span = [startsAt, endsAt]
    .filter((local) => local !== null)
    .map(moment)
    .join(' – ');
  if (kind === 'STAY') return span;
  return `${span} (${kind === 'FLIGHT' ? 'local times' : `${zoneCity(timeZone)} time`})`;
}

const ItemEntry = ({ item }: Readonly<{ item: Item }>) => (
  <div>
    <Typography variant="h3">{item.snapshot.title}</Typography>
    <Typography variant="body2">
      {item.snapshot.place} · {timesInWords(item)}
    </Typography>
    <Typography variant="body2" sx={{ color: 'text.secondary' }}>
      {cancellationInWords(item.cancellationTerms)}
    </Typography>
  </div>
);

/** What is booked and what it costs. It reads whole when the listing is gone. */
export const BookingSummary = ({ booking }: Readonly<{ booking: BookingOverviewFragment }>) => (
  <Paper variant="outlined" sx={{ p: 2 }}>
    <Stack spacing={2}>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {booking.reference}
      </Typography>
      {booking.items.map((item) => (
        <ItemEntry key={item.id} item={item} />
      ))}
      <PriceLines lines={booking.items.flatMap(({ lines }) => lines)} total={booking.total} />
    </Stack>
  </Paper>
);
