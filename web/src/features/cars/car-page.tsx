import { useQuery } from '@apollo/client/react';
import { FailureNotice } from '@meridian/ui/feedback/failure-notice.tsx';
import { Notice } from '@meridian/ui/feedback/notice.tsx';
import { useLastKnown } from '@meridian/ui/graph/use-last-known';
import { InSlices } from '@meridian/ui/page/in-slices.tsx';
import { useDocumentTitle } from '@meridian/ui/routing/use-document-title';
import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { getRouteApi } from '@tanstack/react-router';
import { ButtonLink } from '../../app/links.tsx';
import { useIsReturn } from '../../app/use-is-return.ts';
import { CarDocument } from '../../generated/features/cars/car.ts';
import { OwnHold } from '../booking/own-hold.tsx';
import { BelowOffer } from '../listing/below-offer.tsx';
import { cancellationInWords } from '../listing/cancellation.ts';
import { DetailsSkeleton } from '../listing/details-skeleton.tsx';
import { following } from '../listing/follow.ts';
import { Gallery } from '../listing/gallery.tsx';
import { RatingLine } from '../listing/rating-line.tsx';
import { type CarDetails, CarOffer } from './car-offer.tsx';
import { carVariables } from './car-variables.ts';
import { carClassLabels, carInWords } from './car-words.ts';
import type { Hire } from './cars-search.ts';

const route = getRouteApi('/cars/$id');

const Content = ({ car, hire }: Readonly<{ car: CarDetails; hire: Hire }>) => (
  <Stack spacing={4}>
    <div>
      <Typography variant="h1">{car.title}</Typography>
      <Typography sx={{ color: 'text.secondary' }}>
        {carClassLabels[car.carClass]} · {carInWords(car)} · {car.year}
      </Typography>
      <RatingLine rating={car.rating} reviewCount={car.reviewCount} />
    </div>
    <OwnHold listingId={car.id} />
    <Gallery images={car.images} />
    <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 1fr) 420px' } }}>
      <Box>
        <Typography sx={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{car.description}</Typography>
        <Typography variant="body2" sx={{ mt: 2 }}>
          Pick-up: {car.pickUpPlace}, {car.city}. {cancellationInWords(car.cancellationPolicy)}
        </Typography>
      </Box>
      <CarOffer car={car} hire={hire} />
    </Box>
    <BelowOffer id={car.id} kind="CAR" insight={car.priceInsight} rating={car.rating} reviews={car.reviews} />
  </Stack>
);

/** A car: its picture, what it has, what a hire costs, what drivers wrote. */
export function CarPage() {
  const { id } = route.useParams();
  const hire = route.useSearch();
  const { data, error, refetch } = useQuery(CarDocument, {
    variables: carVariables(id, hire),
    ...following,
  });
  const car = useLastKnown(data?.car, id);
  const isReturn = useIsReturn();
  useDocumentTitle(car?.title ?? 'Car');
  if (car)
    return (
      <InSlices fallback={<DetailsSkeleton />} isAtOnce={isReturn}>
        <Content car={car} hire={hire} />
      </InSlices>
    );
  if (error) return <FailureNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <DetailsSkeleton />;
  return (
    <Notice title="This car is not on sale" action={<ButtonLink to="/cars">Search cars</ButtonLink>}>
      It was taken down, or the address is cut off.
    </Notice>
  );
}
