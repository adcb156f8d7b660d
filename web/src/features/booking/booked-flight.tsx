import { formatDuration } from '@meridian/ui/formats/duration';
import { daysBetween, formatClock, formatDate } from '@meridian/ui/formats/local-time';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';

type Airport = Readonly<{ code: string; city: string }>;

type Segment = Readonly<{
  departsAt: string;
  arrivesAt: string;
  duration: string;
  layover: string | null;
  flightNumber: string | null;
  carrier: Readonly<{ name: string }>;
  origin: Airport;
  destination: Airport;
}>;

const laterDay = ({ departsAt, arrivesAt }: Segment): string => {
  const days = daysBetween(departsAt, arrivesAt);
  return days === 0 ? '' : ` (${formatDate(arrivesAt)})`;
};

/** The legs of a flight as one needs them on the way: airline, number, airports and times on their own clocks. */
export const BookedFlight = ({ segments }: Readonly<{ segments: readonly Segment[] }>) => (
  <Box component="ol" sx={{ listStyle: 'none', p: 0, m: 0, display: 'grid', gap: 1 }}>
    {segments.map((segment) => (
      <li key={segment.departsAt}>
        <Typography variant="body2">{formatDate(segment.departsAt)}</Typography>
        <Typography variant="body2">
          {formatClock(segment.departsAt)} {segment.origin.city} ({segment.origin.code}) –{' '}
          {formatClock(segment.arrivesAt)} {segment.destination.city} ({segment.destination.code}){laterDay(segment)}
        </Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {segment.carrier.name} {segment.flightNumber} · {formatDuration(segment.duration)}
          {segment.layover && `, then ${formatDuration(segment.layover)} to change planes`}
        </Typography>
      </li>
    ))}
  </Box>
);
