import Stack from '@mui/material/Stack';
import { PageAgain, SearchAgain } from '../booking/again-links.tsx';
import { soughtIn } from '../booking/booking-summary.tsx';
import type { Trip } from './trip.ts';

/** The ways on from a booking that is not on any more, with the same days and party. An owner's no is asked for no second time. */
export const WaysAgain = ({ trip }: Readonly<{ trip: Trip }>) => (
  <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap' }}>
    {trip.state !== 'REJECTED' && (
      <PageAgain sought={soughtIn(trip)} variant="contained">
        Book again
      </PageAgain>
    )}
    <SearchAgain sought={soughtIn(trip)} variant="outlined">
      Search again
    </SearchAgain>
  </Stack>
);
