import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { useNavigate } from '@tanstack/react-router';
import { FlightsForm } from '../flights/flights-form.tsx';

const emptyFlights = { from: undefined, to: undefined, date: undefined, return: undefined, adults: 1, children: 0 };

/** Where a trip begins. */
export function HomePage() {
  const navigate = useNavigate();
  return (
    <Box>
      <Typography variant="h1" sx={{ mt: { xs: 1, md: 4 } }}>
        Where next?
      </Typography>
      <Typography sx={{ color: 'text.secondary', mt: 1, mb: 3, fontSize: '1.1rem' }}>
        Flights, stays and cars with every fee in the price. Watch a price, and hear of it the moment it falls.
      </Typography>
      <Paper variant="outlined" sx={{ p: { xs: 2, sm: 3 } }}>
        <FlightsForm initial={emptyFlights} onSearch={(draft) => void navigate({ to: '/flights', search: draft })} />
      </Paper>
    </Box>
  );
}
