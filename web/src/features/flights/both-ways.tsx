import { sentenceOf } from '@meridian/ui/failures/failure-sentence';
import { formatMoney } from '@meridian/ui/formats/money';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { getRouteApi } from '@tanstack/react-router';
import type { FlightQuery } from '../../generated/features/flights/flight.ts';
import { BookingColumns } from '../booking/booking-columns.tsx';
import { FareChoice } from './fare-choice.tsx';
import type { FlightSearch } from './flight-search.ts';
import { ItineraryLine } from './itinerary-line.tsx';
import { type BothTotals, chosenFare, totalFor, totalsOf } from './round-trip.ts';
import { seatsLeftOf } from './seats-left.ts';
import { type FlightDetails, Segments } from './segments.tsx';
import { useBookFare } from './use-book-fare.ts';

const route = getRouteApi('/flights/$id');

/** A flight back: its fares are told in the currency of the way out as well. */
export type WayBack = NonNullable<FlightQuery['wayBack']>;

type Fare = FlightDetails['fares'][number] & Partial<Pick<WayBack['fares'][number], 'totalBeside'>>;

/** One of the two ways, at the fare that is chosen for it. */
type Way = Readonly<{
  title: string;
  name: 'fare' | 'returnFare';
  flight: FlightDetails;
  fare: Fare | undefined;
}>;

const travelersOf = ({ adults, children }: FlightSearch): number => adults + children;

const fareOf = (flight: FlightDetails | WayBack, wanted: string | undefined, travelers: number): Fare | undefined =>
  chosenFare<Fare & { seatsLeft: number }>(
    flight.fares.map((fare) => ({ ...fare, seatsLeft: seatsLeftOf(fare, flight) })),
    { wanted, travelers },
  );

const WaySection = ({ way, travelers }: Readonly<{ way: Way; travelers: number }>) => {
  const navigate = route.useNavigate();
  const choose = (fareId: string) =>
    void navigate({ search: (present) => ({ ...present, [way.name]: fareId }), replace: true, resetScroll: false });
  return (
    <Stack component="section" spacing={2} aria-labelledby={way.name}>
      <Typography id={way.name} variant="h2">
        {way.title}: {way.flight.origin.city} to {way.flight.destination.city}
      </Typography>
      <Segments segments={way.flight.segments} />
      <FareChoice
        label={`Fare of the ${way.title.toLowerCase()}`}
        flight={way.flight}
        travelers={travelers}
        value={way.fare?.id}
        onChange={choose}
      />
    </Stack>
  );
};

type TotalProps = Readonly<{ ways: readonly [out: Way, back: Way]; search: FlightSearch }>;

/** What both cost, and what will be charged for it. */
const Amounts = ({ totals, travelers }: Readonly<{ totals: BothTotals; travelers: number }>) => (
  <div>
    <Typography sx={{ fontSize: '1.5rem', fontWeight: 750 }}>
      {totals.together ? formatMoney(totals.together) : totals.charges.map((charge) => formatMoney(charge)).join(' + ')}
    </Typography>
    <Typography variant="body2" sx={{ color: 'text.secondary' }}>
      {travelers === 1 ? '1 traveler' : `${travelers} travelers`}, both ways, all fees
    </Typography>
    {totals.charges.length > 1 && (
      <Typography variant="body2" sx={{ mt: 1 }}>
        Each way is charged in its own currency: {totals.charges.map((charge) => formatMoney(charge)).join(' and ')}.
      </Typography>
    )}
  </div>
);

/** What both cost, and the way to book them together. */
function Total({ ways: [out, back], search }: TotalProps) {
  const { book, error } = useBookFare(search);
  const travelers = travelersOf(search);
  if (!out.fare || !back.fare)
    return <Typography role="status">There are not enough seats left on both flights for {travelers}.</Typography>;
  const totals = totalsOf(totalFor(out.fare, travelers), totalFor(back.fare, travelers), back.fare.totalBeside?.amount);
  const flights = [
    { flightId: out.flight.id, fareId: out.fare.id },
    { flightId: back.flight.id, fareId: back.fare.id },
  ];
  return (
    <>
      {error !== undefined && <Alert severity="error">{sentenceOf(error)}</Alert>}
      <Amounts totals={totals} travelers={travelers} />
      <Button variant="contained" size="large" onClick={() => void book(flights)}>
        Book both flights
      </Button>
    </>
  );
}

type BothWaysProps = Readonly<{ out: FlightDetails; back: WayBack; search: FlightSearch }>;

/** A flight there and one back, sold together. */
export function BothWays({ out, back, search }: BothWaysProps) {
  const travelers = travelersOf(search);
  const ways: readonly [Way, Way] = [
    { title: 'Way out', name: 'fare', flight: out, fare: fareOf(out, search.fare, travelers) },
    { title: 'Way back', name: 'returnFare', flight: back, fare: fareOf(back, search.returnFare, travelers) },
  ];
  return (
    <BookingColumns
      aside={
        <Paper variant="outlined" sx={{ p: 2, position: { md: 'sticky' }, top: 16 }}>
          <Stack spacing={2}>
            {ways.map(({ name, flight, fare }) => (
              <div key={name}>
                <ItineraryLine flight={flight} />
                {fare && <Typography variant="body2">{fare.name}</Typography>}
              </div>
            ))}
            <Total ways={ways} search={search} />
          </Stack>
        </Paper>
      }
    >
      <Stack spacing={4}>
        {ways.map((way) => (
          <WaySection key={way.name} way={way} travelers={travelers} />
        ))}
      </Stack>
    </BookingColumns>
  );
}
