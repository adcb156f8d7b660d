import Card from '@mui/material/Card';
import CardContent from '@mui/material/CardContent';
import FormControlLabel from '@mui/material/FormControlLabel';
import Grid from '@mui/material/Grid';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import { FareFacts } from './fare-facts.tsx';
import { seatsLeftOf } from './seats-left.ts';
import type { FlightDetails } from './segments.tsx';

type FareChoiceProps = Readonly<{
  label: string;
  flight: FlightDetails;
  travelers: number;
  /** The fare's id; none when no fare has enough seats. */
  value: string | undefined;
  onChange: (fareId: string) => void;
}>;

/** One of the prices at which a flight is sold, where more than this flight is booked. */
export const FareChoice = ({ label, flight, travelers, value, onChange }: FareChoiceProps) => (
  <RadioGroup aria-label={label} value={value ?? ''} onChange={(_event, fareId) => onChange(fareId)}>
    <Grid container spacing={1.5}>
      {flight.fares.map((fare) => {
        const seatsLeft = seatsLeftOf(fare, flight);
        return (
          <Grid key={fare.id} size={{ xs: 12, sm: 6 }}>
            <Card sx={{ height: '100%', borderColor: fare.id === value ? 'primary.main' : undefined }}>
              <CardContent>
                <FormControlLabel
                  value={fare.id}
                  disabled={seatsLeft < travelers}
                  control={<Radio />}
                  label={fare.name}
                  slotProps={{ typography: { sx: { fontWeight: 650 } } }}
                />
                <FareFacts fare={fare} seatsLeft={seatsLeft} travelers={travelers} />
              </CardContent>
            </Card>
          </Grid>
        );
      })}
    </Grid>
  </RadioGroup>
);
