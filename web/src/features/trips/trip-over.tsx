import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Stack from '@mui/material/Stack';
import { PageAgain, SearchAgain } from '../booking/again-links.tsx';
import { soughtIn } from '../booking/booking-summary.tsx';
import { declinedBecause } from '../booking/payment-reasons.ts';
import type { Trip } from './trip.ts';

/** Why it came to nothing. That nothing was charged stands in the sentence above. */
function reasonOf({ state, payment }: Trip): string {
  switch (state) {
    case 'FAILED':
      return `${declinedBecause(payment.failureReason) ?? 'The card was declined.'} No further card can be tried, so what was held for you is free again.`;
    case 'REJECTED':
      return 'The owner could not take you on these days. The reservation on your card is withdrawn.';
    default:
      return 'What was held for you is free again.';
  }
}

/** The end of a booking that came to nothing, and the ways on with the same days and party. */
export const TripOver = ({ trip }: Readonly<{ trip: Trip }>) => (
  <Alert severity={trip.state === 'FAILED' ? 'error' : 'info'}>
    <AlertTitle>Nothing was charged</AlertTitle>
    {reasonOf(trip)} You can book it again while it is free.
    <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap', mt: 1.5 }}>
      {trip.state !== 'REJECTED' && (
        <PageAgain sought={soughtIn(trip)} variant="contained">
          Book again
        </PageAgain>
      )}
      <SearchAgain sought={soughtIn(trip)} variant="outlined">
        Search again
      </SearchAgain>
    </Stack>
  </Alert>
);
