import { sentenceOf } from '@meridian/ui/failures/failure-sentence';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import CardActions from '@mui/material/CardActions';
import CardContent from '@mui/material/CardContent';
import Grid from '@mui/material/Grid';
import Typography from '@mui/material/Typography';
import type { Party } from '../search/party-search.ts';
import { FareFacts } from './fare-facts.tsx';
import { type Fare, seatsLeftOf } from './seats-left.ts';
import type { FlightDetails } from './segments.tsx';
import { useBookFare } from './use-book-fare.ts';

type FareCardProps = Readonly<{ fare: Fare; seatsLeft: number; travelers: number; onBook: () => void }>;

const FareCard = ({ fare, seatsLeft, travelers, onBook }: FareCardProps) => (
  <Card sx={{ height: '100%' }}>
    <CardContent>
      <Typography variant="h3">{fare.name}</Typography>
      <FareFacts fare={fare} seatsLeft={seatsLeft} travelers={travelers} />
    </CardContent>
    <CardActions sx={{ px: 2, pb: 2 }}>
      <Button variant="contained" disabled={seatsLeft < travelers} onClick={onBook}>
        Book {fare.name}
      </Button>
    </CardActions>
  </Card>
);

/** The prices at which a flight is sold, the cheapest first. */
export function Fares({ flight, party }: Readonly<{ flight: FlightDetails; party: Party }>) {
  const { book, error } = useBookFare(party);
  return (
    <>
      {error !== undefined && (
        <Alert severity="error" sx={{ mb: 1.5 }}>
          {sentenceOf(error)}
        </Alert>
      )}
      <Grid container component="ul" spacing={1.5} sx={{ listStyle: 'none', p: 0, m: 0 }}>
        {flight.fares.map((fare) => (
          <Grid key={fare.id} component="li" size={{ xs: 12, sm: 6, md: 4 }}>
            <FareCard
              fare={fare}
              seatsLeft={seatsLeftOf(fare, flight)}
              travelers={party.adults + party.children}
              onBook={() => void book([{ flightId: flight.id, fareId: fare.id }])}
            />
          </Grid>
        ))}
      </Grid>
    </>
  );
}
