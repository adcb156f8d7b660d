import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Box from '@mui/material/Box';
import { declinedBecause } from '../booking/payment-reasons.ts';
import type { Trip } from './trip.ts';
import { WaysAgain } from './ways-again.tsx';

const whileFree = 'You can book it again while it is free.';

/** Why it came to nothing, and what may be done about it. That nothing was charged stands in the title above. */
function reasonOf({ state, payment }: Trip): string {
  switch (state) {
    case 'FAILED':
      return `${declinedBecause(payment.failureReason) ?? 'The card was declined.'} No further card can be tried, so what was held for you is free again. ${whileFree}`;
    case 'REJECTED':
      return 'The owner could not take you on these days. The reservation on your card is withdrawn. Search for another one, or for other days.';
    default:
      return `What was held for you is free again. ${whileFree}`;
  }
}

/** The end of a booking that came to nothing, and the ways on with the same days and party. */
export const TripOver = ({ trip }: Readonly<{ trip: Trip }>) => (
  <Alert severity={trip.state === 'FAILED' ? 'error' : 'info'}>
    <AlertTitle>Nothing was charged</AlertTitle>
    {reasonOf(trip)}
    <Box sx={{ mt: 1.5 }}>
      <WaysAgain trip={trip} />
    </Box>
  </Alert>
);
