import { formatSnapshotTimes } from '@meridian/ui/formats/snapshot-times';
import Paper from '@mui/material/Paper';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type { BookingOverviewFragment } from '../../generated/features/booking/booking.ts';
import { cancellationInWords } from '../listing/cancellation.ts';
import { PriceLines } from './price-lines.tsx';

type Item = BookingOverviewFragment['items'][number];

const ItemEntry = ({ item }: Readonly<{ item: Item }>) => (
  <div>
    <Typography variant="h3">{item.snapshot.title}</Typography>
    <Typography variant="body2">
      {item.snapshot.place} · {formatSnapshotTimes(item.snapshot)}
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
