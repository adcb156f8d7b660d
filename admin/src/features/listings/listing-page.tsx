import { useQuery } from '@apollo/client/react';
import { FailureNotice } from '@meridian/ui/feedback/failure-notice.tsx';
import { Notice } from '@meridian/ui/feedback/notice.tsx';
import { formatMoney } from '@meridian/ui/formats/money';
import { PageTitle } from '@meridian/ui/tables/page-title.tsx';
import Skeleton from '@mui/material/Skeleton';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { getRouteApi } from '@tanstack/react-router';
import { ButtonLink } from '../../app/links.tsx';
import { type ChangeableListingFragment, ListingToChangeDocument } from '../../generated/features/listings/listing.ts';
import { CarForm } from './car-form.tsx';
import { FlightForm } from './flight-form.tsx';
import { NightsForm } from './nights-form.tsx';
import { StayForm } from './stay-form.tsx';

const route = getRouteApi('/listings/$id');

/** What can be changed of it. Whoever has changed it meanwhile is not overwritten: the graph tells of another version. */
function Forms({ listing }: Readonly<{ listing: ChangeableListingFragment }>) {
  switch (listing.__typename) {
    case 'Flight':
      return <FlightForm flight={listing} />;
    case 'Car':
      return <CarForm car={listing} />;
    case 'Stay':
      return (
        <>
          <StayForm stay={listing} />
          <NightsForm stay={listing} />
        </>
      );
  }
}

const Content = ({ listing }: Readonly<{ listing: ChangeableListingFragment }>) => (
  <Stack spacing={2}>
    <PageTitle title={listing.title} />
    <Typography sx={{ color: 'text.secondary' }}>
      {[
        listing.city,
        listing.status.toLowerCase(),
        listing.fromPrice && `from ${formatMoney(listing.fromPrice)}`,
        `version ${listing.version}`,
      ]
        .filter(Boolean)
        .join(' · ')}
    </Typography>
    <Forms listing={listing} />
  </Stack>
);

/** A listing, with its prices and its stock to change. */
export function ListingPage() {
  const { id } = route.useParams();
  const { data, error, loading, refetch } = useQuery(ListingToChangeDocument, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
    context: { identity: 'required' },
  });
  if (data?.listing) return <Content listing={data.listing} />;
  if (loading) return <Skeleton variant="rounded" height={400} />;
  if (error) return <FailureNotice error={error} onRetry={() => void refetch()} />;
  return <Notice title="There is no such listing" action={<ButtonLink to="/listings">All listings</ButtonLink>} />;
}
