import { formatMoney } from '@meridian/ui/formats/money';
import Paper from '@mui/material/Paper';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { getRouteApi } from '@tanstack/react-router';
import { ButtonLink } from '../../app/links.tsx';
import type { CarQuery } from '../../generated/features/cars/car.ts';
import { PriceLines } from '../booking/price-lines.tsx';
import { backwardsSentence, type Hire, isBackwards, momentsOf } from './cars-search.ts';
import { HireFields } from './hire-fields.tsx';

export type CarDetails = NonNullable<CarQuery['car']>;

type CarOfferProps = Readonly<{ car: CarDetails; hire: Hire }>;

const route = getRouteApi('/cars/$id');

/** What the hire costs, or why it cannot be had. */
function Price({ car, hire }: CarOfferProps) {
  if (momentsOf(hire).pickUpAt === undefined)
    return <Typography>{formatMoney(car.dailyPrice)} a day. Choose your days to see the price.</Typography>;
  if (!car.offer) return <Typography role="status">It is not free at these times. Try others.</Typography>;
  return (
    <>
      <PriceLines lines={car.offer.lines} total={car.offer.total} />
      <ButtonLink to="/book" search={{ offers: [car.offer.id] }} variant="contained" size="large">
        {car.offer.instantBook ? 'Book' : 'Ask the owner'}
      </ButtonLink>
    </>
  );
}

/** When, and at what price. Times are on the clock of the place. */
export function CarOffer({ car, hire }: CarOfferProps) {
  const navigate = route.useNavigate();
  const change = (part: Partial<Hire>) =>
    void navigate({ search: (present) => ({ ...present, ...part }), replace: true, resetScroll: false });
  return (
    <Paper component="section" aria-label="Your hire" variant="outlined" sx={{ p: 2, alignSelf: 'start' }}>
      <Stack spacing={2}>
        <HireFields
          hire={hire}
          problems={isBackwards(hire) ? { dropOff: backwardsSentence } : {}}
          isNarrow
          onChange={change}
        />
        <Price car={car} hire={hire} />
      </Stack>
    </Paper>
  );
}
