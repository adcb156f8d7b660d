import { formatDuration } from '@meridian/ui/formats/duration';
import { formatClock, formatLongDay } from '@meridian/ui/formats/local-time';
import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type { FlightDetailsFragment } from '../../generated/features/flights/flight.ts';

export type FlightDetails = FlightDetailsFragment;
type Segment = FlightDetails['segments'][number];

const SegmentEntry = ({ segment }: Readonly<{ segment: Segment }>) => (
  <Box component="li" sx={{ borderLeft: 3, borderColor: 'primary.main', pl: 2 }}>
    <Typography variant="body2" sx={{ color: 'text.secondary' }}>
      {formatLongDay(segment.departsAt.slice(0, 10))}
    </Typography>
    <Typography sx={{ fontWeight: 650 }}>
      {formatClock(segment.departsAt)} {segment.origin.city} ({segment.origin.code}), {segment.origin.name}
    </Typography>
    <Typography variant="body2">
      {formatDuration(segment.duration)} · {segment.carrier.name}
      {segment.flightNumber && ` ${segment.flightNumber}`}
      {segment.aircraft && ` · ${segment.aircraft}`}
    </Typography>
    <Typography sx={{ fontWeight: 650 }}>
      {formatClock(segment.arrivesAt)} {segment.destination.city} ({segment.destination.code}),{' '}
      {segment.destination.name}
    </Typography>
    {segment.layover && (
      <Typography variant="body2" sx={{ color: 'secondary.main', mt: 1 }}>
        {formatDuration(segment.layover)} to change planes in {segment.destination.city}
      </Typography>
    )}
  </Box>
);

/** The legs in the air, in order, each on the clocks of its airports. */
export const Segments = ({ segments }: Readonly<{ segments: FlightDetails['segments'] }>) => (
  <Stack component="ol" spacing={2} sx={{ listStyle: 'none', p: 0, m: 0 }}>
    {segments.map((segment) => (
      <SegmentEntry key={`${segment.origin.code} ${segment.departsAt}`} segment={segment} />
    ))}
  </Stack>
);
