import { useQuery } from '@apollo/client/react';
import { FailureNotice } from '@meridian/ui/feedback/failure-notice.tsx';
import { Notice } from '@meridian/ui/feedback/notice.tsx';
import { formatTimeOfDay } from '@meridian/ui/formats/local-time';
import { useLastKnown } from '@meridian/ui/graph/use-last-known';
import { InSlices } from '@meridian/ui/page/in-slices.tsx';
import { useDocumentTitle } from '@meridian/ui/routing/use-document-title';
import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { getRouteApi } from '@tanstack/react-router';
import { ButtonLink } from '../../app/links.tsx';
import { useIsReturn } from '../../app/use-is-return.ts';
import { StayDocument, type StayQuery } from '../../generated/features/stays/stay.ts';
import { OwnHold } from '../booking/own-hold.tsx';
import { BelowOffer } from '../listing/below-offer.tsx';
import { cancellationInWords } from '../listing/cancellation.ts';
import { DetailsSkeleton } from '../listing/details-skeleton.tsx';
import { following } from '../listing/follow.ts';
import { Gallery } from '../listing/gallery.tsx';
import { RatingLine } from '../listing/rating-line.tsx';
import { roomInWords } from './room-words.ts';
import { StayOffer } from './stay-offer.tsx';
import { stayTypeLabels } from './stay-type-labels.ts';
import { stayVariables } from './stay-variables.ts';
import type { Visit } from './stays-search.ts';

const route = getRouteApi('/stays/$id');

const Rooms = ({ stay }: Readonly<{ stay: NonNullable<StayQuery['stay']> }>) => (
  <Box component="section" aria-labelledby="rooms" sx={{ mt: 3 }}>
    <Typography id="rooms" variant="h2">
      Rooms
    </Typography>
    <Box component="ul" sx={{ pl: 2.5, my: 1 }}>
      {stay.roomTypes.map((room) => (
        <li key={room.id}>
          <strong>{room.name}</strong>, {roomInWords(room)}
        </li>
      ))}
    </Box>
  </Box>
);

const Facts = ({ stay }: Readonly<{ stay: NonNullable<StayQuery['stay']> }>) => (
  <Box>
    <Typography sx={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{stay.description}</Typography>
    <Typography variant="body2" sx={{ mt: 2 }}>
      Check-in from {formatTimeOfDay(stay.checkInFrom)}, check-out until {formatTimeOfDay(stay.checkOutUntil)}.{' '}
      {cancellationInWords(stay.cancellationPolicy)}
    </Typography>
    {stay.roomTypes.length > 1 && <Rooms stay={stay} />}
    <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1, mt: 2 }}>
      {stay.amenities.map(({ key, name }) => (
        <Chip key={key} label={name} size="small" variant="outlined" />
      ))}
    </Stack>
  </Box>
);

type ContentProps = Readonly<{ stay: NonNullable<StayQuery['stay']>; visit: Visit }>;

const Content = ({ stay, visit }: ContentProps) => (
  <Stack spacing={4}>
    <div>
      <Typography variant="h1">{stay.title}</Typography>
      <Typography sx={{ color: 'text.secondary' }}>
        {stayTypeLabels[stay.stayType]} in {stay.neighbourhood ?? stay.area}, {stay.city}
      </Typography>
      <RatingLine rating={stay.rating} reviewCount={stay.reviewCount} />
    </div>
    <OwnHold listingId={stay.id} />
    <Gallery images={stay.images} />
    <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 1fr) 360px' } }}>
      <Facts stay={stay} />
      <StayOffer stay={stay} visit={visit} />
    </Box>
    <BelowOffer id={stay.id} kind="STAY" insight={stay.priceInsight} rating={stay.rating} reviews={stay.reviews} />
  </Stack>
);

/** A stay: its pictures, what it offers, what a visit costs, what guests wrote. */
export function StayPage() {
  const { id } = route.useParams();
  const visit = route.useSearch();
  const { data, error, refetch } = useQuery(StayDocument, {
    variables: stayVariables(id, visit),
    ...following,
  });
  const stay = useLastKnown(data?.stay, id);
  const isReturn = useIsReturn();
  useDocumentTitle(stay?.title ?? 'Stay');
  if (stay)
    return (
      <InSlices fallback={<DetailsSkeleton />} isAtOnce={isReturn}>
        <Content stay={stay} visit={visit} />
      </InSlices>
    );
  if (error) return <FailureNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <DetailsSkeleton />;
  return (
    <Notice title="This stay is not on sale" action={<ButtonLink to="/stays">Search stays</ButtonLink>}>
      It was taken down, or the address is cut off.
    </Notice>
  );
}
