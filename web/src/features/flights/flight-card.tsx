import { formatMoney } from '@meridian/ui/formats/money';
import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { CardLink } from '../../app/links.tsx';
import type { FlightsQuery } from '../../generated/features/flights/flights.ts';
import { AboutPrice } from '../search/about-price.tsx';
import type { Party } from '../search/party-search.ts';
import { searchOfResult } from './flight-search.ts';
import { ItineraryLine } from './itinerary-line.tsx';

export type FlightResult = NonNullable<FlightsQuery['searchFlights']>['edges'][number];

const fewSeats = 5;

const Price = ({ result, party }: Readonly<{ result: FlightResult; party: Party }>) => {
  const travelers = party.adults + party.children;
  const ways = result.returns.length > 0 ? 'both ways' : 'one way';
  return (
    <Box sx={{ textAlign: { sm: 'right' }, minWidth: 130 }}>
      <Typography sx={{ fontWeight: 750, fontSize: '1.3rem' }}>{formatMoney(result.total)}</Typography>
      {/* Only the way out is compared: of both ways there is no such amount. */}
      {result.returns.length === 0 && <AboutPrice total={result.total} compared={result.convertedTotal} />}
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {travelers === 1 ? '1 traveler' : `${travelers} travelers`}, {ways}, all fees
      </Typography>
      {result.seatsLeft <= fewSeats && (
        <Typography variant="body2" sx={{ color: 'secondary.main', fontWeight: 650 }}>
          {result.seatsLeft === 1 ? '1 seat left' : `${result.seatsLeft} seats left`}
        </Typography>
      )}
    </Box>
  );
};

/** A flight among the results. */
export const FlightCard = ({ result, party }: Readonly<{ result: FlightResult; party: Party }>) => (
  <Card component="li">
    <CardLink to="/flights/$id" params={{ id: result.node.id }} search={searchOfResult(result, party)} sx={{ p: 2 }}>
      <Stack direction={{ xs: 'column', sm: 'row' }} spacing={2} sx={{ justifyContent: 'space-between' }}>
        <Stack spacing={1.5}>
          <ItineraryLine flight={result.node} />
          {result.returns.map(({ flight }) => (
            <ItineraryLine key={flight.id} flight={flight} />
          ))}
          <Typography variant="body2">
            {result.fare.name} · {result.fare.refundable ? 'refundable' : 'not refundable'}
          </Typography>
        </Stack>
        <Price result={result} party={party} />
      </Stack>
    </CardLink>
  </Card>
);
