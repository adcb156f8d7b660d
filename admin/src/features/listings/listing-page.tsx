import { useQuery } from '@apollo/client/react';
import { FailureNotice } from '@meridian/ui/feedback/failure-notice.tsx';
import { Notice } from '@meridian/ui/feedback/notice.tsx';
import { formatMoney } from '@meridian/ui/formats/money';
import { useLastKnown } from '@meridian/ui/graph/use-last-known';
import { PageTitle } from '@meridian/ui/tables/page-title.tsx';
import Skeleton from '@mui/material/Skeleton';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { getRouteApi } from '@tanstack/react-router';
import { ButtonLink } from '../../app/links.tsx';
import { ListingToChangeDocument, type ListingToChangeQuery } from '../../generated/features/listings/listing.ts';
import { CarForm } from './car-form.tsx';
import { FlightForm } from './flight-form.tsx';
import { listingStatuses } from './listing-kinds.ts';
import { dayOf, sellerOf, stockOf, whichOf } from './listing-words.ts';
import { NightsForm } from './nights-form.tsx';
import { nightsShownUntil } from './nights-shown.ts';
import { NightsTable } from './nights-table.tsx';
import { StayForm } from './stay-form.tsx';

type Listing = NonNullable<ListingToChangeQuery['listing']>;

const route = getRouteApi('/listings/$id');

type ContentProps = Readonly<{ listing: Listing; onReload: () => Promise<unknown> }>;

/** What can be changed of it. Whoever has changed it meanwhile is not overwritten: the graph tells of another version. */
function Forms({ listing, onReload }: ContentProps) {
  switch (listing.__typename) {
    case 'Flight':
      return <FlightForm flight={listing} onReload={onReload} />;
    case 'Car':
      return <CarForm car={listing} onReload={onReload} />;
    case 'Stay':
      return (
        <>
          <StayForm stay={listing} onReload={onReload} />
          <NightsForm stay={listing} onReload={onReload} />
          <NightsTable stay={listing} />
        </>
      );
  }
}

const Content = ({ listing, onReload }: ContentProps) => (
  <Stack spacing={2}>
    <PageTitle title={listing.title} />
    <Typography sx={{ color: 'text.secondary' }}>
      {[
        dayOf(listing),
        whichOf(listing),
        listing.city,
        stockOf(listing),
        sellerOf(listing) && `by ${sellerOf(listing)}`,
        listingStatuses[listing.status],
        listing.fromPrice && `from ${formatMoney(listing.fromPrice)}`,
        `Version ${listing.version}`,
      ]
        .filter(Boolean)
        .join(' · ')}
    </Typography>
    <Forms listing={listing} onReload={onReload} />
  </Stack>
);

/** A listing, with its prices and its stock to change. */
export function ListingPage() {
  const { id } = route.useParams();
  const { data, error, loading, refetch } = useQuery(ListingToChangeDocument, {
    variables: { id, until: nightsShownUntil() },
    fetchPolicy: 'cache-and-network',
    context: { identity: 'required' },
  });
  // What is typed into its forms stays though asking for it anew fails.
  const listing = useLastKnown(data?.listing, id);
  if (listing) return <Content listing={listing} onReload={refetch} />;
  if (loading) return <Skeleton variant="rounded" height={400} />;
  if (error) return <FailureNotice error={error} onRetry={() => void refetch()} />;
  return <Notice title="There is no such listing" action={<ButtonLink to="/listings">All listings</ButtonLink>} />;
}
