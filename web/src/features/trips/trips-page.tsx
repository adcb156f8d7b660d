import { useQuery } from '@apollo/client/react';
import { FailureNotice } from '@meridian/ui/feedback/failure-notice.tsx';
import { Notice } from '@meridian/ui/feedback/notice.tsx';
import { formatMoney } from '@meridian/ui/formats/money';
import { formatSnapshotTimes } from '@meridian/ui/formats/snapshot-times';
import { useDocumentTitle } from '@meridian/ui/routing/use-document-title';
import Card from '@mui/material/Card';
import Chip from '@mui/material/Chip';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { ButtonLink, CardLink } from '../../app/links.tsx';
import type { BookingOverviewFragment } from '../../generated/features/booking/booking.ts';
import { TripsDocument } from '../../generated/features/trips/trips.ts';
import { ResultList, ResultSkeletons } from '../search/result-list.tsx';
import { bookingStates } from './booking-state.ts';

const TripCard = ({ trip }: Readonly<{ trip: BookingOverviewFragment }>) => (
  <Card component="li">
    <CardLink to="/trips/$id" params={{ id: trip.id }} sx={{ p: 2 }}>
      <Stack direction="row" spacing={2} sx={{ justifyContent: 'space-between' }}>
        <div>
          {trip.items.map((item) => (
            <div key={item.id}>
              <Typography variant="h3" component="p">
                {item.snapshot.title}
              </Typography>
              <Typography variant="body2">{formatSnapshotTimes(item.snapshot)}</Typography>
            </div>
          ))}
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {trip.reference} · {formatMoney(trip.total)}
          </Typography>
        </div>
        <Chip size="small" label={bookingStates[trip.state].label} color={bookingStates[trip.state].color} />
      </Stack>
    </CardLink>
  </Card>
);

const NoTrips = () => (
  <Notice
    title="No trips yet"
    action={
      <ButtonLink to="/" variant="contained">
        Search for a trip
      </ButtonLink>
    }
  >
    What you book stands here, with everything that you need on the way.
  </Notice>
);

function Content() {
  const { data, error, loading, fetchMore, refetch } = useQuery(TripsDocument, {
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
    context: { identity: 'required' },
  });
  const bookings = data?.me?.bookings;
  if (!bookings && loading) return <ResultSkeletons height={110} />;
  if (!bookings) return <FailureNotice error={error} onRetry={() => void refetch()} />;
  if (bookings.totalCount === 0) return <NoTrips />;
  return (
    <ResultList
      hasMore={bookings.pageInfo.hasNextPage}
      isLoadingMore={loading}
      onMore={() => fetchMore({ variables: { after: bookings.pageInfo.endCursor } })}
    >
      {bookings.edges.map(({ node }) => (
        <TripCard key={node.id} trip={node} />
      ))}
    </ResultList>
  );
}

/** The traveler's bookings, the newest first. */
export function TripsPage() {
  useDocumentTitle('My trips');
  return (
    <Stack spacing={3}>
      <Typography variant="h1">My trips</Typography>
      <Content />
    </Stack>
  );
}
