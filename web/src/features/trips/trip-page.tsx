import { useQuery } from '@apollo/client/react';
import { FailureNotice } from '@meridian/ui/feedback/failure-notice.tsx';
import { Notice } from '@meridian/ui/feedback/notice.tsx';
import { formatCard } from '@meridian/ui/formats/card';
import { formatInstant } from '@meridian/ui/formats/local-time';
import { formatMoney } from '@meridian/ui/formats/money';
import { useDocumentTitle } from '@meridian/ui/routing/use-document-title';
import Chip from '@mui/material/Chip';
import Skeleton from '@mui/material/Skeleton';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { getRouteApi } from '@tanstack/react-router';
import { ButtonLink } from '../../app/links.tsx';
import { TripDocument, type TripQuery } from '../../generated/features/trips/trips.ts';
import { BookingColumns } from '../booking/booking-columns.tsx';
import { BookingSummary } from '../booking/booking-summary.tsx';
import { bookingStates } from './booking-state.ts';
import { CancellationPanel } from './cancellation-panel.tsx';

type Trip = NonNullable<TripQuery['booking']>;

const route = getRouteApi('/own/trips/$id');

/** How often a booking that waits for somebody is looked at again. */
const pollInMs = 5_000;

const isWaiting = ({ state, payment }: Trip): boolean => state === 'PENDING_APPROVAL' || payment.state === 'UNKNOWN';

const isCancellable = ({ state }: Trip): boolean => state === 'CONFIRMED' || state === 'PENDING_APPROVAL';

const Facts = ({ trip }: Readonly<{ trip: Trip }>) => (
  <>
    {trip.answerBy && <Typography>The owner may answer until {formatInstant(trip.answerBy)}.</Typography>}
    {trip.payment.card && <Typography>Card: {formatCard(trip.payment.card)}</Typography>}
    {trip.invoice && <Typography>Invoice {trip.invoice.number}</Typography>}
    {trip.refunds.map(({ id, amount, state }) => (
      <Typography key={id}>
        {formatMoney(amount)} {state === 'SUCCEEDED' ? 'came back to your card' : 'is on its way back to your card'}
      </Typography>
    ))}
    <Typography>
      Travelers: {trip.travelers.map(({ givenName, familyName }) => `${givenName} ${familyName}`).join(', ')}
    </Typography>
  </>
);

const Content = ({ trip }: Readonly<{ trip: Trip }>) => {
  const { label, color, sentence } = bookingStates[trip.state];
  return (
    <BookingColumns aside={<BookingSummary booking={trip} />}>
      <Stack direction="row" spacing={2} sx={{ alignItems: 'center' }}>
        <Typography variant="h1">{trip.reference}</Typography>
        <Chip label={label} color={color} />
      </Stack>
      <Typography role="status">{sentence}</Typography>
      <Facts trip={trip} />
      {trip.state === 'HELD' && (
        <div>
          <ButtonLink to="/trips/$id/pay" params={{ id: trip.id }} variant="contained">
            Go on to the payment
          </ButtonLink>
        </div>
      )}
      {isCancellable(trip) && <CancellationPanel bookingId={trip.id} />}
    </BookingColumns>
  );
};

/** A booking of the traveler's own: where it stands, what it holds, and the way out of it. */
export function TripPage() {
  const { id } = route.useParams();
  const { data, error, loading, refetch, startPolling, stopPolling } = useQuery(TripDocument, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
    context: { identity: 'required' },
    skipPollAttempt: () => document.hidden,
  });
  const trip = data?.booking;
  useDocumentTitle(trip ? `Trip ${trip.reference}` : 'Trip');
  if (trip && isWaiting(trip)) startPolling(pollInMs);
  else stopPolling();
  if (trip) return <Content trip={trip} />;
  if (loading) return <Skeleton variant="rounded" height={420} />;
  if (error) return <FailureNotice error={error} onRetry={() => void refetch()} />;
  return <Notice title="You have no such booking" action={<ButtonLink to="/trips">See my trips</ButtonLink>} />;
}
