import { useQuery } from '@apollo/client/react';
import { FailureNotice } from '@meridian/ui/feedback/failure-notice.tsx';
import { Notice } from '@meridian/ui/feedback/notice.tsx';
import { formatCard } from '@meridian/ui/formats/card';
import { formatDeadline } from '@meridian/ui/formats/local-time';
import { formatMoney } from '@meridian/ui/formats/money';
import { BusyButton } from '@meridian/ui/forms/busy-button.tsx';
import { useLastKnown } from '@meridian/ui/graph/use-last-known';
import { useDocumentTitle } from '@meridian/ui/routing/use-document-title';
import Alert from '@mui/material/Alert';
import Chip from '@mui/material/Chip';
import Skeleton from '@mui/material/Skeleton';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect } from 'react';
import { ButtonLink } from '../../app/links.tsx';
import { TripDocument } from '../../generated/features/trips/trips.ts';
import { PageAgain } from '../booking/again-links.tsx';
import { BookingColumns } from '../booking/booking-columns.tsx';
import { BookingSummary, soughtIn } from '../booking/booking-summary.tsx';
import { namesInWords } from '../booking/names-in-words.ts';
import { useRelease } from '../booking/use-release.ts';
import { bookingStates } from './booking-state.ts';
import { CalendarButton } from './calendar-button.tsx';
import { CancellationPanel } from './cancellation-panel.tsx';
import { PaidBefore } from './paid-before.tsx';
import { isAhead, isOver, type Trip, whereTo } from './trip.ts';
import { TripOver } from './trip-over.tsx';
import { WaysAgain } from './ways-again.tsx';

const route = getRouteApi('/own/trips/$id');

/** How often a booking that waits for somebody is looked at again. */
const pollInMs = 5_000;

const isWaiting = ({ state, payment }: Trip): boolean => state === 'PENDING_APPROVAL' || payment.state === 'UNKNOWN';

const isCancellable = ({ state }: Trip): boolean => state === 'CONFIRMED' || state === 'PENDING_APPROVAL';

const Facts = ({ trip }: Readonly<{ trip: Trip }>) => (
  <>
    {trip.answerBy && <Typography>The owner may answer until {formatDeadline(trip.answerBy)}.</Typography>}
    {trip.payment.card && <Typography>Card: {formatCard(trip.payment.card)}</Typography>}
    {trip.refunds.map(({ id, amount, state }) => (
      <Typography key={id}>
        {formatMoney(amount)} {state === 'SUCCEEDED' ? 'came back to your card' : 'is on its way back to your card'}
      </Typography>
    ))}
    <Typography>Travelers: {namesInWords(trip)}</Typography>
  </>
);

/** What is held can be paid, or given back. */
function HeldActions({ trip }: Readonly<{ trip: Trip }>) {
  const { release, problem, isBusy } = useRelease();
  return (
    <>
      {problem && <Alert severity="error">{problem}</Alert>}
      <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap' }}>
        <ButtonLink to="/trips/$id/pay" params={{ id: trip.id }} variant="contained">
          Go on to the payment
        </ButtonLink>
        <BusyButton isBusy={isBusy} onClick={() => void release(trip.id)}>
          Release the hold
        </BusyButton>
      </Stack>
    </>
  );
}

/** What one may want of a trip on the way. */
const TripLinks = ({ trip }: Readonly<{ trip: Trip }>) => (
  <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap' }}>
    {isAhead(trip) && <CalendarButton trip={trip} />}
    {trip.invoice && (
      <ButtonLink to="/trips/$id/invoice" params={{ id: trip.id }} variant="outlined">
        Invoice {trip.invoice.number}
      </ButtonLink>
    )}
    {trip.state !== 'CANCELLED' &&
      trip.items.map((item) => (
        <PageAgain key={item.id} sought={soughtIn({ ...trip, items: [item] })}>
          {trip.items.length === 1 ? 'See what you have booked' : `See ${item.snapshot.title}`}
        </PageAgain>
      ))}
  </Stack>
);

const Heading = ({ trip }: Readonly<{ trip: Trip }>) => (
  <Stack direction="row" spacing={2} useFlexGap sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
    <Typography variant="h1">{whereTo(trip)}</Typography>
    <Chip label={bookingStates[trip.state].label} color={bookingStates[trip.state].color} />
  </Stack>
);

const Content = ({ trip, after }: Readonly<{ trip: Trip; after: string | undefined }>) => {
  const { sentence } = bookingStates[trip.state];
  return (
    <BookingColumns heading={<Heading trip={trip} />} aside={<BookingSummary booking={trip} />}>
      <Typography sx={{ color: 'text.secondary' }}>Booking code {trip.reference}</Typography>
      <Typography role="status">{sentence}</Typography>
      {isOver(trip) && <TripOver trip={trip} />}
      {isOver(trip) && after !== undefined && <PaidBefore id={after} />}
      <Facts trip={trip} />
      {trip.state === 'HELD' && <HeldActions trip={trip} />}
      {!isOver(trip) && <TripLinks trip={trip} />}
      {trip.state === 'CANCELLED' && <WaysAgain trip={trip} />}
      {isCancellable(trip) && <CancellationPanel bookingId={trip.id} />}
    </BookingColumns>
  );
};

/** The trip, looked at again for as long as it waits for somebody. An answer that is lost takes nothing away, and is asked for again. */
function useTrip(id: string) {
  const { data, startPolling, stopPolling, ...asked } = useQuery(TripDocument, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
    context: { identity: 'required' },
    skipPollAttempt: () => document.hidden,
  });
  const trip = useLastKnown(data?.booking, id);
  const isAskedAgain = trip !== undefined && isWaiting(trip);
  useEffect(() => {
    if (!isAskedAgain) return;
    startPolling(pollInMs);
    return stopPolling;
  }, [isAskedAgain, startPolling, stopPolling]);
  return { trip, ...asked };
}

/** A booking of the traveler's own: where it stands, what it holds, and the way out of it. */
export function TripPage() {
  const { id } = route.useParams();
  const { after } = route.useSearch();
  const { trip, error, loading, refetch } = useTrip(id);
  useDocumentTitle(trip ? `Trip ${trip.reference}` : 'Trip');
  if (trip) return <Content trip={trip} after={after} />;
  if (loading) return <Skeleton variant="rounded" height={420} />;
  if (error) return <FailureNotice error={error} onRetry={() => void refetch()} />;
  return <Notice title="You have no such booking" action={<ButtonLink to="/trips">See my trips</ButtonLink>} />;
}
