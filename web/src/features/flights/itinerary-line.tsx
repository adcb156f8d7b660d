import { formatDuration } from '@meridian/ui/formats/duration';
import { daysBetween, formatClock, formatDay } from '@meridian/ui/formats/local-time';
import { visuallyHidden } from '@meridian/ui/theme/visually-hidden';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { FlightSummaryFragment } from '../../generated/features/flights/flights.ts';

/** `Direct`, `1 stop in Doha`. */
export function stopsInWords({ stops, segments }: FlightSummaryFragment): string {
  if (stops === 0) return 'Direct';
  const cities = segments.slice(0, -1).map(({ destination }) => destination.city);
  return `${stops === 1 ? '1 stop' : `${stops} stops`} in ${cities.join(', ')}`;
}

/** The airlines of a flight, each once. */
export const carriersOf = ({ segments }: FlightSummaryFragment): string =>
  [...new Set(segments.map(({ carrier }) => carrier.name))].join(', ');

const Arrival = ({ flight }: Readonly<{ flight: FlightSummaryFragment }>) => {
  const days = daysBetween(flight.departsAt, flight.arrivesAt);
  return (
    <>
      {formatClock(flight.arrivesAt)}
      {days !== 0 && (
        <Box component="span" sx={{ fontSize: '0.75rem', verticalAlign: 'super', color: 'secondary.main' }}>
          {` ${days > 0 ? '+' : '−'}${Math.abs(days)}`}
          <Box component="span" sx={visuallyHidden}>
            {Math.abs(days) === 1 ? ' day' : ' days'}
          </Box>
        </Box>
      )}
    </>
  );
};

/** When and how one flies, in two lines. Times are on the clocks of the two airports. */
export const ItineraryLine = ({ flight }: Readonly<{ flight: FlightSummaryFragment }>) => (
  <Box>
    <Typography sx={{ fontWeight: 700, fontSize: '1.1rem' }}>
      {formatClock(flight.departsAt)} – <Arrival flight={flight} />
    </Typography>
    <Typography variant="body2">
      {formatDay(flight.departsAt)} · {flight.origin.code}–{flight.destination.code} · {formatDuration(flight.duration)}
    </Typography>
    <Typography variant="body2" sx={{ color: 'text.secondary' }}>
      {carriersOf(flight)} · {stopsInWords(flight)}
    </Typography>
  </Box>
);
